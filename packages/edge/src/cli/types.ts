/** `ghostlight types`: the names of a site for an editor. */
import { readFile, writeFile } from "node:fs/promises";
import { typesOf } from "@ghostlight/rules/site";
import { type Command, failure, misuse, textOf } from "./command.ts";
import { printIssues } from "./faults.ts";
import { pathFault, TYPES_FILE } from "./path-fault.ts";
import { shellWord } from "./serve-texts.ts";
import { readSiteFile } from "./site-file.ts";

export const types: Command = {
  summary: "Write the names of a site as TypeScript",
  help: `ghostlight types SITE.json [--out FILE]

Writes events, stages, segments, slots and purposes of a site file as a .d.ts,
so that an editor completes them and tsc knows a wrong one. Prints it to the
standard output, or writes FILE where its content is not that already.

  --out FILE   where to write it, such as src/ghostlight.d.ts
`,
  flags: { out: { value: true } },
  async run(given, io) {
    const [file] = given.words;
    if (file === undefined) return misuse(io, "types", "which file? e.g. ghostlight types ghostlight.json");
    if (given.words.length > 1) return misuse(io, "types", "one file at a time");
    const out = textOf(given, "out", "");
    if (out && !/\.d\.[cm]?ts$/.test(out)) {
      return misuse(io, "types", `"${out}" is no place for types; take one such as ghostlight.d.ts`);
    }
    const read = await readSiteFile(file);
    if ("reason" in read) return failure(io, "types", `${file}: ${read.reason}`);
    if (!read.ok) {
      io.err(printIssues(file, read.issues));
      return 1;
    }
    const text = `${refresh(file, out)}\n${typesOf(read.site)}`;
    if (!out) {
      io.out(text);
      return 0;
    }
    const reason = await write(out, text);
    return reason ? failure(io, "types", `${out}: ${reason}`) : 0;
  },
};

/** How to write the file anew. It stays one comment, whatever the files are called. */
function refresh(file: string, out: string): string {
  const words = [
    "npx",
    "--no-install",
    "ghostlight",
    "types",
    shellWord(file),
    ...(out ? ["--out", shellWord(out)] : []),
  ];
  return `// To refresh: ${words.join(" ").replaceAll(/\s+/g, " ")}`;
}

/** Leaves a file alone that says the same already: whoever watches it need not build anew. Why it failed, where it did. */
async function write(file: string, text: string): Promise<string | undefined> {
  try {
    if ((await readFile(file, "utf8").catch(() => undefined)) !== text) await writeFile(file, text);
    return undefined;
  } catch (error) {
    const reason = pathFault(error, file, TYPES_FILE);
    if (reason === undefined) throw error;
    return reason;
  }
}
