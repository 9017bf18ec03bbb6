/** A name with a switch at its end; the whole line can be pressed. */
import type { ComponentChildren, JSX } from "preact";

interface SwitchProps {
  readonly name: string;
  readonly text: ComponentChildren;
  /** Unique in the center. */
  readonly id: string;
  readonly on: boolean;
  /** Default false. */
  readonly disabled?: boolean;
  /** A word before the switch: it describes, and is no part of the name. */
  readonly note?: string | undefined;
  readonly set: (on: boolean) => void;
}

export function Switch({ name, text, id, on, disabled, note, set }: SwitchProps): JSX.Element {
  return (
    <>
      <label class="line">
        {name}
        {note && (
          <span class="note" id={`${id}-note`}>
            {note}
          </span>
        )}
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
          role="switch"
          aria-label={note && name}
          aria-describedby={note ? `${id}-note ${id}` : id}
          checked={on}
          disabled={disabled}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      </label>
      <p id={id}>{text}</p>
    </>
  );
}
