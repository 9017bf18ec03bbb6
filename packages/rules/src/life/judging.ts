/** What judges a life. A page that judges has it: what explains there is given it, and brings none of its own. */
import { evaluateClause } from "../clause/evaluate.ts";
import { tallyOf } from "../ghost/reduce.ts";
import { factsOf } from "./facts.ts";
import { resumeLife } from "./life.ts";
import { readingOf } from "./look.ts";

/** All that an explanation asks of it. */
export const JUDGING = { evaluateClause, factsOf, readingOf, resumeLife, tallyOf } as const;

/** {@link JUDGING}, as it is handed on. */
export type Judging = typeof JUDGING;
