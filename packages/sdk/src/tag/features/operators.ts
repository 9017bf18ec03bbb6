/** For sites whose conditions ask for an operator that few do. */
export { RARE_OPERATORS as feature } from "@ghostlight/rules";
