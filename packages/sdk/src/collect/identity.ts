/** Who the visitor is under `analytics`, and the session: how each message changes that. */
import { GHOST_LIFE, SESSION_GAP } from "@ghostlight/rules";
import type { Content } from "./arguments.ts";
import type { Properties } from "./call.ts";

/** Messages with less than {@link SESSION_GAP} between them, until another campaign brings the visitor in. */
export interface Session {
  /** ms since 1970 at its start, which also names it. */
  readonly id: number;
  /** Its latest message, ms since 1970. */
  readonly last: number;
  /** The campaign that brought the visitor in, see `campaignOf`; empty where none did. */
  readonly campaign: string;
}

export interface Identity {
  /** UUID of this browser. */
  readonly anonymousId: string;
  /** Since when it goes by that, ms since 1970. */
  readonly since: number;
  readonly userId?: string | undefined;
  readonly traits?: Properties | undefined;
  readonly groupId?: string | undefined;
  readonly groupTraits?: Properties | undefined;
  readonly session: Session;
}

export interface Circumstances {
  /** ms since 1970. */
  readonly at: number;
  /** The campaign that its page names, empty where none. */
  readonly campaign: string;
  /** Makes a UUID. */
  readonly newId: () => string;
}

/**
 * Who the visitor is once this was said, by Segment's rules: another user gets another pseudonym and traits of their own,
 * and traits join those there are. What is 13 months old is forgotten.
 */
export function nextIdentity(known: Identity | undefined, content: Content, when: Circumstances): Identity {
  const { type, properties, userId, groupId, options } = content;
  const isUser = type === "identify";
  const isGroup = type === "group";
  const aged = known && when.at - known.since < GHOST_LIFE ? known : undefined;
  const isOther = isUser && userId && aged?.userId && userId !== aged.userId;
  const same = isOther ? undefined : aged;
  const { anonymousId = same?.anonymousId ?? when.newId() } = options;
  const sameGroup = !groupId || !same?.groupId || groupId === same.groupId;
  return {
    ...same,
    anonymousId,
    since: anonymousId === same?.anonymousId ? same.since : when.at,
    ...(isUser && { userId: userId ?? same?.userId, traits: { ...same?.traits, ...properties } }),
    ...(isGroup && {
      groupId: groupId ?? same?.groupId,
      groupTraits: { ...(sameGroup && same?.groupTraits), ...properties },
    }),
    session: nextSession(same?.session, type, when),
  };
}

/**
 * It ends after half an hour of silence, or when another campaign brings the visitor in; not at midnight, and not with
 * its tab. A message that comes late begins none. Only views count as coming in: two tabs with a campaign each would
 * otherwise end each other's session with every click.
 */
function nextSession(before: Session | undefined, type: Content["type"], { at, campaign }: Circumstances): Session {
  const isBrought = type === "page" && campaign && campaign !== before?.campaign;
  if (!before || isBrought || at - before.last >= SESSION_GAP) return { id: at, last: at, campaign };
  return { ...before, last: Math.max(before.last, at) };
}
