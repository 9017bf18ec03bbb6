/** The page within each frame of the gallery: a corner of the shop, and the script that shows one state over it. */
import { sceneHeight, sceneWidth } from "../art/scenes/frame.tsx";
import { securityPolicy } from "./layout.tsx";

export const GalleryFrame = () => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={securityPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>Lanterna</title>
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href="/assets/bodoni-moda-latin-opsz-normal.woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href="/assets/shop.css" />
      <link rel="icon" href="/img/icon.svg" type="image/svg+xml" />
      <script src="/assets/gallery-frame.js" defer />
    </head>
    <body class="frame-page">
      <header class="frame-head">
        <span class="brand">Lanterna</span>
      </header>
      <main class="frame-main">
        <img src="/img/scene-room.svg" width={sceneWidth} height={sceneHeight} alt="" />
      </main>
      <iframe class="frame-embed" title="OpenStreetMap" width="640" height="400" data-service="openstreetmap" hidden />
    </body>
  </html>
);
