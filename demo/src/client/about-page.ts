/** The page about the workshop: its form for letters. Events name the form, never what is typed. */
import { faultOf } from "../checkout/validate.ts";
import { tell } from "./ghostlight.ts";
import { need } from "./page.ts";

const which = { form_id: "letter", form_name: "Letter from the workshop" } as const;

export const startAboutPage = (): void => {
  const form = need<HTMLFormElement>("[data-letter]");
  const field = need<HTMLInputElement>("input", form);
  const says = need("[data-letter-says]");
  form.addEventListener("input", () => tell(["track", "Form Started", which]), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fault = faultOf("email", field.value);
    says.textContent = (fault ? field.dataset[fault] : says.dataset.letterSays) ?? "";
    says.classList.toggle("error", fault !== undefined);
    if (fault) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return;
    }
    field.removeAttribute("aria-invalid");
    tell(["track", "Form Submitted", which]);
    form.reset();
  });
};
