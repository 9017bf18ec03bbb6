/** The made-up shop whose dialogs the gallery's frames show, compiled as the edge would. */
import type { CompiledSite, Regime } from "@ghostlight/rules";
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { CENTER_TEXTS } from "../../packages/rules/src/site/texts/center.ts";
import { english } from "../../packages/rules/src/site/texts/english.ts";
import { ARABIC_BANNER, ARABIC_CENTER } from "./arabic.ts";

/** There is no Arabic for what is rarely seen: English stands there. */
const ARABIC = {
  ...english.texts,
  ...ARABIC_BANNER,
  "opt-out": { ...english.regimes["opt-out"], ...pick(ARABIC_BANNER) },
  notice: { ...english.regimes.notice, ...pick(ARABIC_BANNER) },
  embeds: english.embeds,
  center: { ...CENTER_TEXTS.en, ...ARABIC_CENTER },
};

function pick({ title, body, list, always, accepted, refused }: typeof ARABIC_BANNER) {
  return { title, body, list, always, accepted, refused };
}

export function frameSite(language: string, regime: Regime, layout: string, brand: boolean): CompiledSite {
  const result = checkSite({
    site: "gallery",
    origins: ["http://localhost:8787"],
    languages: ["en", "it", "ar"],
    policy: "/privacy.html",
    banner: { layout },
    ...(brand && { theme: { accent: "#1f4a3e", onAccent: "#ffffff", radius: "3px" } }),
    services: { openstreetmap: true, "google-ads": true },
    channels: ["email", "email_tracking", "sms", "post"],
    topics: {
      news: { name: { en: "New lamps", it: "Nuove lampade", ar: "مصابيح جديدة" } },
      care: { name: { en: "Care and repair", it: "Cura e riparazione", ar: "العناية والإصلاح" } },
    },
    texts: { ar: ARABIC },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return compileSite(result.site, language, {}, regime);
}
