/** Writes site.schema.json from the schema that checks; with --check only says whether the file is up to date. Run after a build. */
import { readFileSync, writeFileSync } from "node:fs";
import { siteJsonSchema } from "../dist/site/json-schema.js";

const file = new URL("../site.schema.json", import.meta.url);
const made = `${JSON.stringify(siteJsonSchema(), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, made);
  console.log("packages/rules/site.schema.json written");
} else if (readFileSync(file, "utf8") === made) {
  console.log("packages/rules/site.schema.json is up to date");
} else {
  console.error("packages/rules/site.schema.json lags behind the schema: run `npm run schema`");
  process.exitCode = 1;
}
