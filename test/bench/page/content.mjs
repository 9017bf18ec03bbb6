// @ts-check
/** The page that every candidate is put on: a believable list of lamps that costs little by itself. */

const LAMPS = [
  ["Civetta", "A table lamp in smoked glass.", 89],
  ["Molo", "A floor lamp of ash wood.", 249],
  ["Brina", "A pendant in opal glass.", 159],
  ["Scoglio", "A wall lamp in raw steel.", 119],
  ["Alba", "A bedside lamp with a linen shade.", 79],
  ["Onda", "A pendant of pressed paper.", 139],
  ["Faro", "A reading lamp with a long arm.", 189],
  ["Luna", "A small globe for the shelf.", 59],
  ["Rena", "A table lamp in sand-blasted glass.", 99],
  ["Vela", "A floor lamp with a sail of cotton.", 279],
  ["Grano", "A wall lamp in brass.", 129],
  ["Nebbia", "A pendant in frosted glass.", 169],
];

const OUTDOOR = [
  ["Lampara", "A lantern for the jetty.", 149],
  ["Siepe", "A low light for the hedge.", 69],
  ["Portico", "A wall lamp for the porch.", 119],
];

const STYLE = `body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#222;background:#fffdf9}
header,main,footer{max-width:60rem;margin:auto;padding:1rem}nav a{margin-right:1rem}
h1{font-size:1.8rem;line-height:1.2}ul{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr))}
li{border:1px solid #ddd;border-radius:8px;padding:.75rem}li::before{content:"";display:block;height:6rem;border-radius:4px;background:linear-gradient(#f6e3c0,#c98a3c)}
h3{margin:.5rem 0 0;font-size:1rem}p{margin:.25rem 0}footer{color:#666}`;

/** @param {(string | number)[]} lamp */
const card = ([name, text, price]) => `<li><h3>${name}</h3><p>${text}</p><p>€ ${price}</p></li>`;

/**
 * What each experience of the site shows; also longer than what it replaces. Before the slots, as the README has it: with
 * the templates last, 1 of 11 returning visits drew a frame in between and then moved by 0.0003.
 */
const TEMPLATES = `<template id="welcome-waiting"><p>Your cart is as you left it.</p></template>
<template id="welcome-back"><p>Good to see you again.</p></template>
<template id="welcome-loyal"><p>New table lamps, chosen for you.</p></template>
<template id="shelf-outdoor"><h2>For your garden</h2><p>What others put beside the lamps you looked at.</p><ul>${OUTDOOR.map(card).join("")}</ul></template>
<template id="shelf-sale"><h2>On sale</h2><ul>${OUTDOOR.map(card).join("")}</ul></template>
<template id="shipping-note"><p>Free delivery on your first order.</p></template>`;

/** @param {string} head what brings the candidate @param {string} [more] at the end of the body */
export const pageWith = (head, more = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${head}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lanterna: lamps for long evenings</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body>${TEMPLATES}<header><nav aria-label="Shop"><a href="/lamps">Lamps</a><a href="/about">About</a><a href="/help">Help</a></nav>
<h1>Lamps for long evenings</h1><div data-gl-slot="welcome"><p>Made by the sea since 1956.</p></div></header>
<main><div data-gl-slot="note"><p>Delivery in two days.</p></div>
<section data-gl-slot="shelf"><h2>New this season</h2><ul>${LAMPS.slice(0, 3).map(card).join("")}</ul></section>
<h2>All lamps</h2><ul>${LAMPS.map(card).join("")}</ul></main>
<footer><p>Lanterna, harbour street 7. Open on weekdays.</p></footer>${more}</body></html>`;
