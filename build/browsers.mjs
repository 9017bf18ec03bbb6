/** The oldest browsers that page scripts are for: those of the last three years, as of November 2026. Stated in README. */
export const BROWSERS = { chrome: "119", edge: "119", firefox: "119", safari: "17.1", ios: "17.1" };

/** For esbuild, which knows what each can read: https://esbuild.github.io/api/#target */
export const TARGET = Object.entries(BROWSERS).map(([name, version]) => `${name}${version}`);
