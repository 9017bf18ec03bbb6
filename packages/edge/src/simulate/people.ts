/** Whose event is whose. In bounded memory, but for the `alias` calls. */
import { type Aliases, createAliases } from "./aliases.ts";
import type { Recorded } from "./event.ts";
import { createPace } from "./pace.ts";
import type { Sortable } from "./run.ts";
import type { Scratch } from "./scratch.ts";
import { createSorter, ROOM, type Room, type Sorter } from "./sorter.ts";

export interface People {
  /** Throws a RangeError where the event is nested too deep to be kept. */
  readonly take: (event: Recorded, line: number) => void;
  /**
   * Call it when all are taken. `wanted` is anybody's id, of a user or a device; gives the id of the person it belongs
   * to, which is the same id where it belongs to nobody.
   */
  readonly resolve: (wanted?: string) => Promise<string>;
  /** After that: all steps, each person's together and in order of time. The key is the person's id as JSON. */
  readonly steps: () => AsyncGenerator<Sortable>;
  /** Devices that several users said they were at. */
  readonly shared: () => number;
}

/** Marks what says whose a device is; such records come before the device's own events. */
const LINK = "0";
const EVENT = "1";

/**
 * A device (`anonymousId`) is the user's whose `userId` an event carries beside it: what happened there before counts for
 * that user too. Where several users were there, what nobody signed counts for the first of them. An `alias` makes two
 * users one, under the later name.
 */
export function createPeople(scratch: Scratch, room: Room = ROOM): People {
  const byDevice = createSorter(scratch, room);
  const byPerson = createSorter(scratch, room);
  const aliases = createAliases();
  let shared = 0;

  return {
    take({ at, user, device, previous, step }, line) {
      const body = step ? JSON.stringify(step) : "";
      if (previous && user) aliases.add({ previous, user, at, line });
      for (const linked of user ? [device, previous] : []) {
        if (linked) byDevice.add({ key: JSON.stringify(linked) + LINK, at, line, body: JSON.stringify(user) });
      }
      if (!step) return;
      if (user) byPerson.add({ key: JSON.stringify(user), at, line, body });
      else if (device) byDevice.add({ key: JSON.stringify(device) + EVENT, at, line, body });
    },
    async resolve(wanted = "") {
      aliases.settle();
      const found = await resolveDevices(byDevice, byPerson, aliases, wanted);
      shared = found.shared;
      return found.person ?? aliases.nameOf(wanted);
    },
    async *steps() {
      const pace = createPace();
      const joined = createSorter(scratch, room);
      for (const record of byPerson.sorted()) {
        const id: string = JSON.parse(record.key);
        if (aliases.knows(id)) joined.add({ ...record, key: JSON.stringify(aliases.nameOf(id)) });
        else yield record;
        await pace();
      }
      yield* joined.sorted();
    },
    shared: () => shared,
  };
}

/** Hands the events of every device to the person it belongs to. */
async function resolveDevices(byDevice: Sorter, byPerson: Sorter, aliases: Aliases, wanted: string) {
  const pace = createPace();
  let shared = 0;
  let person: string | undefined;
  let device: { readonly key: string; readonly owner: string | undefined; readonly shared: boolean } | undefined;
  for (const { key: marked, ...record } of byDevice.sorted()) {
    const key = marked.slice(0, -1);
    if (device?.key !== key) device = { key, owner: undefined, shared: false };
    if (marked.endsWith(LINK)) {
      const owner = aliases.nameOf(JSON.parse(record.body));
      if (device.owner === undefined && JSON.parse(key) === wanted) person = owner;
      const isShared = device.shared || (device.owner ?? owner) !== owner;
      if (isShared && !device.shared) shared++;
      device = { key, owner: device.owner ?? owner, shared: isShared };
    } else byPerson.add({ ...record, key: device.owner === undefined ? key : JSON.stringify(device.owner) });
    await pace();
  }
  return { shared, person };
}
