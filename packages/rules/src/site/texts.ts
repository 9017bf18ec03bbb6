/** The sentences of the first layer in the languages that ship with Ghostlight. */
import type { BannerTexts } from "../contract.ts";

interface Language {
  readonly texts: BannerTexts;
  readonly purposes: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
}

const en: Language = {
  texts: {
    title: "Your privacy here",
    body: "We use cookies and similar storage on your device. Nothing below is switched on unless you accept; the site works either way, and you can change your mind at any time.",
    accept: "Accept",
    refuse: "Refuse",
    always: "Always on: remembering this choice and keeping the site secure.",
    policy: "Privacy notice",
    list: "What we ask for",
    accepted: "You have accepted. Here you can take that back.",
    refused: "You have refused. Here you can change that.",
  },
  purposes: {
    functional: { name: "Comforts", text: "Maps, videos and chat from other companies." },
    analytics: { name: "Statistics", text: "We count visits and learn what works, under a random number." },
    personalization: {
      name: "Personal content",
      text: "Your visits shape what you see here. The profile stays on your device.",
    },
    marketing: { name: "Marketing", text: "Advertising services learn about your visit." },
  },
};

const it: Language = {
  texts: {
    title: "La tua privacy qui",
    body: "Usiamo i cookie e altra memoria del tuo dispositivo. Nulla di quanto segue si attiva se non accetti: il sito funziona comunque e puoi cambiare idea quando vuoi.",
    accept: "Accetta",
    refuse: "Rifiuta",
    always: "Sempre attivi: ricordare questa scelta e proteggere il sito.",
    policy: "Informativa privacy",
    list: "Che cosa ti chiediamo",
    accepted: "Hai accettato. Qui puoi ripensarci.",
    refused: "Hai rifiutato. Qui puoi ripensarci.",
  },
  purposes: {
    functional: { name: "Comodità", text: "Mappe, video e chat di altre aziende." },
    analytics: { name: "Statistiche", text: "Contiamo le visite e capiamo che cosa funziona, con un numero casuale." },
    personalization: {
      name: "Contenuti per te",
      text: "Le tue visite decidono che cosa vedi qui. Il profilo resta sul tuo dispositivo.",
    },
    marketing: { name: "Marketing", text: "I servizi pubblicitari vengono a sapere della tua visita." },
  },
};

/** By language, without its region. */
export const TEXTS: Readonly<Record<string, Language>> = { en, it };

/** The texts nearest to a language tag; English where there is none. */
export function textsOf(tag: string): Language {
  return TEXTS[tag.split("-")[0] ?? ""] ?? en;
}
