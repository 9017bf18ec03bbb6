/** For sites that ask for `personalization`. */
export { createProfile as feature } from "../../profile.ts";
