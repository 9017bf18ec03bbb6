/** Looks at the two answers as they are drawn, and drops a theme that makes one of them weigh more. */
import type { AuditPart } from "@ghostlight/rules";
import type { Reporter } from "../../env/report.ts";
import { imbalances, type Weight } from "./symmetry.ts";

/** Notes `asymmetric` with the differences. Without the theme's properties, the dialog is as it ships. */
export function auditDialog({ theme }: AuditPart, dialog: HTMLElement, note: Reporter["note"]): void {
  const found = differences(dialog);
  if (!found.length) return;
  note("asymmetric", found.join(", "));
  for (const name of Object.keys(theme)) dialog.style.removeProperty(name);
}

/** In what the two answers differ as they are drawn. */
function differences(element: HTMLElement): string[] {
  const panel = element.shadowRoot?.firstElementChild;
  const surface = panel ? getComputedStyle(panel).backgroundColor : "";
  const [refuse, accept] = [...element.querySelectorAll("[slot=actions]")].map((button): Weight => {
    const { offsetWidth, offsetHeight } = button as HTMLElement;
    const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(button);
    return {
      area: offsetWidth * offsetHeight,
      fontSize: Number.parseFloat(fontSize),
      fontWeight: Number(fontWeight),
      text: color,
      fill: backgroundColor,
      surface,
      level: button.assignedSlot?.name ?? "",
    };
  });
  return refuse && accept ? imbalances(refuse, accept) : [];
}
