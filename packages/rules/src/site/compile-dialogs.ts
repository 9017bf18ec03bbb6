/** Compiles what a visitor reads: the first layer, the preference center and what stands in for an embed. */
import type { BannerPart, BannerTexts, CenterPart, EmbedsPart, Regime, Theme } from "../contract.ts";
import { localText } from "./local-text.ts";
import { namesOfRules } from "./names-of-rules.ts";
import { ownService } from "./own-service.ts";
import { askedPurposes, wordsOfPurpose } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { describeService, resolveServices } from "./services.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { textsOf } from "./texts/languages.ts";

export function compileBanner(site: Site, language: string, regime: Regime): BannerPart {
  const services = resolveServices(site);
  return {
    regime,
    layout: site.banner.layout,
    ...common(site, language),
    texts: bannerTexts(site, language, regime),
    purposes: askedPurposes(site).map((id) => ({
      id,
      ...wordsOfPurpose(site, id, language),
      services: services.filter(({ purpose }) => purpose === id).map(({ name }) => name),
    })),
    ...policyOf(site, language),
  };
}

export function compileCenter(site: Site, language: string, regime: Regime): CenterPart {
  const services = resolveServices(site);
  const { channels } = textsOf(language);
  return {
    regime,
    ...common(site, language),
    texts: {
      ...centerTexts(language),
      ...namesOfRules(site, language),
      ...defined(site.texts[language]?.center ?? {}),
    },
    purposes: ["necessary", ...askedPurposes(site)].map((id) => ({
      id,
      ...wordsOfPurpose(site, id, language),
      services: [
        ...ownService(site, id, language),
        ...services.filter(({ purpose }) => purpose === id).map((one) => describeService(one, language, site)),
      ],
    })),
    channels: site.channels.map((id) => ({ id, ...channels[id] })),
    topics: Object.entries(site.topics).map(([id, { name }]) => ({ id, name: localText(name, language, site) ?? id })),
    ...policyOf(site, language),
  };
}

export function compileEmbeds(site: Site, language: string): EmbedsPart {
  const asked = askedPurposes(site);
  const services = resolveServices(site).filter(({ purpose }) => asked.includes(purpose));
  return {
    ...common(site, language),
    texts: { ...textsOf(language).embeds, ...defined(site.texts[language]?.embeds ?? {}) },
    purposes: Object.fromEntries(asked.map((id) => [id, wordsOfPurpose(site, id, language).name])),
    services: Object.fromEntries(services.map(({ id, name }) => [id, name])),
  };
}

/**
 * What is said of how things stand differs by regime, so that a site's own sentences for opt-in never promise
 * elsewhere that nothing is on; those that do not differ hold everywhere.
 */
function bannerTexts(site: Site, language: string, regime: Regime): BannerTexts {
  const { texts, regimes } = textsOf(language);
  const { "opt-out": optOut, notice, center: _center, embeds: _embeds, ...own } = site.texts[language] ?? {};
  const base = { ...texts, ...defined(own) };
  if (regime === "opt-in") return base;
  return { ...base, ...regimes[regime], ...defined((regime === "notice" ? notice : optOut) ?? {}) };
}

function centerTexts(language: string): Readonly<Record<string, string>> {
  const shipped: Readonly<Record<string, Readonly<Record<string, string>>>> = CENTER_TEXTS;
  return shipped[language.split("-")[0] ?? ""] ?? CENTER_TEXTS.en;
}

function common(site: Site, language: string): Pick<EmbedsPart, "language" | "direction" | "theme"> {
  return { language, direction: isRightToLeft(language) ? "rtl" : "ltr", theme: compileTheme(site) };
}

/** `onAccent` → `--gl-on-accent`. */
function compileTheme(site: Site): Theme {
  const values = Object.entries(defined(site.theme));
  return Object.fromEntries(
    values.map(([key, value]) => [`--gl-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]),
  );
}

function policyOf(site: Site, language: string): { policy?: string } {
  const policy = localText(site.policy, language, site);
  return policy === undefined ? {} : { policy };
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}

/** Languages written from right to left: https://www.w3.org/International/questions/qa-scripts */
function isRightToLeft(language: string): boolean {
  return ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].includes(language.split("-")[0] ?? "");
}
