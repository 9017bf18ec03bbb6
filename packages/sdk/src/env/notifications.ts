/** Whether this browser may show notifications of the site, and the one question that only it can ask. */

/** `missing`: this browser has none for this page. Otherwise as https://notifications.spec.whatwg.org/#permissions says. */
export type Notifications = "missing" | "default" | "denied" | "granted";

/** Never asks. */
export function readNotifications(): Notifications {
  return typeof Notification === "function" ? Notification.permission : "missing";
}

/**
 * Asks the visitor, and only from their own press: browsers want that, and hold it against a site otherwise.
 * https://web.dev/articles/push-notifications-permissions-ux
 */
export async function askNotifications(): Promise<Notifications> {
  return readNotifications() === "default" ? Notification.requestPermission() : readNotifications();
}
