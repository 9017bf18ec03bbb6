/** Compiles what a visitor reads: the first layer, the preference center and what stands in for an embed. */
import type { BannerPart, BannerTexts, CenterPart, EmbedsPart, Regime } from "../contract.ts";
import { compileTheme } from "./compile-theme.ts";
import { hasSwitches, switchableServices } from "./cookie-room.ts";
import { lifeInWords } from "./life.ts";
import { localText } from "./local-text.ts";
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

export function compileCenter(site: Site, language: string, regime: Regime, doubleOptIn: boolean): CenterPart {
  const services = resolveServices(site);
  const { channels } = textsOf(language);
  return {
    regime,
    ...common(site, language),
    texts: without(site.channels.length ? NAMES : NAMES_AND_CONTACT, centerTexts(site, language, regime)),
    switches: hasSwitches(site) ? switchableServices(site).map(({ id }) => id) : [],
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
    doubleOptIn: doubleOptIn && site.channels.length > 0,
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
  const { intro: _shipped, ...shipped } = regimes[regime];
  const { intro: _written, ...written } = (regime === "notice" ? notice : optOut) ?? {};
  return { ...base, ...shipped, ...defined(written) };
}

/** The opening tells how things stand, so it differs by regime as the banner's does. */
function centerTexts(site: Site, language: string, regime: Regime): CenterPart["texts"] {
  const shipped: Readonly<Record<string, Readonly<Record<string, string>>>> = CENTER_TEXTS;
  const own = site.texts[language] ?? {};
  const base = {
    ...(shipped[language.split("-")[0] ?? ""] ?? CENTER_TEXTS.en),
    ...pausesIn(language),
    ...defined(own.center ?? {}),
  };
  if (regime === "opt-in") return base;
  return {
    ...base,
    intro: own[regime]?.intro ?? textsOf(language).regimes[regime].intro,
  };
}

function common(site: Site, language: string): Pick<EmbedsPart, "language" | "direction" | "theme"> {
  return { language, direction: isRightToLeft(language) ? "rtl" : "ltr", theme: compileTheme(site.theme) };
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

/** In words already: a browser's first use of its words for units takes longer than all else that the center does. */
function pausesIn(language: string): Record<string, string> {
  const lives = { pause1: "1mo", pause3: "3mo" };
  return Object.fromEntries(Object.entries(lives).map(([name, life]) => [name, lifeInWords(life, language) ?? ""]));
}

/** What stages are called is said by the engine, which knows them. */
const NAMES = /^stage_/;

/** Of a site without channels, nobody is asked how they want to be reached. */
const NAMES_AND_CONTACT =
  /^(stage_.*|channels|channelsText|intent|pending|confirmed|noPush|preferred|anyChannel|topics|frequency|all|weekly|monthly|pause\d?|paused|resume)$/;

function without(names: RegExp, texts: CenterPart["texts"]): CenterPart["texts"] {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !names.test(name)));
}
