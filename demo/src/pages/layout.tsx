/** What every page has around its content: the head with its security policy, header, footer and the demo's panel. */
import type { ComponentChildren } from "preact";
import { type Language, languages } from "../catalogue/catalogue.ts";
import { texts } from "../texts/texts.ts";
import { DemoPanel } from "./demo-panel.tsx";
import { Mark } from "./mark.tsx";
import { pathIn } from "./paths.ts";

/** Nothing from elsewhere, no inline script or style, no text that becomes code. */
export const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export interface LayoutProps {
  readonly language: Language;
  /** The English address of the page; the Italian one follows from it. */
  readonly path: string;
  /** Tells the client script which page it is on. */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  readonly children: ComponentChildren;
  /** Whether the page asks by itself: then Ghostlight does not, and its dialogs are not linked to. */
  readonly ownBanner?: boolean;
  /** What comes after the footer: templates. */
  readonly after?: ComponentChildren;
}

const fonts = ["bodoni-moda-latin-opsz-normal", "instrument-sans-latin-wght-normal"];

const Head = ({ path, title, description, ownBanner }: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content={securityPolicy} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <script src="/g/shop.js" {...(ownBanner && { "data-banner": "none" })} />
    <script src="/assets/clock.js" />
    <title>{title}</title>
    <meta name="description" content={description} />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f3f4f2" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#11171c" />
    {fonts.map((font) => (
      <link
        key={font}
        rel="preload"
        as="font"
        type="font/woff2"
        href={`/assets/${font}.woff2`}
        crossorigin="anonymous"
      />
    ))}
    <link rel="stylesheet" href="/assets/shop.css" />
    {/* A header painted by halves would move once the rest of it comes: an element is there from its first tag on. */}
    <link rel="expect" href="#header-end" {...{ blocking: "render" }} />
    <link rel="icon" href="/img/icon.svg" type="image/svg+xml" />
    {languages.map((other) => (
      <link key={other} rel="alternate" hreflang={other} href={pathIn(other, path)} />
    ))}
    <script src="/assets/shop.js" defer />
  </head>
);

const Header = ({ language, path, page }: LayoutProps) => {
  const t = texts[language];
  const current = (name: string) => (page === name ? { "aria-current": "page" as const } : {});
  return (
    <header class="header">
      <a class="brand" href={pathIn(language, "/")} aria-label={t.shop.home}>
        <Mark />
        <span>Lanterna</span>
      </a>
      <nav class="nav" aria-label={t.shop.nav}>
        <a href={pathIn(language, "/lamps.html")} {...current("list")}>
          {t.shop.lamps}
        </a>
        <a href={pathIn(language, "/about.html")} {...current("about")}>
          {t.shop.about}
        </a>
      </nav>
      <div class="tools">
        <nav class="languages" aria-label={t.shop.language}>
          {languages.map((other) => (
            <a
              key={other}
              href={pathIn(other, path)}
              lang={other}
              hreflang={other}
              data-language
              {...(other === language ? { "aria-current": "true" as const } : {})}
            >
              <span aria-hidden="true">{other.toUpperCase()}</span>
              <span class="unseen">{other === "en" ? "English" : "Italiano"}</span>
            </a>
          ))}
        </nav>
        <a class="cart-link" href={pathIn(language, "/cart.html")} {...current("cart")}>
          {t.shop.cart}
          <span class="badge" data-cart-count data-empty="true">
            0
          </span>
          <span class="unseen">{t.shop.cartCount}</span>
        </a>
      </div>
      <span id="header-end" hidden />
    </header>
  );
};

const Footer = ({ language, ownBanner }: LayoutProps) => {
  const t = texts[language];
  return (
    <footer class="footer">
      <div class="footer-inner">
        <div>
          <p class="footer-name">Lanterna</p>
          <p>{t.footer.address}</p>
          <p class="honest">{t.footer.honest}</p>
        </div>
        <nav class="footer-links" aria-label={t.footer.links}>
          <a href={pathIn(language, "/lamps.html")}>{t.shop.lamps}</a>
          <a href={pathIn(language, "/about.html")}>{t.shop.about}</a>
          <a href={pathIn(language, "/delivery.html")}>{t.footer.delivery}</a>
          <a href={pathIn(language, "/returns.html")}>{t.footer.returns}</a>
          <a href={pathIn(language, "/privacy.html")}>{t.footer.privacy}</a>
          <a href={pathIn(language, "/gallery/")}>{t.footer.gallery}</a>
          {ownBanner ? (
            <a href="#own-settings">{t.footer.choices}</a>
          ) : (
            <button type="button" data-ghostlight="preferences">
              {t.footer.choices}
            </button>
          )}
          <a href={pathIn(language, "/headless/")}>{t.footer.headless}</a>
        </nav>
      </div>
    </footer>
  );
};

export const Layout = (props: LayoutProps) => (
  <html lang={props.language}>
    <Head {...props} />
    <body data-page={props.page}>
      <a class="skip" href="#content">
        {texts[props.language].shop.skip}
      </a>
      <Header {...props} />
      <main id="content" tabindex={-1}>
        {props.children}
      </main>
      <Footer {...props} />
      <DemoPanel language={props.language} {...(props.ownBanner && { choices: "#own-settings" })} />
      {props.after}
    </body>
  </html>
);
