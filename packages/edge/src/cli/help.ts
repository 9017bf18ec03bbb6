/** The page that `ghostlight --help` shows. */
import type { Command } from "./command.ts";

export function overview(commands: Readonly<Record<string, Command>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}   ${summary}`);
  return `ghostlight COMMAND [flags]

Consent, events and on-the-spot personalisation for a site, from one script tag.

${list.join("\n")}

  ghostlight COMMAND --help   more about a command
  ghostlight --version        the version
`;
}
