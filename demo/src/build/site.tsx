/** Renders the whole shop in memory: every page in both languages and every picture. */
import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { ProductPicture } from "../art/product-picture.tsx";
import { Evening } from "../art/scenes/evening.tsx";
import { Facade } from "../art/scenes/facade.tsx";
import { Quay } from "../art/scenes/quay.tsx";
import { Room } from "../art/scenes/room.tsx";
import { Shelf } from "../art/scenes/shelf.tsx";
import { Workshop } from "../art/scenes/workshop.tsx";
import { stage } from "../art/stage.tsx";
import { catalogue, type Language, languages, pictureOf } from "../catalogue/catalogue.ts";
import { CartPage } from "../pages/cart.tsx";
import { CheckoutPage } from "../pages/checkout.tsx";
import { Gallery } from "../pages/gallery.tsx";
import { GalleryFrame } from "../pages/gallery-frame.tsx";
import { Headless } from "../pages/headless.tsx";
import { Home } from "../pages/home.tsx";
import { Lamps } from "../pages/lamps.tsx";
import { Icon } from "../pages/mark.tsx";
import { fileOf, pathIn } from "../pages/paths.ts";
import { About, Privacy, Thanks } from "../pages/plain-pages.tsx";
import { ProductPage } from "../pages/product.tsx";
import { DeliveryPage, Returns } from "../pages/service-pages.tsx";

const scenes = { room: Room, workshop: Workshop, shelf: Shelf, facade: Facade, evening: Evening, quay: Quay };

const pages = { "/": Home, "/lamps.html": Lamps, "/cart.html": CartPage, "/checkout.html": CheckoutPage };
const plainPages = {
  "/thanks.html": Thanks,
  "/about.html": About,
  "/privacy.html": Privacy,
  "/returns.html": Returns,
  "/delivery.html": DeliveryPage,
  "/headless/": Headless,
  "/gallery/": Gallery,
};

const page = (node: JSX.Element): string => `<!doctype html>\n${render(node)}\n`;

const pagesIn = (language: Language): [string, string][] => [
  ...Object.entries({ ...pages, ...plainPages }).map(([path, Page]): [string, string] => [
    fileOf(pathIn(language, path)),
    page(<Page language={language} />),
  ]),
  ...catalogue.map((product): [string, string] => [
    pathIn(language, `/lamps/${product.slug}.html`),
    page(<ProductPage product={product} language={language} />),
  ]),
];

/** Long fractions say nothing that the eye can see. */
const picture = (node: JSX.Element): string =>
  render(node).replace(/-?\d+\.\d{3,}/g, (number) => String(+(+number).toFixed(2)));

const pictures = (): [string, string][] => [
  ["/img/icon.svg", picture(<Icon />)],
  ...Object.entries(scenes).map(([name, Scene]): [string, string] => [`/img/scene-${name}.svg`, picture(<Scene />)]),
  ...catalogue.flatMap((product): [string, string][] => {
    const staging = stage[product.slug];
    if (!staging) throw new Error(`${product.slug}: nobody has drawn it`);
    return [
      [pictureOf(product), picture(<ProductPicture title={product.name} staging={staging} lit />)],
      [pictureOf(product, "day"), picture(<ProductPicture title={product.name} staging={staging} lit={false} />)],
    ];
  }),
];

/** Path in the site, from its root, to text. */
export const renderSite = (): ReadonlyMap<string, string> =>
  new Map([...languages.flatMap(pagesIn), ["/gallery/frame.html", page(<GalleryFrame />)], ...pictures()]);
