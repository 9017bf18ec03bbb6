/* A third party's script: it leaves what it is known to leave. */
// biome-ignore lint/suspicious/noDocumentCookie: as a third party does.
for (const name of ["_heat", "_shared"]) document.cookie = `${name}=1; Path=/; Max-Age=3600`;
localStorage.setItem("heat-visits", "1");
window.ran = [...(window.ran ?? []), "heat"];
