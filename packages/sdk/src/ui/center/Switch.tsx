/** A name with a switch at its end; the whole line can be pressed. */
import type { JSX } from "preact";

interface SwitchProps {
  readonly name: string;
  readonly text: string;
  /** Unique in the center. */
  readonly id: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

export function Switch({ name, text, id, on, set }: SwitchProps): JSX.Element {
  return (
    <>
      <label class="line">
        {name}
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
          role="switch"
          aria-describedby={id}
          checked={on}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      </label>
      <p id={id}>{text}</p>
    </>
  );
}
