/** Lets one blocked element go, and puts it back. Never assigns what strict Trusted Types guard: the address or text of a script. */

/** What a blocked element keeps under `data-`, so that the browser does not look at it. */
const MOVED = ["src", "srcset", "href", "data"] as const;

/**
 * Marks the element with `data-granted`, and gives it the address that it keeps in `data-src`, `data-srcset`,
 * `data-href` or `data-data`; a custom element gets it whether or not it knows such a property. What is no script then
 * hears `ghostlight:granted`, an event that does not bubble: a custom element that is defined before loads on that, or
 * else in its `connectedCallback` where it finds itself marked. Returns which of the scripts after this element have to
 * wait until its `load` or `error`: all that are no modules, or modules without an address. Default: none.
 */
export function letGo(element: HTMLElement): "scripts" | "modules" | undefined {
  const { dataset } = element;
  const names = MOVED.filter((name) => dataset[name] && (name in element || element.localName.includes("-")));
  // Marked first: a script may look around while it runs.
  dataset.granted = names.join(" ");
  // The browser looks at these when they come into their place; at a frame that it is just parsing, at no other time.
  const waits = replant(element, element.matches("script,source,iframe"), () => {
    for (const name of names) {
      element.setAttribute(name, dataset[name] ?? "");
      delete dataset[name];
    }
    return element instanceof HTMLScriptElement ? prepare(element) : undefined;
  });
  tell(element, "granted");
  return waits;
}

/**
 * The reverse: the address back under `data-`, and what was shown gone, frames and films with all that they do. A
 * custom element hears `ghostlight:withdrawn`. A script that ran cannot be put back, and stays as it is.
 */
export function putBack(element: HTMLElement): void {
  if (element.localName === "script") return;
  const { dataset } = element;
  const moved = dataset.granted?.split(" ") ?? [];
  delete dataset.granted;
  replant(element, element.matches("source,iframe,object,embed"), () => {
    for (const name of MOVED) {
      const value = moved.includes(name) && element.getAttribute(name);
      if (!value) continue;
      dataset[name] = value;
      element.removeAttribute(name);
    }
  });
  // Without an address a film plays on: https://html.spec.whatwg.org/multipage/media.html#attr-media-src
  const media = element.closest("video,audio");
  if (media instanceof HTMLMediaElement) media.load();
  tell(element, "withdrawn");
}

/** Changes it; where `anew`, while it is out of the page, where it then comes in again at its place. */
function replant<T>(element: HTMLElement, anew: boolean, change: () => T): T {
  const { parentNode, nextSibling } = element;
  if (anew) element.remove();
  try {
    return change();
  } finally {
    if (anew) parentNode?.insertBefore(element, nextSibling);
  }
}

function tell(element: HTMLElement, what: "granted" | "withdrawn"): void {
  if (element.localName !== "script") element.dispatchEvent(new Event(`ghostlight:${what}`));
}

/** Put in anew, scripts are async unless told otherwise: https://html.spec.whatwg.org/multipage/scripting.html#script-force-async */
function prepare(script: HTMLScriptElement): ReturnType<typeof letGo> {
  // One that was not blocked has run, and tells nobody again.
  if (script.type !== "text/plain") return undefined;
  script.type = script.dataset.type ?? "";
  script.async = script.hasAttribute("async");
  // Without an address, neither event would come.
  if (script.async || !script.src) return undefined;
  if (script.type === "module") return "modules";
  // Nor with `nomodule`, or as something that is no script.
  return script.type || script.noModule ? undefined : "scripts";
}
