import { test } from "./edge.ts";
test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });
test.setTimeout(240000);
const D = "/tmp/stages/shots";
for (const lang of ["en", "it"]) test(`shots ${lang}`, async ({ page, edge }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  const root = edge.url + (lang === "it" ? "/it/" : "/");
  await page.goto(root);
  await page.getByRole("button", { name: lang === "it" ? "Accetta" : "Accept" }).click();
  await page.waitForTimeout(500);
  // every template at each width by putting it into the slot
  const names = await page.evaluate(() => [...document.querySelectorAll("template[id^=welcome-]")].map((t) => t.id));
  const out: Record<string, unknown> = {};
  for (const width of [320, 360, 416, 576, 768, 960, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const heights = await page.evaluate((ids) => {
      const slot = document.querySelector("[data-gl-slot=welcome]")!;
      const res: Record<string, number> = {};
      for (const id of ids) { slot.replaceChildren(document.importNode((document.getElementById(id) as HTMLTemplateElement).content, true)); res[id] = slot.getBoundingClientRect().height; }
      return res;
    }, names);
    out[width] = [...new Set(Object.values(heights))].length === 1 ? "same" : heights;
    for (const [slotName, ids] of [["selection", ["selection-table","selection-floor","selection-pendant","selection-wall"]]] as const) {
      const hs = await page.evaluate(([s, list]) => {
        const slot = document.querySelector(`[data-gl-slot=${s}]`)!;
        const kept = [...slot.childNodes];
        const hs = [slot.getBoundingClientRect().height];
        for (const id of list as string[]) { slot.replaceChildren(document.importNode((document.getElementById(id) as HTMLTemplateElement).content, true)); hs.push(slot.getBoundingClientRect().height); }
        slot.replaceChildren(...kept);
        return hs;
      }, [slotName, ids] as [string, readonly string[]]);
      if (new Set(hs).size > 1) out[`${width} ${slotName}`] = hs;
    }
    if ([320, 768, 1440].includes(width)) for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const id of names) {
        await page.evaluate((one) => document.querySelector("[data-gl-slot=welcome]")!.replaceChildren(document.importNode((document.getElementById(one) as HTMLTemplateElement).content, true)), id);
        if (scheme === "light" || ["welcome-lost","welcome-hero"].includes(id)) { await page.waitForTimeout(80); await page.screenshot({ path: `${D}/${lang}-${id}-${width}-${scheme}.png`, clip: { x: 0, y: 0, width, height: width === 320 ? 1000 : 900 }, fullPage: true }); }
      }
    }
  }
  for (const [path, slotName, tpl] of [["about.html","bench","bench-hero"],["returns.html","returns","returns-churn"],["lamps/nervi.html","strip","strip-lost"],["lamps/nervi.html","strip","strip-buyers"]] as const)
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(root + path);
      const hs = await page.evaluate(([s, id]) => { const slot = document.querySelector(`[data-gl-slot=${s}]`)!; const a = slot.getBoundingClientRect().height; slot.replaceChildren(document.importNode((document.getElementById(id!) as HTMLTemplateElement).content, true)); return [a, slot.getBoundingClientRect().height]; }, [slotName, tpl] as [string,string]);
      if (hs[0] !== hs[1]) out[`${path} ${tpl} ${width}`] = hs;
      if (slotName !== "strip" && width !== 768) await page.screenshot({ path: `${D}/${lang}-${tpl}-${width}.png`, fullPage: true });
    }
  await page.goto(root + "delivery.html");
  await page.locator("[data-estimate] button").click();
  await page.screenshot({ path: `${D}/${lang}-delivery.png` });
  console.log(lang, JSON.stringify(out));
  if (lang === "en") {
    for (const l of ["nervi", "albaro"]) await page.goto(root + `lamps/${l}.html`);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.goto(root + "checkout.html");
    await page.getByRole("button", { name: "Fill in" }).click(); await page.getByRole("button", { name: "Place the" }).click();
    await page.waitForURL(/thanks/);
    await page.screenshot({ path: `${D}/thanks.png` });
    await page.goto(root);
    await page.getByRole("button", { name: "Demo", exact: true }).click();
    await page.getByText("Why this stage").click();
    await page.waitForTimeout(500);
    for (const [w, s] of [[1440, "light"], [768, "dark"], [320, "light"]] as const) {
      await page.setViewportSize({ width: w, height: 900 }); await page.emulateMedia({ colorScheme: s });
      await page.screenshot({ path: `${D}/panel-${w}.png` });
      await page.locator("#demo-panel").evaluate((e) => { e.scrollTop = 400; });
      await page.screenshot({ path: `${D}/panel-${w}-b.png` });
      await page.locator("#demo-panel").evaluate((e) => { e.scrollTop = 0; });
    }
  }
});
