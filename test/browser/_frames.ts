/** Every frame that a page drew, from a trace of the browser: what a visitor saw, and not what its document says. */
import type { CDPSession, Page } from "@playwright/test";

export interface Frame {
  /** JPEG, in base64. */
  readonly picture: string;
}

interface Traced {
  readonly name: string;
  /** µs. */
  readonly ts: number;
  readonly args?: { readonly snapshot?: string };
}

/** Runs `act` on a machine that is `slower` times slower. */
export async function traceFrames(page: Page, slower: number, act: () => Promise<void>): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const traced = await trace(session, act);
  await session.detach();
  return traced.flatMap(({ name, args }) =>
    name === "Screenshot" && args?.snapshot ? { picture: args.snapshot } : [],
  );
}

async function trace(session: CDPSession, act: () => Promise<void>): Promise<Traced[]> {
  const traced: Traced[] = [];
  session.on("Tracing.dataCollected", ({ value }) => void traced.push(...(value as never as Traced[])));
  const includedCategories = ["disabled-by-default-devtools.screenshot"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await act();
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  return traced.toSorted((one, other) => one.ts - other.ts);
}

/** How many points of a frame are red, and how many green: a page of its own decodes it. */
export async function countColours(page: Page, { picture }: Frame): Promise<{ red: number; green: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const points = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    const found = { red: 0, green: 0 };
    for (let at = 0; at < points.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [points[at], points[at + 1], points[at + 2]];
      if (red > 180 && green < 90 && blue < 90) found.red++;
      if (green > 180 && red < 90 && blue < 90) found.green++;
    }
    return found;
  }, picture);
}
