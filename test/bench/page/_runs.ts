/** Runs as they could have been measured, for what is made of them. */
import type { Series } from "./measure.mjs";
import type { Measured } from "./visit.mjs";

export const run = (over: Partial<Measured> = {}): Measured => ({
  bytes: 1_000,
  wire: 1_000,
  requests: 0,
  script: 1,
  longest: 1,
  blocking: 0,
  busy: 30,
  paint: 100,
  dialog: undefined,
  shift: 0,
  heap: 600_000,
  kept: [],
  told: [],
  faults: [],
  ...over,
});

/** Ours within all that is promised. */
export const SERIES: readonly Series[] = [
  { candidate: "empty", visit: "first", runs: [run()] },
  { candidate: "ghostlight", visit: "first", runs: [run({ bytes: 14_000, script: 21, longest: 12, dialog: 200 })] },
  { candidate: "stack", visit: "first", runs: [run({ bytes: 44_000, script: 101, longest: 80, dialog: 500 })] },
  { candidate: "empty", visit: "returning", runs: [run()] },
  { candidate: "ghostlight", visit: "returning", runs: [run({ bytes: 17_000, script: 26, longest: 20 })] },
  {
    candidate: "stack",
    visit: "returning",
    runs: [
      run({
        bytes: 44_000,
        script: 121,
        kept: ["cookie cc_cookie", "cookie _sp_id", "localStorage queue"],
        told: [{ path: "/tp2", bytes: 780 }],
      }),
    ],
  },
];

/** The same, with other runs of ours in one kind of visit. */
export const withOurs = (visit: Series["visit"], runs: readonly Measured[]): Series[] =>
  SERIES.map((one) => (one.candidate === "ghostlight" && one.visit === visit ? { ...one, runs: [...runs] } : one));
