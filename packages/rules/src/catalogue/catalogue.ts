/**
 * Services that many sites use, by id: for the edge and the command line. A page receives only those that its site
 * names, in one language.
 */
import { advertisingServices } from "./advertising.ts";
import { customerServices } from "./customers.ts";
import { googleServices } from "./google.ts";
import { googleContentServices } from "./google-content.ts";
import { mediaServices } from "./media.ts";
import { microsoftServices } from "./microsoft.ts";
import { paymentServices } from "./payments.ts";
import { recordingServices } from "./recordings.ts";
import type { KnownService } from "./service.ts";
import { statisticsServices } from "./statistics.ts";

const PARTS = [
  googleServices,
  googleContentServices,
  microsoftServices,
  advertisingServices,
  customerServices,
  paymentServices,
  statisticsServices,
  recordingServices,
  mediaServices,
];

export const CATALOGUE: ReadonlyMap<string, KnownService> = new Map(PARTS.flatMap((part) => Object.entries(part)));
