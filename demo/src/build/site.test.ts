/** Reads every page of the built shop as a visitor's browser would: links, pictures, policy, languages, templates. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, languages } from "../catalogue/catalogue.ts";
import { securityPolicy } from "../pages/layout.tsx";
import { fileOf, pathIn } from "../pages/paths.ts";
import { renderSite } from "./site.tsx";

const site = renderSite();
/** The frame of the gallery is a part of a page. */
const pages = [...site].filter(([path]) => path.endsWith(".html") && path !== "/gallery/frame.html");

/** What the build adds beside the pages and pictures: bundles and fonts. */
const assets = /^\/assets\/(shop\.js|clock\.js|shop\.css|[a-z-]+\.woff2)$/;

const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");

const exists = (address: string): boolean => {
  const [path = ""] = address.split(/[?#]/);
  return path === "/g/shop.js" || assets.test(path) || site.has(fileOf(path));
};

const experiences = (): { slot: string; show: { template: string } }[] => {
  const file = JSON.parse(readFileSync(new URL("../../ghostlight.json", import.meta.url), "utf8"));
  return Object.values(file.experiences);
};

describe("the built shop", () => {
  it("has each page in both languages", () => {
    const english = pages.map(([path]) => path).filter((path) => !path.startsWith("/it/"));
    expect(english).toHaveLength(11 + catalogue.length);
    for (const path of english) expect(site.has(pathIn("it", path))).toBe(true);
    expect(pages).toHaveLength(english.length * languages.length);
  });

  it("fills every slot that the site file speaks of, on some page, from a template that is there", () => {
    for (const { slot, show } of experiences()) {
      for (const language of languages) {
        const fits = pages.filter(
          ([, html]) =>
            html.includes(`<html lang="${language}">`) &&
            html.includes(`data-gl-slot="${slot}"`) &&
            html.includes(`<template id="${show.template}">`),
        );
        expect(fits.length, `${show.template} ${language}`).toBeGreaterThan(0);
      }
    }
  });
});

describe.each(pages)("%s", (path, html) => {
  it("names its language", () => {
    expect(html).toContain(`<html lang="${path.startsWith("/it/") ? "it" : "en"}">`);
  });

  it("leads to the same page in the other language", () => {
    const other = path.startsWith("/it/") ? path.slice(3) : `/it${path}`;
    expect(attributes(html, "href").map(fileOf)).toContain(other);
  });

  it("links only to what exists", () => {
    const addresses = [...attributes(html, "href"), ...attributes(html, "src"), ...attributes(html, "data-thanks")];
    const inside = addresses.filter((address) => !address.startsWith("#"));
    expect(inside.filter((address) => !address.startsWith("/") || !exists(address))).toEqual([]);
  });

  it("has what its fragments point to", () => {
    for (const address of attributes(html, "href").filter((href) => href.includes("#"))) {
      const [target = "", id] = address.split("#");
      const page = target === "" ? html : site.get(fileOf(target));
      expect(page, address).toContain(` id="${id}"`);
    }
  });

  it("has a strict policy before anything that it rules, and breaks it nowhere", () => {
    const policy = html.indexOf(securityPolicy.replaceAll("'", "&#39;")) + html.indexOf(securityPolicy);
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.indexOf("<script"));
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it("has Ghostlight first among its scripts, then the clock", () => {
    expect([...html.matchAll(/<script src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      "/g/shop.js",
      "/assets/clock.js",
      "/assets/shop.js",
    ]);
  });

  it("has one heading of the first rank outside templates, and a size and a text for every picture", () => {
    const shown = html.replace(/<template.*?<\/template>/gs, "");
    expect(shown.match(/<h1[\s>]/g)).toHaveLength(1);
    for (const [picture] of html.matchAll(/<img[^>]*>/g))
      expect(picture).toMatch(/(?=.*\swidth=)(?=.*\sheight=)(?=.*\salt)/s);
  });

  it("uses each id once", () => {
    const ids = attributes(html, "id");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe("the pictures", () => {
  const pictures = [...site].filter(([path]) => path.endsWith(".svg"));

  it("are two of each lamp, the scenes and the icon", () => {
    expect(pictures).toHaveLength(catalogue.length * 2 + 6 + 1);
  });

  it.each(pictures)("%s is a picture on its own, with every paint that it uses", (_, svg) => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/NaN|undefined|<style|<script|href=/);
    for (const [, id] of svg.matchAll(/url\(#(\w+)\)/g)) expect(svg).toContain(` id="${id}"`);
  });
});
