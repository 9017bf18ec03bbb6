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
  const { Temporal } = globalThis as Clocked;
  return {
    locale: navigator.language,
    // Where it can be had without Intl, whose first use on a page takes 20 ms, and 80 on a slow phone (Chromium 156).
    timezone: Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgentData: (navigator as Branded).userAgentData?.toJSON(),
  };
}

/** https://tc39.es/proposal-temporal/docs/now.html */
interface Clocked {
  readonly Temporal?: { readonly Now: { timeZoneId(): string } };
}

interface Branded extends Navigator {
  readonly userAgentData?: { toJSON(): Agent };
}
