/** What is known about the visitor: to look at, to take along, to erase. */
import type { JSX } from "preact";
import type { View } from "./view.ts";

export function KnownData({ part: { texts }, known, asking, download, ask, erase, forget }: View): JSX.Element {
  return (
    <section>
      <h3 class="known" tabIndex={-1}>
        {texts.known}
      </h3>
      <div aria-busy={known === "loading"}>
        {typeof known !== "object" ? (
          <p>{known ? texts.loading : texts.failed}</p>
        ) : !known.data ? (
          <p>{texts.empty}</p>
        ) : (
          <>
            <p>{texts.knownText}</p>
            <dl>
              {known.stage && (
                <div>
                  <dt>{texts.stage}</dt>
                  <dd>{known.names[`stage_${known.stage}`] ?? known.stage}</dd>
                </div>
              )}
              <div>
                <dt>{texts.segments}</dt>
                {known.segments.map((id) => (
                  <dd key={id}>
                    {known.names[`segment_${id}`] ?? id}
                    {known.reasons[id]?.map((reason) => (
                      <>
                        {" "}
                        <code>{reason}</code>
                      </>
                    ))}
                  </dd>
                ))}
                {!known.segments.length && <dd>{texts.noSegments}</dd>}
              </div>
              {known.interests.length > 0 && (
                <div>
                  <dt>{texts.interests}</dt>
                  {known.interests.map((interest) => (
                    <dd key={interest.affinity + interest.value} class="like">
                      {interest.value}
                      <button
                        type="button"
                        aria-label={`${texts.forget}: ${interest.value}`}
                        onClick={() => forget(interest)}
                      >
                        {texts.forget}
                      </button>
                    </dd>
                  ))}
                </div>
              )}
            </dl>
            <div class="tools">
              <button type="button" onClick={download}>
                {texts.export}
              </button>
              <button type="button" class="erase" aria-expanded={asking} onClick={() => ask(!asking)}>
                {texts.erase}
              </button>
            </div>
            {asking && (
              <fieldset class="ask">
                <legend>{texts.eraseAsk}</legend>
                <div class="tools">
                  <button type="button" ref={focus} onClick={() => ask(false)}>
                    {texts.eraseNo}
                  </button>
                  <button type="button" class="final" onClick={erase}>
                    {texts.eraseYes}
                  </button>
                </div>
              </fieldset>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** The question is met where it is asked, on its harmless answer. */
function focus(button: { readonly focus: () => void } | null): void {
  button?.focus();
}
