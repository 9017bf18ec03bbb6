/** The center's frame, in its own root: a head and a foot that stay, and between them the sections that scroll. */
import type { JSX } from "preact";
import { KnownData } from "./KnownData.tsx";
import { Purposes } from "./Purposes.tsx";
import type { View } from "./view.ts";

export function Center(view: View): JSX.Element {
  const { gpc, status, sections } = view;
  const { texts, policy, contact: Contact } = view.part;
  return (
    <div class="panel">
      <div class="head">
        <slot name="title" />
        <slot name="close" />
      </div>
      <div class="body">
        <p class="intro">
          {texts.intro}{" "}
          {policy && (
            <a class="policy" href={policy}>
              {texts.policy}
            </a>
          )}
        </p>
        {gpc && (
          <p class="gpc">
            <strong>{texts.gpc}</strong> {texts.gpcText}
          </p>
        )}
        {sections > 0 && <Purposes {...view} />}
        {sections > 1 && Contact && <Contact {...view} />}
        {sections > 2 && <KnownData {...view} />}
      </div>
      <div class="foot">
        <p role="status">{status}</p>
        <slot name="actions" class="answers" />
        <slot name="save" />
      </div>
    </div>
  );
}
