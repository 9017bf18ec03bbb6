/** What the visitor wants to hear about. */
import type { JSX } from "preact";
import type { View } from "./view.ts";

export function Topics({ part: { texts, topics }, preferences, prefer }: View): JSX.Element {
  return (
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
  );
}
