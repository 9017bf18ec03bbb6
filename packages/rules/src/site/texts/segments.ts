/** What the preference center calls the segments that ship with Ghostlight, in the languages that do. */

const en = {
  "cart-abandoner": "left a cart behind",
  "cart-abandoner-identified": "left a cart behind, and we know you",
  "form-abandoner": "began a form and did not send it",
  "form-abandoner-identified": "began a form and did not send it, and we know you",
  "churn-signal": "may be about to leave",
  buyers: "ordered in the last 30 days",
  "value-medium": "orders of a medium value",
  "value-big": "orders of a big value",
  "value-huge": "orders of a very big value",
  "touchpoints-3": "came to us three times or more",
  passive: "comes to look, has not begun anything",
  advocate: "would recommend us",
  prefers: "prefers: {channel}",
  likes: "likes: {value}",
} as const;

export type SegmentTextKey = keyof typeof en;

const it: Record<SegmentTextKey, string> = {
  "cart-abandoner": "ha lasciato un carrello in sospeso",
  "cart-abandoner-identified": "ha lasciato un carrello in sospeso, e sappiamo chi è",
  "form-abandoner": "ha iniziato un modulo senza inviarlo",
  "form-abandoner-identified": "ha iniziato un modulo senza inviarlo, e sappiamo chi è",
  "churn-signal": "forse sta per lasciarci",
  buyers: "ha ordinato negli ultimi 30 giorni",
  "value-medium": "ordini di valore medio",
  "value-big": "ordini di valore alto",
  "value-huge": "ordini di valore molto alto",
  "touchpoints-3": "tre visite da noi, o di più",
  passive: "viene a guardare, non ha ancora iniziato nulla",
  advocate: "ci consiglierebbe",
  prefers: "preferisce: {channel}",
  likes: "apprezza: {value}",
};

/** By language, without its region. `prefers` and `likes` stand for a segment of each channel and of each liked value. */
export const SEGMENT_TEXTS: Readonly<Record<string, Readonly<Record<SegmentTextKey, string>>>> = { en, it };
