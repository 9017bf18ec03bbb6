/** Tells from a request for the entry whether its page is going to ask the visitor, and in which language. */
import { chooseLanguage, readingOnce } from "../serve/negotiate.ts";
import { bringsChoice } from "./reissue.ts";

/** The language, one of the site's; undefined: the visitor has chosen, or nobody can tell. */
export type Asked = (request: Pick<Headers, "get">) => string | undefined;

/**
 * Only from the page's own origin does each request bring the choice, where there is one: of others a browser keeps cookies
 * back. It says so itself, to origins that are secure: https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header
 * A guess: the page may be in another language than its visitor's, show no dialog, or ask what an old choice leaves open. All
 * of that costs bytes, and nothing else.
 */
export function createAsked(languages: readonly string[]): Asked {
  const languageOf = readingOnce((field) => chooseLanguage(field, languages));
  return (request) => {
    if (request.get("Sec-Fetch-Site") !== "same-origin" || bringsChoice(request.get("Cookie") ?? "")) return undefined;
    return languageOf(request.get("Accept-Language"));
  };
}
