/** What a choice, the law in force and a privacy signal come to together. */
import { type Answer, type Choice, type EntryPart, isAlive, lifeOf, type Purpose } from "@ghostlight/rules";

/** The part of the entry that matters for consent. */
export type Asked = Pick<EntryPart, "purposes" | "revision" | "grantDays" | "regime" | "services">;

export interface Decision {
  /** Purposes that may be pursued, in the order of the site. */
  readonly inForce: readonly Purpose[];
  /** Purposes that the visitor still has to be asked about. */
  readonly open: readonly Purpose[];
  /** Whether there is an answer, but to earlier questions: what rests on it waits for the new one. */
  readonly outdated: boolean;
  /** What still counts of the answers. */
  readonly answers: Choice["answers"];
  /** Services that may run, by their ids: as they were answered, else as their purpose is. */
  readonly allowed: readonly string[];
  /** What still counts of the answers to services. */
  readonly services: Readonly<Record<string, boolean | undefined>>;
}

/**
 * `denied`: the purposes marked as sale where Global Privacy Control is on, else none: https://w3c.github.io/gpc/. It spares
 * the visitor the question about them, until they answer it themselves: a yes from before the signal counts no longer.
 * `now` in ms.
 */
export function decide(asked: Asked, choice: Choice | undefined, denied: readonly Purpose[], now: number): Decision {
  const optIn = asked.regime === "opt-in";
  const alive = choice && isAlive(choice, lifeOf(asked), now) ? choice : undefined;
  const outdated = !!alive && alive.revision !== asked.revision;
  /** A yes to earlier questions is none to these, nor one from before the signal to what it denies; a no stays one. */
  const counts = ([id, answer, purpose = id]: readonly [string, Answer | undefined, Purpose?]): boolean =>
    answer === false || !(outdated || (denied.includes(purpose) && !alive?.gpc));
  const answers: Record<Purpose, Answer> = Object.fromEntries(Object.entries(alive?.answers ?? {}).filter(counts));
  const inForce = asked.purposes.filter((purpose) => answers[purpose] ?? !(optIn || denied.includes(purpose)));
  const all = Object.entries(asked.services);
  const services: Decision["services"] = Object.fromEntries(
    all.map(([id, purpose]) => [id, alive?.services[purpose]?.[id], purpose] as const).filter(counts),
  );
  const allowed = all.flatMap(([id, purpose]) =>
    (services[id] ?? ["necessary", ...inForce].includes(purpose)) ? id : [],
  );
  return {
    inForce,
    open: asked.purposes.filter(
      (purpose) =>
        !denied.includes(purpose) &&
        (outdated || answers[purpose] === undefined || (optIn && answers[purpose] === null)),
    ),
    outdated,
    answers,
    allowed,
    services,
  };
}
