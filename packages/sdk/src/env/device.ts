/** What a message says of the device: few things, and coarse ones. */

export interface Device {
  /** BCP 47 tag that the visitor prefers. */
  readonly locale: string;
  /** IANA name, such as `Europe/Rome`. */
  readonly timezone: string;
  /** Of Chromium: brands, platform and whether it is a phone; no more than each request says anyway ("low entropy"). */
  readonly userAgentData?: Agent | undefined;
}

/** https://wicg.github.io/ua-client-hints/#dom-navigatoruadata-tojson */
interface Agent {
  readonly brands: readonly unknown[];
  readonly mobile: boolean;
  readonly platform: string;
}

export function readDevice(): Device {
  const { language, userAgentData } = navigator as Navigator & { readonly userAgentData?: { toJSON(): Agent } };
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { locale: language, timezone, userAgentData: userAgentData?.toJSON() };
}
