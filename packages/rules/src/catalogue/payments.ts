/** Payments by other companies. */
import type { KnownService } from "./service.ts";

export const paymentServices: Readonly<Record<string, KnownService>> = {
  // Needed where somebody pays. A site that loads it on every page, as its maker advises, gives it another purpose.
  stripe: {
    name: "Stripe",
    purpose: "necessary",
    provider: "Stripe Payments Europe, Limited",
    privacy: "https://stripe.com/privacy",
    hosts: ["stripe.com", "stripe.network", "hcaptcha.com"],
    cookies: [
      { name: "__stripe_mid", life: "1y" },
      { name: "__stripe_sid", life: "30m" },
      { name: "m", life: "2y", elsewhere: true },
    ],
    storage: [],
    text: {
      en: "Takes your payment and recognises your device, to keep fraud out.",
      it: "Riceve il tuo pagamento e riconosce il tuo dispositivo, per impedire le frodi.",
    },
    sources: [
      "https://docs.stripe.com/disputes/prevention/advanced-fraud-detection",
      "https://docs.stripe.com/js/appendix/cookies",
      "https://stripe.com/privacy",
    ],
    unconfirmed: ["provider", "stripe.network", "cookies", "storage"],
  },
};
