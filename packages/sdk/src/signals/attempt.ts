/** Runs what belongs to somebody else. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // The tool's own fault, in its own code or on a queue that somebody has sealed.
  }
}
