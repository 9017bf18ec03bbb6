/** What can be wrong with a field of the checkout; the page has the words for it. */

export type Fault = "missing" | "invalid";

const shapes: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/,
  postcode: /^[\da-z][\da-z -]{2,6}[\da-z]$/i,
};

/** Blanks around a value do not count. Fields without a shape of their own only need to be there. */
export const faultOf = (field: string, value: string): Fault | undefined => {
  const given = value.trim();
  if (given === "") return "missing";
  const shape = shapes[field];
  return shape && !shape.test(given) ? "invalid" : undefined;
};
