/** The two answers are drawn alike whatever their words, the window or the mouse: none of these costs a site its theme. */
import type { Page } from "@playwright/test";
import type { Harness, Shown } from "../gallery/harness.ts";
import { nextFrames, test as onHarness } from "./_harness.ts";
import { atRest, expect, test as onEdge } from "./edge.ts";

const LAYOUTS = ["box", "bar", "modal"] as const;

/** What has the two answers. */
const SHOWN: readonly Shown[] = [
  ...LAYOUTS.map((layout) => ({ layer: "banner", layout }) as const),
  { layer: "center" },
];

/** Refusing and accepting as they are said in several languages, and two of an owner's own. */
const LABELS: readonly (readonly [refuse: string, accept: string, language?: "en" | "ar"])[] = [
  ["Rifiuta", "Accetta"],
  ["Nur notwendige Cookies", "Alle akzeptieren"],
  ["Continuer sans accepter", "Accepter"],
  ["Vain välttämättömät evästeet", "Hyväksy"],
  ["Συνέχεια χωρίς αποδοχή", "Αποδοχή"],
  ["அனைத்தையும் நிராகரிக்கவும்", "ஏற்கிறேன்"],
  ["المتابعة دون موافقة على أي شيء", "أوافق", "ar"],
  ["No", "Yes, all of the cookies and similar storage that are named above"],
  ["Donaudampfschifffahrtsgesellschaftskapitän", "Ja"],
];

const answers = (page: Page) => page.getByRole("dialog").locator("[slot=actions]");

/** What differs in size between the answers, for each size of text and each pair of words: all in one go, which is fast. */
const unequal = (page: Page, shown: Shown): Promise<string[]> =>
  page.evaluate(
    ([shown, labels]) => {
      const { harness } = window as unknown as { harness: Harness };
      const compare = (size: string, [refuse, accept, language = "en"]: (typeof labels)[number]): string[] => {
        document.documentElement.style.fontSize = size;
        harness.show({ ...shown, language, brand: true, words: { refuse, accept } });
        const [one, other] = [...document.querySelectorAll("[slot=actions]")].map((button) => {
          const { width, height } = getComputedStyle(button);
          return `${width} by ${height}`;
        });
        harness.hide();
        return one && one === other ? [] : [`${refuse} ${one}, ${accept} ${other} at ${size}`];
      };
      return ["100%", "150%", "200%"].flatMap((size) => labels.flatMap((label) => compare(size, label)));
    },
    [shown, LABELS] as const,
  );

for (const shown of SHOWN) {
  onHarness(
    `${shown.layout ?? shown.layer}: words of any length are answers of one size, at twice the size of text too`,
    async ({ page, dialogs }) => {
      await dialogs.load();
      for (const width of [280, 320, 360, 412, 768, 1440]) {
        await page.setViewportSize({ width, height: 640 });
        expect.soft(await unequal(page, shown), `in a window of ${width}`).toEqual([]);
      }
    },
  );
}

onHarness("a mouse that lies where an answer comes is no fault of the theme", async ({ page, dialogs }) => {
  await dialogs.load();
  for (const layout of LAYOUTS) {
    const show = () => dialogs.show({ layer: "banner", layout, brand: true });
    const accept = answers(page).last();
    await show();
    await accept.hover();
    await dialogs.hide();
    await nextFrames(page);
    await show();
    await expect.poll(() => accept.evaluate((button) => button.matches(":hover"))).toBe(true);
    await nextFrames(page);
    expect.soft(await dialogs.calls(), layout).toEqual([]);
    for (const answer of await answers(page).all()) {
      await expect.soft(answer, layout).toHaveCSS("background-color", "rgb(31, 74, 62)");
    }
    await dialogs.hide();
  }
});

onEdge.describe("on a phone, in the owner's words", () => {
  const site = { siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" };
  const labels = { refuse: "Continua senza accettare nulla", accept: "Accetta" };
  const patch = { theme: { accent: "#1f4a3e", onAccent: "#ffffff" }, texts: { it: labels } };
  onEdge.use({ served: { ...site, patch }, viewport: { width: 280, height: 653 } });

  onEdge("a site keeps its theme, and nobody is sent for to judge it", async ({ page, edge, watch }) => {
    await page.goto(`${edge.url}/it.html`);
    await expect(answers(page)).toHaveText([labels.refuse, labels.accept]);
    await nextFrames(page);
    await atRest(page);
    expect(watch.requests.filter((request) => request.includes("audit"))).toEqual([]);
    for (const answer of await answers(page).all()) {
      await expect(answer).toHaveCSS("background-color", "rgb(31, 74, 62)");
    }
  });
});
