/** Texts of what redaction looks for, and of what looks like it. */
import fc from "fast-check";

export const FRAGMENTS: readonly string[] = [
  ..."aZ 09@%&=?#/:;,.-_+()[]<>\"'!\n\\è🏮\0",
  ..."token code pass user key eyJ eyJh.b :// https://a.example/ mailto: %40 %2540 %25 %3D %26token%3Dq %E9 [redacted]".split(
    " ",
  ),
  ..."4111 1111 4242424242424242 4111111111111111 2026-11-21 j@d.example token=abc ?a=b&c=d utm_source=news".split(" "),
];

export const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }).map((parts) => parts.join(""));
