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
  return {
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgentData: (navigator as Branded).userAgentData?.toJSON(),
  };
}

interface Branded extends Navigator {
  readonly userAgentData?: { toJSON(): Agent };
}
