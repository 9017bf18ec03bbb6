/** The engine chunk, with one site's rules and experiences in one language. */
import { type Engine, type EngineHost, type EngineScript, startEngine } from "../engine.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EngineScript;

export const start = (host: EngineHost): Engine => startEngine(__GHOSTLIGHT_PART__, host);
