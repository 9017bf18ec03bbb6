/** Starts what the page needs: the header's cart, the page's own part, and the demo's panel. */
import { startAboutPage } from "./about-page.ts";
import { startCartPage } from "./cart-page.ts";
import { onOtherTab, readCart, showCount } from "./cart-store.ts";
import { startCheckoutPage } from "./checkout-page.ts";
import { startDeliveryPage } from "./delivery-page.ts";
import { startDemoPanel } from "./demo-panel.ts";
import { startGalleryPage } from "./gallery-page.ts";
import { startHeadlessPage } from "./headless-page.ts";
import { startListPage } from "./list-page.ts";
import { startProductPage } from "./product-page.ts";
import { startReturnsPage } from "./returns-page.ts";
import { startThanksPage } from "./thanks-page.ts";

const starts: Readonly<Record<string, () => void>> = {
  list: startListPage,
  product: startProductPage,
  cart: startCartPage,
  checkout: startCheckoutPage,
  thanks: startThanksPage,
  about: startAboutPage,
  returns: startReturnsPage,
  delivery: startDeliveryPage,
  gallery: startGalleryPage,
  headless: startHeadlessPage,
};

/** The same page in the other language keeps its query: the category, the order's number. */
const keepQuery = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-language]")) {
    link.addEventListener("click", () => {
      link.search = location.search;
    });
  }
};

showCount(readCart());
onOtherTab(() => showCount(readCart()));
keepQuery();
starts[document.body.dataset.page ?? ""]?.();
startDemoPanel();
