/** The chunk that looks whether a site's theme leaves both answers their weight. */
import type { AuditPart } from "@ghostlight/rules";
import type { Chunks } from "../create.ts";
import { auditDialog } from "../ui/audit/apply.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: AuditPart;

export const start: Chunks["audit"] = (dialog, note) => auditDialog(__GHOSTLIGHT_PART__, dialog, note);
