/** The answers that a layer can give in one go. They come with the layer: the entry needs none of them. */
import type { Answer, Purpose } from "@ghostlight/rules";
import type { Consent, Permissions } from "./consent.ts";

function withAll<T>(answers: Readonly<Record<string, T>>, ids: readonly string[], answer: T): Record<string, T> {
  return { ...answers, ...Object.fromEntries(ids.map((id) => [id, answer])) };
}

/**
 * What one answer is about: every question that is open; where none is, all that is granted or refused. What is not
 * asked, such as what Global Privacy Control denies, is not among it.
 */
export function askedNow({ look }: Pick<Consent, "look">): readonly Purpose[] {
  const { open, answers, inForce } = look();
  return open.length ? open : [...new Set([...Object.keys(answers), ...inForce])];
}

/** The same answer to all of {@link askedNow}, and to each of their services. The rest stays as it is. */
export function answerAll(consent: Pick<Consent, "entry" | "look" | "write">, yes: boolean): void {
  const { answers, services } = consent.look();
  const asked = askedNow(consent);
  const rest = Object.entries(services).filter(([id]) => !asked.includes(consent.entry.services[id] ?? ""));
  consent.write(withAll<Answer>(answers, asked, yes), Object.fromEntries(rest));
}

/** A yes to these; the others stay as they are, also unanswered. */
export function allow({ look, write }: Pick<Consent, "look" | "write">, wanted: Permissions): void {
  const { answers, services } = look();
  write(withAll<Answer>(answers, wanted.purposes, true), withAll<boolean | undefined>(services, wanted.services, true));
}

/** The visitor was told and has not objected: not asked again where the law opts them in; no answer where it does not. */
export function dismissAll({ look, write }: Pick<Consent, "look" | "write">): void {
  const { open, answers, services } = look();
  write(withAll<Answer>(answers, open, null), services);
}
