/** Lets one blocked element go. Never assigns what strict Trusted Types guard: the address or text of a script. */

/** Returns whether what comes after this element has to wait until its `load` or `error`. */
export function letGo(element: HTMLElement): boolean {
  const { dataset, parentNode, nextSibling } = element;
  // Marked first: a script may look around while it runs.
  dataset.granted = "";
  // The browser looks at these when they come into their place; at a frame that it is just parsing, at no other time.
  const anew = element.matches("script,source,iframe");
  if (anew) element.remove();
  try {
    for (const name of ["src", "srcset", "href", "data"]) {
      const value = dataset[name];
      if (!value || !(name in element)) continue;
      element.setAttribute(name, value);
      delete dataset[name];
    }
    return element instanceof HTMLScriptElement && prepare(element);
  } finally {
    if (anew) parentNode?.insertBefore(element, nextSibling);
  }
}

/** Put in anew, scripts are async unless told otherwise: https://html.spec.whatwg.org/multipage/scripting.html#script-force-async */
function prepare(script: HTMLScriptElement): boolean {
  // One that was not blocked has run, and tells nobody again.
  if (script.type !== "text/plain") return false;
  script.type = script.dataset.type ?? "";
  script.async = script.hasAttribute("async");
  // Modules wait for each other, and nobody for them. Without an address, or with `nomodule`, neither event would come.
  return !script.async && !script.type && !script.noModule && !!script.src;
}
