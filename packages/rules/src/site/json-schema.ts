/** The site file's schema for editors: JSON Schema made from the schema that checks. */
import { toJsonSchema } from "@valibot/to-json-schema";
import { events } from "./clause/event-name.ts";
import { clauseUnion } from "./clause/schema.ts";
import { spans } from "./clause/window-schema.ts";
import { siteFile } from "./schema.ts";

/** For `$schema` in a site file. Checks that only code can make are left to `ghostlight check`. */
export function siteJsonSchema(): object {
  const definitions = { clause: clauseUnion, event: events.union, within: spans.union };
  return toJsonSchema(siteFile, { typeMode: "input", errorMode: "ignore", definitions });
}
