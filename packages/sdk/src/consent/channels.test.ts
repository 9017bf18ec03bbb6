import type { Channel } from "@ghostlight/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressed, type ChannelState, confirmed, type Reach, reachable, reviveChannels, settle } from "./channels.ts";

const NONE: Reach = { channels: {}, addressed: [] };
const ALL: readonly Channel[] = [
  "email",
  "email_tracking",
  "sms",
  "push",
  "phone",
  "post",
  "whatsapp",
  "onsite",
  "display",
];

/** What happens to a channel: turned on or off, an address more or less, and its confirmation. */
type Step = "on" | "off" | "address" | "no address" | "confirm";

function after(steps: readonly Step[], channel: Channel, doubleOptIn: boolean): Reach {
  return steps.reduce<Reach>((reach, step) => {
    if (step === "confirm") return confirmed(reach, channel);
    if (step === "on" || step === "off") {
      return { addressed: reach.addressed, channels: settle(reach, { [channel]: step === "on" }, doubleOptIn) };
    }
    return addressed(reach, channel, step === "address", doubleOptIn);
  }, NONE);
}

describe("a channel that needs an address", () => {
  test.each<[steps: Step[], double: ChannelState | undefined, single: ChannelState | undefined]>([
    [["on"], "intent", "intent"],
    [["on", "address"], "pending", "confirmed"],
    [["address", "on"], "pending", "confirmed"],
    [["on", "address", "address"], "pending", "confirmed"],
    [["on", "address", "confirm"], "confirmed", "confirmed"],
    [["on", "confirm"], "confirmed", "confirmed"],
    [["confirm"], "confirmed", "confirmed"],
    [["on", "address", "confirm", "address"], "confirmed", "confirmed"],
    [["on", "address", "confirm", "on"], "confirmed", "confirmed"],
    [["on", "address", "confirm", "off"], false, false],
    // Wanted again, it is wanted anew.
    [["on", "address", "confirm", "off", "on"], "pending", "confirmed"],
    [["on", "address", "confirm", "no address"], "intent", "intent"],
    [["on", "address", "no address", "address"], "pending", "confirmed"],
    // A link that is followed late does not undo a no.
    [["on", "address", "off", "confirm"], false, false],
    [["off", "address"], false, false],
    [["off", "address", "on"], "pending", "confirmed"],
    [["off", "no address"], false, false],
    [["address"], undefined, undefined],
    [["no address"], undefined, undefined],
  ])("after %j: %j where it is to be confirmed, else %j", (steps, double, single) => {
    expect(after(steps, "email", true).channels.email).toBe(double);
    expect(after(steps, "email", false).channels.email).toBe(single);
  });

  test.each<[Channel, ChannelState]>([
    ["email", "pending"],
    ["sms", "pending"],
    ["phone", "pending"],
    ["whatsapp", "pending"],
    ["post", "confirmed"],
  ])("%s with an address is %s under double opt-in", (channel, state) => {
    expect(after(["on", "address"], channel, true).channels[channel]).toBe(state);
  });
});

test.each<Channel>(["onsite", "display", "push", "email_tracking"])("%s needs none", (channel) => {
  expect(after(["on"], channel, true).channels[channel]).toBe("confirmed");
  expect(after(["on", "off", "confirm"], channel, true).channels[channel]).toBe(false);
  expect(after(["address", "confirm"], channel, true)).toEqual(NONE);
});

test("whether an address is known is kept, and once", () => {
  const reach = addressed(addressed(NONE, "email", true, true), "sms", true, true);
  expect(addressed(reach, "email", true, true).addressed).toEqual(["sms", "email"]);
  expect(addressed(reach, "email", false, true).addressed).toEqual(["sms"]);
  expect(confirmed(NONE, "email").addressed).toEqual(["email"]);
});

test("what one channel goes through moves no other, and nothing else that is kept", () => {
  const before = { channels: { sms: "intent", post: false } as const, addressed: [], topics: ["news"] };
  expect(addressed(before, "email", true, true)).toEqual({ ...before, addressed: ["email"] });
  expect(confirmed(before, "sms")).toMatchObject({ channels: { sms: "confirmed", post: false }, topics: ["news"] });
});

describe("senders reach a visitor", () => {
  test("by what is confirmed, and nothing else", () => {
    const channels = { email: "pending", sms: "confirmed", post: "intent", phone: false, onsite: "confirmed" } as const;
    expect(reachable({ channels })).toEqual(["sms", "onsite"]);
    expect(reachable(NONE)).toEqual([]);
  });

  test("and watch their mails only where there are some", () => {
    expect(reachable({ channels: { email_tracking: "confirmed", email: "pending" } })).toEqual([]);
    const both = { email_tracking: "confirmed", email: "confirmed" } as const;
    expect(reachable({ channels: both })).toEqual(["email_tracking", "email"]);
  });

  test("never without a confirmation since the last yes, where it is asked, whatever happens", () => {
    const step = fc.constantFrom<Step>("on", "off", "address", "no address", "confirm");
    const channel = fc.constantFrom<Channel>("email", "sms", "phone", "whatsapp");
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), channel, (steps, one) => {
        if (!reachable(after(steps, one, true)).includes(one)) return;
        const since = steps.slice(Math.max(steps.lastIndexOf("off"), steps.lastIndexOf("no address")) + 1);
        expect(since).toContain("confirm");
      }),
      { numRuns: 2_000 },
    );
  });

  test("never by a channel that is off", () => {
    const step = fc.constantFrom<Step>("on", "off", "address", "no address", "confirm");
    fc.assert(
      fc.property(fc.array(step), fc.constantFrom(...ALL), fc.boolean(), (steps, one, doubleOptIn) => {
        expect(reachable(after([...steps, "off", "confirm"], one, doubleOptIn))).toEqual([]);
      }),
    );
  });
});

test("what was stored is taken as far as it is known; a yes from before there were states is an intent", () => {
  const stored = { email: true, sms: false, post: "pending", phone: "sure", push: 1, onsite: null, whatsapp: {} };
  expect(reviveChannels(stored)).toEqual({ email: "intent", sms: false, post: "pending" });
});
