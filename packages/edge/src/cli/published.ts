/** Follows what is published in a folder of data, and has the edge show it. */
import type { Site } from "@ghostlight/rules/site";
import type { Publications } from "../store/publications.ts";
import type { Edge } from "./edge.ts";
import { printIssues } from "./faults.ts";

/** A site as it is shown, by the number of its publication. */
export interface Shown {
  readonly site: Site;
  readonly number: number;
}

export interface Following {
  /** What is shown by now, by the site's id. */
  readonly shown: () => readonly Shown[];
  /** What was chosen and could not be shown at the last look. */
  readonly waiting: () => readonly Shown[];
  /** Looks for other publications than at the last look, and shows them. Rejects where they cannot be read. */
  readonly look: () => Promise<void>;
}

/** `tell` takes a line for each change. */
export function followPublications(
  publications: Publications,
  edge: Pick<Edge, "fit" | "show">,
  tell: (line: string) => void,
): Following {
  let seen: ReadonlyMap<string, number> = new Map();
  let shown: ReadonlyMap<string, Shown> = new Map();
  let waiting: readonly Shown[] = [];
  /** What the looks told that came to nothing since: each second there is another, which finds the same. */
  const told = new Set<string>();

  /** Tells it once of a publication: of the next that does not fit, the same that is shown may stay. */
  function note(number: number, line: string): void {
    const key = `${number} ${line}`;
    if (!told.has(key)) tell(line);
    told.add(key);
  }

  /** What is to be shown of a site: the current publication, else what is shown of it, else the latest that fits. */
  async function choose(site: string, number: number): Promise<Shown | undefined> {
    const before = shown.get(site);
    const current = await read(site, number);
    if (current || before) {
      if (!current) note(number, `site "${site}": number ${before?.number} stays`);
      return current ?? before;
    }
    for (const { number: earlier } of await publications.history(site)) {
      const found = earlier < number ? await read(site, earlier) : undefined;
      if (found) return found;
    }
    note(number, `site "${site}": nothing that was published of it can be shown`);
    return undefined;
  }

  async function read(site: string, number: number): Promise<Shown | undefined> {
    const publication = await publications.read(site, number);
    if (!publication) return undefined;
    const fit = edge.fit(publication.file);
    if (fit.ok && fit.site.site === site) return { site: fit.site, number };
    const name = `site "${site}", number ${number} by version ${publication.version}`;
    const reason = "reason" in fit ? fit.reason : fit.ok ? `it is of a site "${fit.site.site}"` : undefined;
    note(
      number,
      `${name} does not fit this version: ${reason ?? printIssues("its site file", "issues" in fit ? fit.issues : []).trimEnd()}`,
    );
    return undefined;
  }

  return {
    shown: () => [...shown.values()],
    waiting: () => waiting,
    async look() {
      waiting = [];
      const current = await publications.current();
      const changed = [...current].filter(([site, number]) => seen.get(site) !== number);
      if (!changed.length) return;
      const next = new Map(shown);
      for (const [site, number] of changed) {
        const chosen = await choose(site, number);
        if (chosen) next.set(site, chosen);
      }
      waiting = [...next.values()].filter((one) => shown.get(one.site.site) !== one);
      if (waiting.length) await edge.show([...next.values()].map(({ site }) => site));
      for (const { site, number } of waiting) tell(`site "${site.site}": number ${number} is shown`);
      waiting = [];
      shown = next;
      seen = current;
      told.clear();
    },
  };
}
