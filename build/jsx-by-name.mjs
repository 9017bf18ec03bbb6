/** Lets JSX call preact's own `h`: its separate JSX runtime is code that every page would load beside it. */
export function jsxByName() {
  return {
    name: "jsx-by-name",
    transform(code, id) {
      // On the first line, so that all lines keep their numbers.
      return id.endsWith(".tsx") ? { code: `import { Fragment, h } from "preact"; ${code}`, map: null } : null;
    },
  };
}
