/** The cart page: draws the lines, changes quantities, takes lamps out, takes codes. */
import { type Cart, type Line, mostOfOne, quantityOf, setQuantity, withCode } from "../cart/cart.ts";
import { type Product, pictureOf, productById } from "../catalogue/catalogue.ts";
import { cartProducts, currency, pathOf, productProperties } from "../events/commerce.ts";
import { fill, money } from "../texts/format.ts";
import { onOtherTab, readCart, showCount, writeCart } from "./cart-store.ts";
import { tell } from "./ghostlight.ts";
import { cloneOf, language, need, where } from "./page.ts";
import { showSums, showWhich } from "./sums.ts";

const part = <E extends HTMLElement = HTMLElement>(row: Element, name: string): E =>
  need<E>(`[data-line="${name}"]`, row);

const nameButtons = (row: Element, name: string): void => {
  for (const button of row.querySelectorAll("button")) {
    button.setAttribute("aria-label", fill(button.getAttribute("aria-label") ?? "", { name }));
  }
};

/** Sets a quantity, tells what was added or removed, and draws again. */
const change = (product: Product, quantity: number): void => {
  const before = readCart();
  const after = setQuantity(before, product.id, quantity);
  const difference = quantityOf(after, product.id) - quantityOf(before, product.id);
  if (difference === 0) return;
  writeCart(after);
  tell([
    "track",
    difference > 0 ? "Product Added" : "Product Removed",
    { ...productProperties(product, where()), quantity: Math.abs(difference), currency },
  ]);
  draw(after);
};

const takeOut = (product: Product): void => {
  change(product, 0);
  const says = need("[data-cart-says]");
  says.textContent = fill(says.dataset.removed ?? "", { name: product.name });
  // The button that had the focus is gone with its line.
  need("h1").focus();
};

const newRow = (product: Product): HTMLElement => {
  const row = cloneOf("cart-line");
  row.dataset.id = product.id;
  part<HTMLImageElement>(row, "picture").src = pictureOf(product);
  const link = part<HTMLAnchorElement>(row, "link");
  link.href = pathOf(product, language());
  link.textContent = product.name;
  part(row, "kind").textContent = product.texts[language()].kind;
  nameButtons(row, product.name);
  const quantity = (): number => quantityOf(readCart(), product.id);
  part(row, "less").addEventListener("click", () =>
    quantity() > 1 ? change(product, quantity() - 1) : takeOut(product),
  );
  part(row, "more").addEventListener("click", () => change(product, quantity() + 1));
  part(row, "remove").addEventListener("click", () => takeOut(product));
  return row;
};

/** Rows that are there stay there, so that a pressed button keeps its focus. */
const rowOf = (line: Line): HTMLElement | undefined => {
  const product = productById(line.id);
  if (!product) return undefined;
  const row = document.querySelector<HTMLElement>(`[data-id="${line.id}"]`) ?? newRow(product);
  part(row, "quantity").textContent = String(line.quantity);
  part(row, "price").textContent = money(product.price * line.quantity, language());
  part(row, "more").toggleAttribute("disabled", line.quantity >= mostOfOne);
  return row;
};

const draw = (cart: Cart): void => {
  const list = need("[data-cart-lines]");
  const rows = cart.lines.flatMap((line) => rowOf(line) ?? []);
  for (const row of [...list.children]) if (!rows.some((kept) => kept === row)) row.remove();
  for (const row of rows) if (row.parentElement !== list) list.append(row);
  showWhich(cart);
  showSums(cart);
};

const startCode = (): void => {
  const says = need("[data-code-says]");
  const apply = (entered: string): void => {
    const cart = withCode(readCart(), entered);
    says.textContent = (cart ? says.dataset.good : says.dataset.bad) ?? "";
    says.dataset.fits = String(cart !== undefined);
    if (!cart) return;
    writeCart(cart);
    draw(cart);
  };
  const form = need<HTMLFormElement>("[data-code]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply(need<HTMLInputElement>("#code").value);
  });
  const given = new URLSearchParams(location.search).get("code") ?? readCart().code;
  if (given && readCart().lines.length > 0) apply(given);
};

export const startCartPage = (): void => {
  draw(readCart());
  startCode();
  onOtherTab(() => {
    draw(readCart());
    showCount(readCart());
  });
  tell(["track", "Cart Viewed", { products: cartProducts(readCart(), where()) }]);
};
