/**
 * Completes package-lock.json for every platform: `npm run lock`, after each `npm install` that changed it.
 *
 * npm leaves out the optional packages of platforms that the registry at hand does not serve, and `npm ci` then
 * refuses the whole lock, on every machine. What is added here has no checksum, because nobody here has seen it.
 */
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = {
  arm: "arm",
  arm64: "arm64",
  ia32: "ia32",
  loong64: "loong64",
  mips64el: "mips64el",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
  wasm32: "wasm32",
  x64: "x64",
};

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];

for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    const words = name.split(/[-/]/);
    const os = words.filter((word) => SYSTEMS.includes(word));
    // A package for all platforms is either there or really missing.
    if (lock.packages[path] || os.length === 0 || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const cpu = words.flatMap((word) => PROCESSORS[word] ?? []);
    const libc = /musl/.test(name) ? ["musl"] : os.includes("linux") && /gnu/.test(name) ? ["glibc"] : undefined;
    lock.packages[path] = { version, cpu, ...(owner.dev && { dev: true }), ...(libc && { libc }), optional: true, os };
    added.push(name);
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added to package-lock.json: ${added.join(", ")}` : "package-lock.json is complete");
