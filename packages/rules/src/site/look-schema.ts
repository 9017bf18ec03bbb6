/** The part of a site file about looks. Values are checked so that none can reach outside its own property. */
import * as v from "valibot";
import { strictObject } from "./object.ts";
import { say } from "./words.ts";

export const banner = v.pipe(
  strictObject(
    {
      layout: v.optional(
        v.pipe(
          v.picklist(["box", "bar", "modal"], say("this is not a layout", 'write "box", "bar" or "modal"')),
          v.description("A box in a corner, a bar at the bottom, or a modal in the middle. Default box."),
        ),
        "box",
      ),
      ahead: v.optional(
        v.pipe(
          v.boolean(say("it comes with the entry or by itself", "write true or false")),
          v.description(
            "Whether the dialog comes in one file with the entry to a visitor who has not chosen. Default true; false where most pages show no dialog of ours, or speak another language than their visitors' browsers.",
          ),
        ),
        true,
      ),
    },
    say("this is not a banner", 'write {"layout": "box"}'),
  ),
  v.description("How the first layer is laid out."),
);

const NOT_A_COLOUR = say("this is not a colour", 'write it like "#0b5fff", "rgb(11 95 255)" or "oklch(55% 0.2 260)"');

/** Numbers, units and separators alone: nothing that loads, computes or ends the declaration. */
const COLOUR =
  /^(#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([0-9.%,/ +-]*(deg|turn|rad)?[0-9.%,/ +-]*\))$/;

const colour = (what: string) =>
  v.pipe(v.string(NOT_A_COLOUR), v.maxLength(60, NOT_A_COLOUR), v.regex(COLOUR, NOT_A_COLOUR), v.description(what));

const NOT_A_LENGTH = say("this is not a length", 'write it like "8px", "0.5rem" or "0"');

const NOT_A_FONT = say("this is not a list of fonts", `write it like 'Inter, "Segoe UI", sans-serif'`);

const FONT =
  /^("[A-Za-z0-9 _.-]+"|'[A-Za-z0-9 _.-]+'|[A-Za-z][A-Za-z0-9_-]*( [A-Za-z][A-Za-z0-9_-]*)*)(, ?("[A-Za-z0-9 _.-]+"|'[A-Za-z0-9 _.-]+'|[A-Za-z][A-Za-z0-9_-]*( [A-Za-z][A-Za-z0-9_-]*)*))*$/;

const colours = {
  accent: v.optional(colour("Background of the buttons.")),
  onAccent: v.optional(colour("Text of the buttons.")),
  surface: v.optional(colour("Background of dialogs.")),
  ink: v.optional(colour("Text of dialogs.")),
};

export const theme = v.pipe(
  strictObject(
    {
      ...colours,
      dark: v.optional(
        v.pipe(
          strictObject(
            colours,
            say("this is not a set of dark colours", 'write {"accent": "#9cc2ff", "onAccent": "#0b1a33"}'),
          ),
          v.description(
            "Colours where the visitor prefers dark. Default: the theme's own, else the shipped dark ones.",
          ),
        ),
      ),
      scheme: v.optional(
        v.pipe(
          v.picklist(["auto", "light", "dark"], say("this is not a scheme", 'write "auto", "light" or "dark"')),
          v.description("As the visitor prefers, or always light, or always dark as the site is. Default auto."),
        ),
      ),
      radius: v.optional(
        v.pipe(
          v.string(NOT_A_LENGTH),
          v.regex(/^(0|\d{1,3}(\.\d{1,3})?(px|rem|em))$/, NOT_A_LENGTH),
          v.description("Rounding of corners, in px, rem or em."),
        ),
      ),
      font: v.optional(
        v.pipe(
          v.string(NOT_A_FONT),
          v.maxLength(200, NOT_A_FONT),
          v.regex(FONT, NOT_A_FONT),
          v.description("Families in order of preference, as in CSS."),
        ),
      ),
    },
    say("this is not a theme", 'write {"accent": "#0b5fff", "onAccent": "#ffffff"}'),
  ),
  v.description("Colours, corners and font of all that Ghostlight shows. Contrast of text has to be 4.5:1 at least."),
);
