/** How the visitor wants to be reached: ways, the best of them, subjects, how often, and a pause. */
import type { JSX } from "preact";
import { Channels } from "./Channels.tsx";
import { Choice } from "./Field.tsx";
import { Pause } from "./Pause.tsx";
import { Topics } from "./Topics.tsx";
import type { View } from "./view.ts";

const FREQUENCIES = ["all", "weekly", "monthly"] as const;

export function Contact(view: View): JSX.Element {
  const { part, preferences, prefer } = view;
  const { texts, topics, channels } = part;
  const { preferred, frequency } = preferences;
  // Whether opening mail is watched is no way to be reached.
  const wanted = channels.filter(({ id }) => preferences.channels[id] && id !== "email_tracking");
  return (
    <section>
      <h3>{texts.channels}</h3>
      <div>
        <p>{texts.channelsText}</p>
        <Channels {...view} />
        {topics.length > 0 && <Topics {...view} />}
        <div class="fields">
          {wanted.length > 1 && (
            <Choice
              name={texts.preferred}
              value={wanted.find(({ id }) => id === preferred)?.id ?? ""}
              options={[{ id: "", name: texts.anyChannel }, ...wanted]}
              set={(value) => prefer({ ...preferences, preferred: wanted.find(({ id }) => id === value)?.id })}
            />
          )}
          <Choice
            name={texts.frequency}
            value={frequency ?? "all"}
            options={FREQUENCIES.map((id) => ({ id, name: texts[id] }))}
            set={(value) => prefer({ ...preferences, frequency: FREQUENCIES.find((one) => one === value) })}
          />
          <Pause {...view} />
        </div>
      </div>
    </section>
  );
}
