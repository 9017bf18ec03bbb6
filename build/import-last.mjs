/**
 * Moves what a page script imports from its neighbour to the end of its text, where the edge writes the neighbour's
 * published name: nothing before it moves, as with the part.
 */

/** `neighbour`: file name of the other script. `placeholder`: what the edge replaces by its published address. */
export function importLast({ neighbour, placeholder }) {
  const statement = new RegExp(`^import \\{[^}]*\\} from '\\./${neighbour.replaceAll(".", "\\.")}';$`, "m");
  return {
    name: "import-last",
    // Before the minifier; a line that is left empty keeps every later one in its place, so the map stays right.
    renderChunk(code, chunk) {
      if (!chunk.imports.includes(neighbour)) return null;
      const [found] = statement.exec(code) ?? [];
      if (chunk.imports.length !== 1 || found === undefined || found.includes("\n")) {
        throw new Error(`${chunk.fileName} must import once, from ${neighbour} alone`);
      }
      const moved = found.replace(`./${neighbour}`, placeholder);
      return { code: `${code.replace(found, "")}\n${moved}\n`, map: null };
    },
  };
}
