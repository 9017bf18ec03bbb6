/** The site file's schema for editors: JSON Schema made from the schema that checks. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { clauseUnion } from "./clause-schema.ts";
import { siteFile } from "./schema.ts";

/** For `$schema` in a site file. Checks that only code can make are left to `ghostlight check`. */
export function siteJsonSchema(): object {
  return toJsonSchema(siteFile, { typeMode: "input", errorMode: "ignore", definitions: { clause: clauseUnion } });
}
