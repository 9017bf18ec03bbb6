/** For sites with tools that are called, such as the Meta pixel. */
export { createCaller as feature } from "../../signals/caller/apply.ts";
