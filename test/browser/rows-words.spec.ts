import type { Page } from "@playwright/test";
import { drawnWhole } from "./_harness.ts";
import { atRest, expect, test } from "./edge.ts";

const SITE = { siteFile: "test/browser/pages/rows/site.json", pages: "test/browser/pages/rows" };

interface Tongue {
  readonly refuse: string;
  readonly accept: string;
  readonly choose: string;
  readonly list: string;
  readonly understood: string;
  readonly refuseAll: string;
  readonly acceptAll: string;
  readonly save: string;
  /** Words that shame, flatter, frighten or hurry. */
  readonly pressing: RegExp;
}

const TONGUES: Readonly<Record<"en" | "it", Tongue>> = {
  en: {
    refuse: "Refuse",
    accept: "Accept",
    choose: "Choose one by one",
    list: "What we ask for",
    understood: "Understood",
    refuseAll: "Refuse all",
    acceptAll: "Accept all",
    save: "Save my choices",
    pressing:
      /\b(no thanks?|i don'?t (like|want|care)|miss(ing)? out|lose|losing|unfortunately|sorry|sad|please|recommended?|best experience|better experience|enhance|improve|awesome|love|hurry|now only|last chance|only today|limited|risk|unsafe|unprotected|degraded|continue without|got it|everyone|most (people|visitors)|for free|ok(ay)?|yes)\b|[!🍪😢]/iu,
  },
  it: {
    refuse: "Rifiuta",
    accept: "Accetta",
    choose: "Scegli voce per voce",
    list: "Che cosa ti chiediamo",
    understood: "Ho capito",
    refuseAll: "Rifiuta tutto",
    acceptAll: "Accetta tutto",
    save: "Salva le mie scelte",
    pressing:
      /\b(no,? grazie|non (mi piac\w+|mi interessa|voglio)|perd\w+|rinunc\w+|purtroppo|peccato|per favore|ti preghiamo|consigliat\w+|migliore? esperienza|esperienza migliore|miglior\w+|arricchi\w+|fantastic\w+|ador\w+|affrett\w+|ultima occasione|solo oggi|limitat\w+|rischi\w*|non sicur\w+|continua senza|tutti gli altri|la maggior parte|gratis|va bene|ok|sì)\b|[!🍪😢]/iu,
  },
};

const dialog = (page: Page) => page.getByRole("dialog");

/** All that the dialog says, in the page's tree and in its own, whether folded or not. */
const saidBy = (page: Page): Promise<string> =>
  dialog(page).evaluate((one) => {
    const labels = [one, one.shadowRoot].flatMap((root) => [...(root?.querySelectorAll("[aria-label]") ?? [])]);
    const named = labels.map((labelled) => labelled.getAttribute("aria-label"));
    return [one.textContent, one.shadowRoot?.textContent, ...named].join(" ");
  });

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

for (const [language, tongue] of Object.entries(TONGUES)) {
  for (const regime of ["opt-in", "opt-out", "notice"] as const) {
    test.describe(`${language}, ${regime}`, () => {
      test.use({ served: { ...SITE, patch: { regimes: { default: regime } } } });

      test(`in ${language} under ${regime}: few words, none that presses, answers of a length @row-11`, async ({
        page,
        edge,
      }) => {
        await page.goto(`${edge.url}/${language}.html`);
        await expect(dialog(page)).toBeVisible();
        const folded = (await dialog(page).allInnerTexts()).join(" ");
        // What is seen at once can be read in half a minute, at 200 words a minute.
        expect(words(folded)).toBeLessThanOrEqual(100);
        expect(words(folded)).toBeGreaterThan(20);
        expect((await saidBy(page)).match(tongue.pressing)).toBeNull();
        const buttons = await dialog(page).locator("[slot=actions]").allInnerTexts();
        expect(buttons).toEqual(regime === "notice" ? [tongue.understood] : [tongue.refuse, tongue.accept]);

        await page.getByRole("button", { name: tongue.choose }).click();
        await expect(page.getByRole("button", { name: tongue.save })).toBeVisible();
        await drawnWhole(page);
        expect((await saidBy(page)).match(tongue.pressing)).toBeNull();
        const all = await dialog(page).locator("[slot=actions]").allInnerTexts();
        expect(all).toEqual([tongue.refuseAll, tongue.acceptAll]);
        for (const [refuse = "", accept = ""] of [buttons, all].filter(({ length }) => length === 2)) {
          expect(words(refuse)).toBe(words(accept));
          expect(Math.abs(refuse.length - accept.length)).toBeLessThanOrEqual(2);
        }
      });
    });
  }
}

test.describe("one ask", () => {
  test.use({ served: SITE });

  for (const way of ["Refuse", "Close", "Accept"]) {
    test(`after "${way}" nothing asks again in the session, on no page and in no tab @row-11`, async ({
      page,
      edge,
      context,
    }) => {
      await page.goto(`${edge.url}/en.html`);
      await page.getByRole("button", { name: way, exact: true }).click();
      await expect(dialog(page)).toHaveCount(0);
      for (const path of ["/en.html", "/it.html", "/en.html?next"]) {
        await page.goto(edge.url + path);
        await page.mouse.wheel(0, 2000);
        await page.mouse.move(600, 0);
        // The declaration of cookies needs the dialog's script as well: a dialog that is due would be there with it.
        await expect(page.locator("[data-ghostlight=cookies] h3")).toHaveCount(5);
        await expect(dialog(page)).toHaveCount(0);
      }
      const tab = await context.newPage();
      await tab.goto(`${edge.url}/en.html`);
      await Promise.all([atRest(page), atRest(tab)]);
      for (const one of [page, tab]) await expect(dialog(one)).toHaveCount(0);
    });
  }

  test("a dialog left alone stays one, where it is, with the words it had @row-11", async ({ page, edge }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.clock.install();
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    const look = async () => ({ text: await saidBy(page), box: await dialog(page).boundingBox() });
    const before = await look();
    await page.mouse.wheel(0, 1500);
    await page.clock.runFor("01:00:00");
    await atRest(page);
    await expect(dialog(page)).toHaveCount(1);
    expect(await look()).toEqual(before);
  });

  test("a switch has one name, on or off, the same as on the first layer, and its text does not change @row-11", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await page.getByRole("button", { name: "What we ask for" }).click();
    await expect(dialog(page).locator("[slot=list] strong")).toHaveCount(4);
    const named = await dialog(page).locator("[slot=list] strong").allInnerTexts();
    await page.getByRole("button", { name: "Choose one by one" }).click();
    await drawnWhole(page);
    const read = () =>
      dialog(page).evaluate((one) =>
        [
          ...(one.shadowRoot?.querySelectorAll<HTMLInputElement>("input[role=switch][aria-describedby^=purpose]") ??
            []),
        ].map((input) => {
          const label = input.labels?.[0]?.textContent;
          const text = one.shadowRoot?.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent;
          return { label, text, on: input.checked };
        }),
      );
    const off = await read();
    expect(off.map(({ label }) => label)).toEqual(named);
    expect(off.every(({ on }) => !on)).toBe(true);
    for (const name of named) await page.getByRole("switch", { name }).click();
    await expect.poll(read).toEqual(off.map((one) => ({ ...one, on: true })));
  });

  test("no way out is longer: notice, details and both answers are one press away, and each layer has a way back @row-11", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    for (const name of ["Refuse", "Accept", "Choose one by one", "What we ask for", "Close"]) {
      await expect(page.getByRole("button", { name, exact: true })).toBeEnabled();
    }
    await expect(dialog(page).getByRole("link", { name: "Privacy notice" })).toHaveAttribute("href", "/privacy.html");
    await page.getByRole("button", { name: "Choose one by one" }).click();
    for (const name of ["Refuse all", "Accept all", "Save my choices", "Close"]) {
      await expect(page.getByRole("button", { name, exact: true })).toBeEnabled();
    }
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect(page.getByRole("button", { name: "Refuse", exact: true })).toBeVisible();
  });
});
