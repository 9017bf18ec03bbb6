/** For sites with tools that are told of the choice, such as Google's. */
export { tellTools as feature } from "../../signals/apply.ts";
