/** The page about returns: tells that the terms were read. */
import { tell } from "./ghostlight.ts";

export const startReturnsPage = (): void => tell(["track", "Cancellation Terms Viewed", { terms: "returns" }]);
