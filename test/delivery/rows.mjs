// @ts-check
/** All rows, in the order of the table. */
import { answers } from "./rows/answers.mjs";
import { hosts } from "./rows/hosts.mjs";
import { kills } from "./rows/kills.mjs";
import { leaves } from "./rows/leaves.mjs";
import { together } from "./rows/tabs.mjs";
import { times } from "./rows/times.mjs";

/** @type {readonly import("./rows/row.mjs").Row[]} */
export const rows = [...answers, ...leaves, ...kills, ...times, ...together, ...hosts];
