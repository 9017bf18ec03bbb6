/**
 * What pages do to what they share with us. Each act stands by itself and reads nothing from around it, so that a
 * browser can run it, too: `page.addInitScript(act)`.
 */
export const ACTS: Readonly<Record<string, () => void>> = {
  "prototypes have more to enumerate": () => {
    Object.assign(Array.prototype, { each: () => 1, last: "x", extra: {} });
    Object.assign(Object.prototype, { extend: () => 1, extra: { a: 1 }, empty: undefined });
    Object.assign(String.prototype, { startsWith2: () => true });
  },

  "everything has a toJSON": () => {
    const toJSON = () => "hostile";
    for (const { prototype } of [Object, Array, String, Number, Boolean]) Object.assign(prototype, { toJSON });
  },

  "toJSON gives text, as Prototype 1.6 did": () => {
    const toJSON = function (this: unknown) {
      return `[${String(this)}]`;
    };
    Object.assign(Array.prototype, { toJSON });
    Object.assign(String.prototype, { toJSON });
  },

  "methods of lists do something else, as those of Prototype 1.6 and MooTools did": () => {
    Object.assign(Array.prototype, {
      reduce(this: readonly unknown[]) {
        return this.length > 1 ? this : this[0];
      },
      flatten: () => [],
      contains: () => false,
    });
    Object.assign(Array, { from: (item: unknown) => (Array.isArray(item) ? item : [item]) });
  },

  "Node is a list's": () => {
    Object.assign(globalThis, { Node: { next: undefined } });
  },

  "BigInt has a toJSON": () => {
    Object.assign(BigInt.prototype, {
      toJSON(this: bigint) {
        return this.toString();
      },
    });
  },

  "JSON is replaced": () => {
    const refuse = () => {
      throw new Error("hostile");
    };
    Object.assign(JSON, { parse: refuse, stringify: () => "hostile" });
  },

  "fetch and sendBeacon are replaced": () => {
    const refuse = () => {
      throw new Error("hostile");
    };
    Object.assign(globalThis, { fetch: refuse, fetchLater: refuse });
    Object.defineProperty(navigator, "sendBeacon", { value: () => true, configurable: true });
  },

  "Promise is replaced": () => {
    globalThis.Promise = (() => {
      throw new Error("hostile");
    }) as unknown as PromiseConstructor;
  },
};

/** Those that break any script that starts after them: they can only come late. */
export const ONLY_LATE: readonly string[] = [
  "JSON is replaced",
  "fetch and sendBeacon are replaced",
  "Promise is replaced",
];

/** What acts may change, as it is now; the returned function puts it back. */
export function rememberGlobals(): () => void {
  const names = ["JSON", "Promise", "fetch", "fetchLater", "Node"];
  const prototypes = [Array, Object, String, Number, Boolean, BigInt].map(({ prototype }): object => prototype);
  const before = [...prototypes, JSON, Array].map((owner) => [owner, Object.getOwnPropertyDescriptors(owner)] as const);
  const globals = names.map((name) => [name, name in globalThis, Reflect.get(globalThis, name)] as const);
  const { ownKeys, defineProperty, deleteProperty } = Reflect;
  const { hasOwn } = Object;
  return () => {
    for (const [owner, descriptors] of before) {
      for (const key of ownKeys(owner)) if (!hasOwn(descriptors, key)) deleteProperty(owner, key);
      for (const key of ownKeys(descriptors)) {
        const descriptor = descriptors[key as keyof typeof descriptors] as PropertyDescriptor;
        if (descriptor.configurable) defineProperty(owner, key, descriptor);
      }
    }
    for (const [name, isThere, value] of globals) {
      if (isThere) Reflect.set(globalThis, name, value);
      else deleteProperty(globalThis, name);
    }
  };
}
