/** A rest from everything, to a day that the visitor names or that is one press away. */
import type { JSX } from "preact";
import { monthsAfter } from "../../consent/months-after.ts";
import { pauseOf } from "../../consent/preferences.ts";
import { Field } from "./Field.tsx";
import type { View } from "./view.ts";

const MONTHS = [1, 3];

export function Pause({ part: { texts, language }, preferences, today, prefer }: View): JSX.Element {
  const until = pauseOf(preferences, today);
  const pause = (day: string) => prefer({ ...preferences, pausedUntil: day });
  return (
    <div>
      <Field name={texts.pause}>
        <input
          type="date"
          min={today}
          value={preferences.pausedUntil ?? ""}
          onChange={({ currentTarget }) => pause(currentTarget.value)}
        />
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more line across */}
      <div class="tools" role="group" aria-label={texts.pause}>
        {MONTHS.map((months) => (
          <button key={months} type="button" onClick={() => pause(monthsAfter(today, months))}>
            {texts[`pause${months}`]}
          </button>
        ))}
        <button type="button" onClick={() => pause("")}>
          {texts.resume}
        </button>
      </div>
      <p class="state" aria-live="polite">
        {until && texts.paused?.replace("{date}", () => dateIn(language, until))}
      </p>
    </div>
  );
}

function dateIn(language: string, day: string): string {
  return new Date(day).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}
