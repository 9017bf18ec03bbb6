/** Under which key the preferences are kept. */
export const KEY = "preferences";
