/** Who the visitor is under `analytics`, and in which session: how each message changes that. */
import { GHOST_LIFE, SESSION_GAP } from "@ghostlight/rules";
import { marksOf } from "../env/campaign.ts";
import type { Content } from "./arguments.ts";
import type { Call, Properties } from "./call.ts";

export interface Identity {
  /** UUID of this browser. */
  readonly anonymousId: string;
  /** Since when it goes by that, ms since 1970. */
  readonly since: number;
  readonly userId?: string | undefined;
  readonly traits?: Properties | undefined;
  readonly groupId?: string | undefined;
  readonly groupTraits?: Properties | undefined;
  /** The session: ms since 1970 at its start, which also names it. */
  readonly sessionId: number;
  /** Its latest message, ms since 1970. */
  readonly last: number;
  /** The campaign that brought the visitor in, see `marksOf`; empty where none did. */
  readonly campaign: string;
}

export interface IdentityHost {
  readonly newId: () => string;
  /** By the clock of the calls. */
  readonly now: () => number;
  readonly toJson: (value: unknown) => string;
}

/** Characters of all traits that are kept, each with its name: those of one call have room, and all of them in one event. */
const MOST_TRAITS = 40_000;

type Given = Properties | false | undefined;

/**
 * Who the visitor is once this was said, by Segment's rules: another user gets another pseudonym and traits of their own,
 * and traits join those there are. What is 13 months old is forgotten.
 *
 * A session ends after half an hour of silence, or when another campaign brings the visitor in; not at midnight, and not
 * with its tab. A message that comes late begins none. Only views count as coming in: two tabs with a campaign each would
 * otherwise end each other's session with every click.
 */
export function nextIdentity(
  known: Identity | undefined,
  call: Call,
  content: Content,
  { newId, now, toJson }: IdentityHost,
): Identity {
  const { type, properties, options } = content;
  const { page } = call;
  const at = Math.min(call.at, now());
  const user = type === "identify" && content.userId;
  const isOther = user && known?.userId && user !== known.userId;
  const same: Partial<Identity> = known && at - known.since < GHOST_LIFE && !isOther ? known : {};
  const { last: told = 0 } = same;
  // Told by a clock that was ahead, it would keep sessions from ending until then.
  const last = told - now() < SESSION_GAP ? told : 0;
  const { anonymousId = same.anonymousId ?? newId() } = options;
  const { groupId = same.groupId } = content;

  /** Both, the newest first; without the oldest, where not all have room: the edge would refuse them. */
  const join = (known: Given, more: Given): Properties => {
    let room = MOST_TRAITS;
    return Object.fromEntries(
      Object.entries({ ...more, ...known, ...more }).filter((entry) => {
        room -= toJson(entry).length;
        return room > 0;
      }),
    );
  };

  const marks = marksOf(page.search).join();
  const isBrought = type === "page" && marks && marks !== same.campaign;
  const { sessionId = at, campaign = marks } = at - last < SESSION_GAP && !isBrought ? same : {};
  return {
    anonymousId,
    since: Math.min((anonymousId === same.anonymousId && same.since) || at, at),
    userId: user || same.userId,
    traits: join(same.traits, type === "identify" && properties),
    groupId,
    groupTraits: join(groupId === same.groupId && same.groupTraits, type === "group" && properties),
    sessionId,
    last: Math.max(last, at),
    campaign,
  };
}
