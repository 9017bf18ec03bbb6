/** Italian. */
import type { Language } from "./language.ts";

export const italian: Language = {
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
    choose: "Scegli voce per voce",
    close: "Chiudi",
    understood: "Ho capito",
    gpc: "Il tuo browser chiede di non vendere né condividere i tuoi dati (Global Privacy Control). Abbiamo rispettato la richiesta.",
  },
  regimes: {
    "opt-out": {
      title: "Le tue scelte sulla privacy",
      body: "Usiamo i cookie e altra memoria del tuo dispositivo per quanto segue, in parte insieme ad altre aziende. Puoi rifiutare ora o quando vuoi: il sito funziona comunque.",
      list: "A che cosa ci servono",
      always: "Sempre attivi: ricordare questa scelta e proteggere il sito.",
      accepted: "È attivo. Qui puoi rifiutare.",
      refused: "Hai rifiutato. Qui puoi ripensarci.",
      intro:
        "Decidi tu che cosa può fare questo sito. Ciò che non spegni può restare attivo; puoi cambiare quando vuoi.",
    },
    notice: {
      title: "I cookie su questo sito",
      body: "Usiamo i cookie e altra memoria del tuo dispositivo per quanto segue. Puoi opporti quando vuoi: il sito funziona comunque.",
      list: "A che cosa ci servono",
      always: "Sempre attivi: ricordare questa scelta e proteggere il sito.",
      accepted: "È attivo. Qui puoi opporti.",
      refused: "Hai detto di no. Qui puoi ripensarci.",
      intro: "Ecco che cosa è attivo qui. Per opporti, spegnilo; puoi cambiare quando vuoi.",
    },
  },
  embeds: {
    title: "Contenuto di {service} non caricato",
    body: "Viene da un’altra azienda, che saprà della tua visita se lo carichi. Fa parte di: {purpose}.",
    once: "Carica solo questa volta",
    always: "Carica sempre ciò che fa parte di {purpose}",
    alwaysService: "Carica sempre {service}",
    running:
      "Hai disattivato: {names}. Su questa pagina era già in funzione, e si ferma quando la pagina viene ricaricata.",
    reload: "Ricarica ora",
    later: "Non ora",
  },
  purposes: {
    necessary: { name: "Necessari", text: "Ricordare la tua scelta e proteggere il sito. Non si possono rifiutare." },
    functional: { name: "Comodità", text: "Mappe, video e chat di altre aziende." },
    analytics: { name: "Statistiche", text: "Contiamo le visite e capiamo che cosa funziona, con un numero casuale." },
    personalization: {
      name: "Contenuti per te",
      text: "Le tue visite decidono che cosa vedi qui. Il profilo resta sul tuo dispositivo.",
    },
    marketing: { name: "Marketing", text: "I servizi pubblicitari vengono a sapere della tua visita." },
  },
  channels: {
    email: { name: "E-mail", text: "Novità e offerte per e-mail." },
    email_tracking: { name: "Apertura delle e-mail", text: "Possiamo vedere se apri un’e-mail e dove fai clic." },
    sms: { name: "SMS", text: "Brevi messaggi sul telefono." },
    push: { name: "Notifiche", text: "Notifiche del browser o della nostra app." },
    phone: { name: "Telefono", text: "Chiamate da parte nostra." },
    post: { name: "Posta", text: "Lettere e cataloghi." },
    whatsapp: { name: "WhatsApp", text: "Messaggi su WhatsApp." },
    onsite: { name: "Su questo sito", text: "Messaggi mentre sei qui." },
    display: { name: "Annunci su altri siti", text: "I nostri annunci su altri siti, scelti per te." },
  },
  own: {
    provider: "questo sito",
    necessary: "Conserva le tue scelte, senza alcun numero che possa riconoscerti.",
    analytics: "Conta le visite con un numero casuale, conservato sul tuo dispositivo.",
    personalization: "Tiene un profilo delle tue visite sul tuo dispositivo, e in nessun altro posto.",
  },
  lives: {
    lasting: "fino alla cancellazione",
    unknown: "durata non dichiarata",
    closing: "un attimo, mentre una pagina si chiude",
  },
};
