/** How the visitor wants to be reached: ways, the best of them, subjects, how often, and a pause. */
import type { ComponentChildren, JSX } from "preact";
import { Switch } from "./Switch.tsx";
import type { View } from "./view.ts";

const FREQUENCIES = ["all", "weekly", "monthly"] as const;

export function Contact({ part, preferences, prefer }: View): JSX.Element {
  const { texts, channels, topics } = part;
  const { preferred, frequency = "all", pausedUntil = "" } = preferences;
  return (
    <section>
      <h3>{texts.channels}</h3>
      <div>
        <p>{texts.channelsText}</p>
        <ul>
          {channels.map(({ id, name, text }) => (
            <li key={id} class="item">
              <Switch
                {...{ name, text, id: `channel-${id}` }}
                on={!!preferences.channels[id]}
                set={(on) => prefer({ ...preferences, channels: { ...preferences.channels, [id]: on } })}
              />
            </li>
          ))}
        </ul>
        {topics.length > 0 && (
          <fieldset>
            <legend>{texts.topics}</legend>
            {topics.map(({ id, name }) => (
              <label key={id} class="topic">
                <input
                  type="checkbox"
                  checked={preferences.topics.includes(id)}
                  onChange={({ currentTarget: { checked } }) => {
                    const others = preferences.topics.filter((topic) => topic !== id);
                    prefer({ ...preferences, topics: checked ? [...others, id] : others });
                  }}
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <div class="fields">
          <Choice
            name={texts.preferred}
            value={preferred ?? ""}
            // Whether opening mail is watched is no way to be reached.
            options={[{ id: "", name: texts.anyChannel }, ...channels.filter(({ id }) => id !== "email_tracking")]}
            set={(value) => {
              const { preferred: _, ...others } = preferences;
              const found = channels.find(({ id }) => id === value);
              prefer(found ? { ...others, preferred: found.id } : others);
            }}
          />
          <Choice
            name={texts.frequency}
            value={frequency}
            options={FREQUENCIES.map((id) => ({ id, name: texts[id] }))}
            set={(value) => prefer({ ...preferences, frequency: FREQUENCIES.find((one) => one === value) ?? "all" })}
          />
          <Field name={texts.pause}>
            <input
              type="date"
              value={pausedUntil}
              onChange={({ currentTarget: { value } }) => {
                const { pausedUntil: _, ...others } = preferences;
                prefer(value ? { ...others, pausedUntil: value } : others);
              }}
            />
          </Field>
        </div>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly name: string | undefined;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string | undefined }[];
  readonly set: (value: string) => void;
}

function Choice({ name, value, options, set }: ChoiceProps): JSX.Element {
  return (
    <Field name={name}>
      <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({ name, children }: { readonly name: string | undefined; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label class="field">
      {name}
      {children}
    </label>
  );
}
