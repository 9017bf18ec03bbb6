/** Random clauses, as a site file writes them. */
import fc from "fast-check";
import type { ClauseText, EventText, LikingText, Where } from "../oracle/words.ts";
import { comparison, defined, maybe, NAMES, span } from "./words.ts";

const name = fc.constantFrom(...NAMES);
const event = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 1, arbitrary: fc.subarray([...NAMES], { minLength: 2 }) },
);
const kind = fc.constantFrom("x", "y", "z");
const where: fc.Arbitrary<Where | undefined> = maybe(
  fc.oneof(
    fc.record({ kind }),
    fc.record({ kind: fc.record({ $in: fc.uniqueArray(kind, { minLength: 1, maxLength: 2 }) }) }),
    fc.record({ kind: fc.record({ $exists: fc.boolean() }) }),
    fc.record({ size: comparison(fc.integer({ min: 1, max: 3 })) }),
  ),
  1,
);
const small = fc.integer({ min: 0, max: 4 });
const named = fc.record({ event, where });
const day = fc.constantFrom("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-29", "2026-04-28");
const dates = fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const ages = fc
  .tuple(fc.constantFrom("1m", "10m", "1h", "1d"), fc.constantFrom("2d", "1w", "30d", "1mo"))
  .map(([a, b]): [string, string] => [a, b]);
const window = fc.oneof(
  fc.record({ within: span }),
  fc.record({ within: fc.record({ days: fc.constantFrom(1, 2, 3, 7) }) }),
);
const aging = fc.record({ between: fc.oneof(ages, dates) });
const visit = fc.constant({ session: true } as const);
const none = fc.constant({});

/** How often, how much, how many kinds. */
const counted = (windows: fc.Arbitrary<object>): fc.Arbitrary<EventText> =>
  fc.tuple(named, fc.record({ count: maybe(comparison(small)) }), windows).map(merged);
const summed = (windows: fc.Arbitrary<object>): fc.Arbitrary<EventText> =>
  fc
    .tuple(named, fc.record({ sum: fc.record({ size: comparison(fc.integer({ min: 0, max: 9 })) }) }), windows)
    .map(merged);
const varied = (windows: fc.Arbitrary<object>): fc.Arbitrary<EventText> =>
  fc.tuple(named, fc.record({ distinct: fc.record({ kind: comparison(small) }) }), windows).map(merged);
const aged: fc.Arbitrary<EventText> = fc
  .tuple(named, fc.oneof(fc.record({ first: comparison(span) }), fc.record({ last: comparison(span) })))
  .map(merged);
const second = fc.record({ event, where, within: span }).map((one) => defined(one));
const abandoned: fc.Arbitrary<EventText> = fc.tuple(named, fc.record({ without: second })).map(merged);
const sequence: fc.Arbitrary<EventText> = fc
  .tuple(fc.oneof(aged, counted(fc.oneof(none, window, aging, visit))), second)
  .map(([one, then]) => ({ ...one, then }));

export const liking: fc.Arbitrary<LikingText> = fc
  .tuple(
    fc.record({ affinity: fc.constant("taste"), of: kind }),
    fc.oneof(
      fc.record({ share: comparison(fc.constantFrom(0.13, 0.37, 0.71)) }),
      fc.record({ lift: comparison(fc.constantFrom(0.57, 1.33, 2.11)) }),
      fc.record({ top: fc.constantFrom(1, 2) }),
    ),
  )
  .map(([what, wanted]) => ({ ...what, ...wanted }));

const fact: fc.Arbitrary<ClauseText> = fc
  .oneof(
    fc.record({ orders: comparison(small) }),
    fc.record({ revenue: comparison(fc.integer({ min: 0, max: 30 })) }),
    fc.record({ kinds: comparison(small) }),
    fc.record({ latest: kind }),
    fc.record({ earliest: kind }),
    fc.record({ largest: small, device: fc.constantFrom("mobile", "desktop") }),
    fc.record({ smallest: small }),
    fc.record({ identified: fc.boolean() }),
  )
  .map((condition) => ({ fact: condition }));

const around: fc.Arbitrary<ClauseText> = fc.oneof(
  fc.record({ consent: fc.constantFrom("personalization", "marketing") }),
  fc.record({ channel: fc.constantFrom("email", "sms") }),
  fc.record({ channel: fc.constantFrom("email", "sms"), preferred: fc.constant(true as const) }),
  fc.record({ value: fc.constantFrom("medium", "big", "huge") }),
);

const visits: fc.Arbitrary<ClauseText> = fc.oneof(
  comparison(span).map((silent) => ({ silent })),
  comparison(small).map((sessions) => ({ fact: { sessions } })),
  counted(visit),
  summed(visit),
  varied(visit),
);

/** What changes at instants that can be computed. */
export const exact: fc.Arbitrary<ClauseText> = fc.oneof(
  counted(fc.oneof(window, aging, visit)),
  varied(window),
  aged,
  abandoned,
  sequence,
);

/** What holds its answer whatever the order in which events arrive. */
export const timeless: fc.Arbitrary<ClauseText> = fc.oneof(
  { weight: 4, arbitrary: counted(fc.oneof(none, window, window, aging)) },
  { weight: 2, arbitrary: summed(fc.oneof(none, window, aging)) },
  { weight: 2, arbitrary: varied(fc.oneof(none, window)) },
  { weight: 3, arbitrary: aged },
  { weight: 2, arbitrary: abandoned },
  { weight: 1, arbitrary: fact },
  { weight: 1, arbitrary: around },
);

/** Any clause about events and what surrounds them; none that reads another rule. */
export const leaf: fc.Arbitrary<ClauseText> = fc.oneof(
  { weight: 6, arbitrary: timeless },
  { weight: 3, arbitrary: visits },
  { weight: 2, arbitrary: sequence },
  { weight: 1, arbitrary: liking },
);

/** Joins of such clauses, and of others that are handed in. */
export function joined(one: fc.Arbitrary<ClauseText>, others: readonly ClauseText[] = []): fc.Arbitrary<ClauseText> {
  const part = others.length > 0 ? fc.oneof({ weight: 2, arbitrary: one }, fc.constantFrom(...others)) : one;
  const { clause } = fc.letrec<{ clause: ClauseText }>((tie) => ({
    clause: fc.oneof(
      { depthSize: "small", withCrossShrink: true, maxDepth: 3 },
      { weight: 3, arbitrary: part },
      { weight: 1, arbitrary: fc.record({ not: tie("clause") }) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie("clause"), { minLength: 1, maxLength: 3 }) }) },
    ),
  }));
  return clause;
}

function merged(parts: readonly object[]): EventText {
  return defined(Object.assign({}, ...parts)) as EventText;
}
