/** The gallery: shows what the form asks for, and keeps it in the address. */
import { fill } from "../texts/format.ts";
import { need } from "./page.ts";

/** What the form says, by the name of its field. */
const wishes = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

const show = (form: HTMLFormElement): void => {
  const wish = wishes(form);
  const layer = wish.get("layer");
  const parts = [...document.querySelectorAll<HTMLElement>("[data-layer]")];
  for (const part of parts) part.hidden = layer !== "all" && part.dataset.layer !== layer;
  const gallery = need("[data-gallery]");
  gallery.dataset.width = wish.get("width") ?? "";
  gallery.dataset.theme = wish.get("theme") ?? "";
  for (const frame of gallery.querySelectorAll("iframe")) {
    const address = new URLSearchParams({ state: frame.dataset.state ?? "" });
    for (const name of ["regime", "theme", "language"]) address.set(name, wish.get(name) ?? "");
    const src = `/gallery/frame.html?${address}`;
    if (frame.getAttribute("src") === src) continue;
    // Told a second address while it takes the first one in, Chromium at times stays with the first; and each
    // address that one frame is told is a step of "Back".
    const next = document.createElement("iframe");
    for (const { name, value } of frame.attributes) next.setAttribute(name, value);
    next.src = src;
    frame.replaceWith(next);
  }
  const count = need("[data-count]");
  const shown = parts.filter(({ hidden }) => !hidden).flatMap((part) => [...part.querySelectorAll("iframe")]);
  count.textContent = fill(count.dataset.count ?? "", { n: shown.length });
};

export const startGalleryPage = (): void => {
  const form = need<HTMLFormElement>("[data-gallery-filter]");
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    const offers = field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value);
    if (offers) field.value = value;
  }
  form.addEventListener("change", () => {
    history.replaceState(null, "", `?${wishes(form)}`);
    show(form);
  });
  show(form);
};
