/** Tells tools that are functions, such as the Meta pixel and Clarity. Few sites have one: they get an entry that can. */
import { attempt } from "../attempt.ts";

/** `page`: where the tool is or will be, by its `name`. */
export type CreateCaller = (page: Record<string, unknown>, name: string) => (call: readonly unknown[]) => void;

/**
 * A function that is not there yet is not put there: the Meta pixel's snippet takes one that exists for itself, and
 * would never load. Instead, whoever first reaches for the function that the snippet leaves finds ours told before.
 */
export const createCaller: CreateCaller = (page, name) => {
  const waiting: (readonly unknown[])[] = [];
  let arrived: unknown;
  const tell = (tool: unknown): void => {
    for (const call of waiting.splice(0)) attempt(() => (tool as (...call: readonly unknown[]) => void)(...call));
  };
  const define = (property: PropertyDescriptor): unknown =>
    Object.defineProperty(page, name, { configurable: true, enumerable: true, ...property });
  return (call) => {
    waiting.push(call);
    const tool = page[name];
    if (tool) tell(tool);
    else
      define({
        get() {
          if (arrived) {
            define({ value: arrived, writable: true });
            tell(arrived);
          }
          return arrived;
        },
        set(value) {
          arrived = value;
        },
      });
  };
};
