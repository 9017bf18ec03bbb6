/** A control under its name. */
import type { ComponentChildren, JSX } from "preact";

interface ChoiceProps {
  readonly name: string | undefined;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string | undefined }[];
  readonly set: (value: string) => void;
}

export function Choice({ name, value, options, set }: ChoiceProps): JSX.Element {
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

export function Field({ name, children }: { readonly name: string | undefined; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label class="field">
      {name}
      {children}
    </label>
  );
}
