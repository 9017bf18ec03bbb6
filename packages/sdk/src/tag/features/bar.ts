/** For sites whose first layer is a bar. */
export { css as feature } from "../../ui/bar.css";
