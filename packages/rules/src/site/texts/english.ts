/** English. */
import type { Language } from "./language.ts";

export const english: Language = {
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
    choose: "Choose one by one",
    close: "Close",
    understood: "Understood",
    gpc: "Your browser asks not to have your data sold or shared (Global Privacy Control). We have honoured that.",
  },
  regimes: {
    "opt-out": {
      title: "Your privacy choices",
      body: "We use cookies and similar storage on your device for what is listed below, some of it with other companies. You can refuse now or at any time; the site works either way.",
      list: "What we use them for",
      always: "Always on: remembering this choice and keeping the site secure.",
      accepted: "This is switched on. Here you can refuse it.",
      refused: "You have refused. Here you can change that.",
      intro: "You decide what this site may do. What you do not switch off may run; you can change this at any time.",
    },
    notice: {
      title: "About cookies here",
      body: "We use cookies and similar storage on your device for what is listed below. You can object at any time; the site works either way.",
      list: "What we use them for",
      always: "Always on: remembering this choice and keeping the site secure.",
      accepted: "This is switched on. Here you can object.",
      refused: "You have objected. Here you can change that.",
      intro: "This is what runs here. To object, switch it off; you can change this at any time.",
    },
  },
  embeds: {
    title: "{service} is not loaded",
    body: "It comes from another company, which learns of your visit once it loads. It belongs to: {purpose}.",
    once: "Load it this once",
    always: "Always load what belongs to {purpose}",
    alwaysService: "Always load {service}",
    running:
      "You have switched this off: {names}. It had already started on this page, and stops when the page is reloaded.",
    reload: "Reload now",
    later: "Not now",
  },
  purposes: {
    necessary: {
      name: "Necessary",
      text: "Remembering your choice and keeping the site secure. This cannot be refused.",
    },
    functional: { name: "Comforts", text: "Maps, videos and chat from other companies." },
    analytics: { name: "Statistics", text: "We count visits and learn what works, under a random number." },
    personalization: {
      name: "Personal content",
      text: "Your visits shape what you see here. The profile stays on your device.",
    },
    marketing: { name: "Marketing", text: "Advertising services learn about your visit." },
  },
  channels: {
    email: { name: "E-mail", text: "News and offers by e-mail." },
    email_tracking: { name: "Openings of e-mails", text: "We may see that you opened an e-mail and what you clicked." },
    sms: { name: "Text messages", text: "Short messages to your phone." },
    push: { name: "Notifications", text: "Notifications of your browser or of our app." },
    phone: { name: "Phone", text: "Calls from us." },
    post: { name: "Post", text: "Letters and catalogues." },
    whatsapp: { name: "WhatsApp", text: "Messages on WhatsApp." },
    onsite: { name: "On this site", text: "Messages while you are here." },
    display: { name: "Advertisements elsewhere", text: "Our advertisements on other sites, chosen for you." },
  },
  own: {
    provider: "this site",
    necessary: "Keeps your choices, without any number that could recognise you.",
    analytics: "Counts visits under a random number that is kept on your device.",
    personalization: "Keeps a profile of your visits on your device, and nowhere else.",
  },
  lives: {
    lasting: "until it is deleted",
    unknown: "duration not stated",
    closing: "a moment, while a page closes",
  },
};
