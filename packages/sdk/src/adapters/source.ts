/** What a consent tool that a site keeps has to offer, so that Ghostlight asks nothing itself and follows it. */
import type { Purpose } from "@ghostlight/rules";

/**
 * Where the choice comes from, in place of Ghostlight's own dialog and cookie. To write one for another tool, three
 * functions are enough; none of them may throw.
 */
export interface ConsentSource {
  /**
   * The answers in force: `true` granted, `false` refused; a purpose that is not in it counts as refused.
   * `undefined` where the visitor has not chosen: then the law says what holds. `null` while nobody knows, as long as the
   * tool is not there: then nothing is granted under any law, and nothing that an earlier page kept is erased.
   */
  readonly get: () => Readonly<Record<Purpose, boolean>> | null | undefined;
  /** Calls `changed` whenever `get` may answer something else; once too often does no harm. */
  readonly on: (changed: () => void) => void;
  /** Shows the tool's own settings, for an opener of ours; absent where the tool has none. */
  readonly open?: () => void;
}
