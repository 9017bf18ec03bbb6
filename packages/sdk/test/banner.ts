/** The first layer on a page, with a host that keeps what it is told. */
import { vi } from "vitest";
import { createGuard } from "../src/env/guard.ts";
import { type BannerHost, mountBanner } from "../src/ui/mount.ts";
import { BANNER } from "./site.ts";

/** Mounts dialogs, and takes off the page what is left of them. */
export function createMounts() {
  const closers: (() => void)[] = [];
  return {
    mount(host: Partial<BannerHost> = {}, part = BANNER) {
      const note = vi.fn();
      const told = { answer: vi.fn(), audit: vi.fn(), choose: vi.fn(), close: vi.fn() };
      const guard = createGuard(note);
      const asked = part.purposes.map(({ id }) => id);
      const facts = { answered: undefined, asked, focus: false, gpc: false, guard, note };
      const remove = mountBanner(part, { ...facts, ...told, ...host });
      closers.push(remove);
      return { note, ...told, remove };
    },
    unmountAll() {
      for (const remove of closers.splice(0)) remove();
    },
  };
}
