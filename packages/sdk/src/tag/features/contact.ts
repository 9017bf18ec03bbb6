/** For sites with channels: how the visitor wants to be reached. */
export { Contact as feature } from "../../ui/center/Contact.tsx";
