/** Videos and maps of other companies and projects. */
import type { KnownService } from "./service.ts";

export const mediaServices: Readonly<Record<string, KnownService>> = {
  vimeo: {
    name: "Vimeo",
    purpose: "functional",
    provider: "Vimeo.com, Inc.",
    privacy: "https://vimeo.com/privacy",
    hosts: ["vimeo.com", "vimeocdn.com"],
    cookies: [
      { name: "vuid", life: "2y", elsewhere: true },
      { name: "player", life: "1y", elsewhere: true },
      { name: "flags", life: "1y", elsewhere: true },
      { name: "player_clearance", life: "7d", elsewhere: true },
      { name: "__cf_bm", life: "30m", elsewhere: true },
      { name: "_cfuvid", life: "session", elsewhere: true },
      { name: "cf_clearance", life: "1y", elsewhere: true },
    ],
    storage: [],
    text: {
      en: "Shows videos in the page; it learns which ones you watch.",
      it: "Mostra video nella pagina; viene a sapere quali guardi.",
    },
    sources: ["https://help.vimeo.com/hc/en-us/articles/26080940921361", "https://vimeo.com/privacy"],
    unconfirmed: ["vimeocdn.com", "storage"],
  },
  openstreetmap: {
    name: "OpenStreetMap",
    purpose: "functional",
    provider: "OpenStreetMap Foundation",
    privacy: "https://osmfoundation.org/wiki/Privacy_Policy",
    hosts: ["openstreetmap.org"],
    cookies: [{ name: "_osm_totp_token", life: "1h", elsewhere: true }],
    storage: [],
    text: {
      en: "Shows maps in the page.",
      it: "Mostra mappe nella pagina.",
    },
    sources: [
      "https://osmfoundation.org/wiki/Services_and_tile_users_privacy_FAQ",
      "https://github.com/openstreetmap/openstreetmap-website/blob/master/app/controllers/application_controller.rb",
    ],
    unconfirmed: ["storage"],
  },
};
