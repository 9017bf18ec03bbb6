/** A tool that the page has registered, which hears messages under its purpose. */
import type { Purpose } from "@ghostlight/rules";
import type { Message } from "../message.ts";

type Take = (message: Message) => unknown;

export interface Plugin {
  readonly name: string;
  /** Under which it gets messages, those that happened while it was granted. Default `analytics`. */
  readonly purpose?: Purpose;
  /** Run once, before its first message; where it returns a promise, messages wait for that. */
  readonly load?: () => unknown;
  readonly track?: Take;
  readonly page?: Take;
  readonly identify?: Take;
  readonly group?: Take;
  readonly alias?: Take;
}

export const purposeOf = ({ purpose = "analytics" }: Plugin): Purpose => purpose;
