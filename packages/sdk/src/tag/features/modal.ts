/** For sites whose first layer is a modal. */
export { css as feature } from "../../ui/modal.css";
