/**
 * Services that many sites use, by id: for the edge and the command line. A page receives only those that its site
 * names, in one language.
 */
import { advertisingServices } from "./advertising.ts";
import { googleServices } from "./google.ts";
import { mediaServices } from "./media.ts";
import { microsoftServices } from "./microsoft.ts";
import type { KnownService } from "./service.ts";

export const CATALOGUE: ReadonlyMap<string, KnownService> = new Map(
  [googleServices, microsoftServices, advertisingServices, mediaServices].flatMap((part) => Object.entries(part)),
);
