import { afterEach, describe, expect, test, vi } from "vitest";
import { createGuard } from "../../env/guard.ts";
import { watchAnswers } from "./watch.ts";

const DRAWN = {
  width: "184.105px",
  height: "46px",
  fontSize: "15px",
  fontWeight: "600",
  color: "rgb(255, 255, 255)",
  backgroundColor: "rgb(31, 74, 62)",
};

/** Calls for a dialog whose answers are drawn so, with what is different in the one that refuses. */
async function callsWhere(refuse: Partial<typeof DRAWN>): Promise<number> {
  const dialog = document.createElement("div");
  for (const name of ["Refuse", "Accept"]) {
    const button = dialog.appendChild(document.createElement("button"));
    button.slot = "actions";
    button.textContent = name;
  }
  vi.spyOn(window, "getComputedStyle").mockImplementation(
    (one) => ({ ...DRAWN, ...(one.textContent === "Refuse" && refuse) }) as CSSStyleDeclaration,
  );
  const differ = vi.fn();
  watchAnswers(dialog, createGuard(vi.fn()), differ);
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return differ.mock.calls.length;
}

afterEach(() => void vi.restoreAllMocks());

describe("answers that are drawn", () => {
  test("alike need no judge", async () => {
    expect(await callsWhere({})).toBe(0);
  });

  test.each<Partial<typeof DRAWN>>([
    { width: "160.105px" },
    { height: "60.5px" },
    { fontSize: "13px" },
    { fontWeight: "400" },
    { color: "rgb(200, 200, 200)" },
    { backgroundColor: "rgba(0, 0, 0, 0)" },
  ])("with a difference are judged: %o", async (refuse) => {
    expect(await callsWhere(refuse)).toBe(1);
  });

  test("in halves of a width that cannot be halved, as in a zoomed page, need none either", async () => {
    expect(await callsWhere({ width: "184.091px" })).toBe(0);
  });
});
