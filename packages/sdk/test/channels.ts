/** Channels between the tabs of a test, in the place of the browser's. */

interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (data: unknown) => void;
}

export interface Channels {
  /** A constructor as `BroadcastChannel` is one; those of one name hear each other. */
  readonly open: new (
    name: string,
  ) => Channel;
  /** Until then, no tab hears what another said: it may be frozen. */
  readonly hear: () => void;
}

export function createChannels(): Channels {
  const all = new Map<string, Set<Channel>>();
  const said: (() => void)[] = [];
  // A function that returns an object, called with `new`, gives that object.
  function open(name: string): Channel {
    const others = all.get(name) ?? new Set();
    const channel: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of others) if (other !== channel) said.push(() => other.onmessage?.({ data }));
      },
    };
    all.set(name, others.add(channel));
    return channel;
  }
  return {
    open: open as unknown as Channels["open"],
    hear() {
      for (const tell of said.splice(0)) tell();
    },
  };
}
