/** What a message says of the device: few things, and coarse ones. */

export interface Device {
  /** BCP 47 tag that the visitor prefers. */
  readonly locale: string;
  /** IANA name, such as `Europe/Rome`. */
  readonly timezone: string;
  /** Of Chromium: brands, platform and whether it is a phone; no more than each request says anyway ("low entropy"). */
  readonly userAgentData?: Agent;
}

/** https://wicg.github.io/ua-client-hints/#interface */
interface Agent {
  readonly brands: readonly unknown[];
  readonly mobile: boolean;
  readonly platform: string;
}

export function readDevice(): Device {
  const { language, userAgentData } = navigator as Navigator & { readonly userAgentData?: Agent };
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!userAgentData) return { locale: language, timezone };
  const { brands, mobile, platform } = userAgentData;
  return { locale: language, timezone, userAgentData: { brands, mobile, platform } };
}
