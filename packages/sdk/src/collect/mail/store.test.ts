import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ids, seal } from "../../../test/outbox.ts";
import { settle } from "../../../test/page.ts";
import { enlist, type Mail, NO_MAIL } from "../outbox.ts";
import { createMailStore } from "./store.ts";

const add = (id: string) => (mail: Mail) => enlist(mail, [seal(id)]);
const look = (mail: Mail): Mail => mail;
const open = (may = () => true) => createMailStore(vi.fn(), may, vi.fn());
const idsIn = (mail: Mail) => ids(mail.items);

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

test("what one tab keeps, another finds, and none overwrites what another added", async () => {
  const tabs = [open(), open(), open()];
  await Promise.all(tabs.map((tab, at) => tab.change(add(String(at)))));
  expect(idsIn(await open().change(look)).toSorted()).toEqual(["0", "1", "2"]);
});

test("what is only looked at is not written", async () => {
  const { change } = open();
  expect(await change(look)).toBe(NO_MAIL);
  await change(add("a"));
  expect(await change(look)).toEqual(await open().change(look));
});

test.each([0, 1])("consent that goes after %i looks at it keeps everything as it is", async (looks) => {
  await open().change(add("a"));
  const answers = [true, true].slice(0, looks);
  const step = vi.fn(add("b"));
  expect(await open(() => answers.pop() ?? false).change(step)).toBe(NO_MAIL);
  expect(step).not.toHaveBeenCalled();
  expect(idsIn(await open().change(look))).toEqual(["a"]);
});

test("consent that goes while it is written is noticed: what is to be erased must not be sent", async () => {
  const answers = [true, true];
  const step = vi.fn(add("a"));
  expect(await open(() => answers.pop() ?? false).change(step)).toBe(NO_MAIL);
  expect(step).toHaveBeenCalled();
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])("what is erased %i turns later was not kept", async (turns) => {
  const { change, erase } = open();
  const kept = change(add("a"));
  const finished = vi.fn();
  kept.then(finished);
  await settle(turns);
  const isLate = finished.mock.calls.length > 0;
  const erased = erase();
  const anew = change(add("b"));
  expect(idsIn(await kept)).toEqual(isLate ? ["a"] : []);
  await erased;
  expect(idsIn(await anew)).toEqual(["b"]);
});
