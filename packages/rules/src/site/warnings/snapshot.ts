/** Warns of slots whose names have no room in a snapshot. */
import { SNAPSHOT_BYTES } from "../../snapshot.ts";
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";

/** What phases take beside the names, where nothing else is in them: as JSON, with an instant of 13 digits each. */
const FRAME = '[[1797811200000,["*"]],[1797811200000,]]'.length;

/** At the worst, for one for whom something is shown in each of them. */
export function warnOfSnapshot({ snapshot, experiences }: Site): SiteIssue[] {
  const names = [...new Set(Object.values(experiences).map(({ slot }) => slot))];
  const bytes = FRAME + JSON.stringify(names).length;
  if (!snapshot || bytes <= SNAPSHOT_BYTES) return [];
  const message = [
    `the names of ${names.length} slots may need ${bytes} bytes of a snapshot, which has ${SNAPSHOT_BYTES};`,
    "then slots that keep their default wait for the engine, too",
  ].join(" ");
  return [{ path: "snapshot", value: true, message, mend: "give slots shorter names, or use fewer of them" }];
}
