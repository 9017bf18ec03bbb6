// @ts-check
/** vanilla-cookieconsent as its documentation sets it up: the purposes and services of the site, one language. */
import { acceptedCategory, run } from "vanilla-cookieconsent";

/** @type {Record<string, [title: string, text: string, services: string[]]>} */
const PURPOSES = {
  necessary: ["Necessary", "Remembers your choice and keeps the shop safe.", []],
  functional: ["Comforts", "Shows maps, films and reviews of other companies.", ["Google Maps", "Vimeo", "Trustpilot"]],
  analytics: ["Statistics", "Counts visits, so that we see what works.", ["Google Analytics", "Microsoft Clarity"]],
  personalization: ["Your own shop", "Remembers what you like and shows fitting lamps.", []],
  marketing: ["Advertising", "Shows our lamps to you on other sites.", ["Google Ads", "Meta Pixel"]],
  support: ["Customer care", "Chat and call-back know which page you need help with.", ["Zendesk"]],
};

/** Starts it; the dialog shows unless there is a choice. */
export function ask() {
  return run({
    // It hides from what calls itself automated, as the browser of this bench does.
    hideFromBots: false,
    categories: Object.fromEntries(
      Object.entries(PURPOSES).map(([key, [, , services]]) => [
        key,
        {
          ...(key === "necessary" && { enabled: true, readOnly: true }),
          services: Object.fromEntries(services.map((label) => [label.replaceAll(" ", "-"), { label }])),
        },
      ]),
    ),
    language: {
      default: "en",
      translations: {
        en: {
          consentModal: {
            title: "Light, and your privacy",
            description:
              "We use cookies. Those that the shop needs are always there; for all others we ask you. You can change your mind at any time.",
            acceptAllBtn: "Accept all",
            acceptNecessaryBtn: "Refuse all",
            showPreferencesBtn: "Choose one by one",
            footer: '<a href="/en/privacy">Privacy</a>',
          },
          preferencesModal: {
            title: "Your choices",
            acceptAllBtn: "Accept all",
            acceptNecessaryBtn: "Refuse all",
            savePreferencesBtn: "Save my choices",
            closeIconLabel: "Close",
            sections: Object.entries(PURPOSES).map(([linkedCategory, [title, description]]) => ({
              title,
              description,
              linkedCategory,
            })),
          },
        },
      },
    },
  });
}

/** @param {string} purpose */
export const agreed = (purpose) => acceptedCategory(purpose);
