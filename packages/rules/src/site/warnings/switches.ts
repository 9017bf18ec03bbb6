/** Whether visitors can answer service by service. */
import { COOKIE_BYTES, cookieBytes, hasSwitches, switchableServices } from "../cookie-room.ts";
import { askedPurposes } from "../purposes.ts";
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";

/** Says so where the answers to all services could not fit into the choice cookie. */
export function warnOfSwitches(site: Site): SiteIssue[] {
  if (hasSwitches(site)) return [];
  const services = switchableServices(site);
  const bytes = cookieBytes(askedPurposes(site), services);
  const message = [
    `visitors can answer by purpose only, not by service: the answers to ${services.length} services`,
    `may need a cookie of ${bytes} bytes; it may have ${COOKIE_BYTES}`,
  ].join(" ");
  const ids = services.map(({ id }) => id);
  return [{ path: "services", value: ids, message, mend: "give services and purposes shorter ids, or leave it so" }];
}
