/** Each way to be reached, with its switch and with how it stands. */
import type { JSX } from "preact";
import { needsAddress, stateOf } from "../../consent/channels.ts";
import { Switch } from "./Switch.tsx";
import type { View } from "./view.ts";

export function Channels({ part, preferences, kept, notifications, prefer, allowPush }: View): JSX.Element {
  const { texts, doubleOptIn } = part;
  return (
    <ul>
      {part.channels.map(({ id, name, text }) => {
        const barred = id === "push" && notifications !== "granted";
        const on = !barred && !!preferences.channels[id];
        const state = needsAddress(id) && stateOf(kept, id, on, doubleOptIn);
        const said = barred && notifications !== "default" ? texts.noPush : state && texts[state];
        return (
          <li key={id} class="item">
            <Switch
              {...{ name, on, id: `channel-${id}`, disabled: barred && notifications === "missing" }}
              text={[text, " ", said && <span class="state">{said}</span>]}
              set={(yes) => {
                if (yes && barred) allowPush();
                else prefer({ ...preferences, channels: { ...preferences.channels, [id]: yes } });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
