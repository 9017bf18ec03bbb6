/** The list of lamps: filters it in place and keeps the address in step. */
import { catalogue, categories } from "../catalogue/catalogue.ts";
import { listProperties } from "../events/commerce.ts";
import { fill } from "../texts/format.ts";
import { tell } from "./ghostlight.ts";
import { need, where } from "./page.ts";

const categoryHere = (): string => {
  const wanted = new URLSearchParams(location.search).get("category");
  return categories.find((category) => category === wanted) ?? "all";
};

const show = (category: string): void => {
  for (const card of document.querySelectorAll<HTMLElement>("[data-list] > li")) {
    card.hidden = category !== "all" && card.dataset.category !== category;
  }
  for (const link of document.querySelectorAll<HTMLElement>("[data-filter] a")) {
    if (link.dataset.category === category) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const shown = catalogue.filter((product) => category === "all" || product.category === category);
  const count = need("[data-count]");
  count.textContent = fill(count.dataset.count ?? "", { n: shown.length });
  tell(["track", "Product List Viewed", { list_id: category, category, products: listProperties(shown, where()) }]);
};

export const startListPage = (): void => {
  show(categoryHere());
  need("[data-filter]").addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (link.getAttribute("aria-current")) return;
    history.replaceState(null, "", link.href);
    show(link.dataset.category ?? "all");
  });
};
