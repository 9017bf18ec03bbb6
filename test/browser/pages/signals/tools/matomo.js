/* Takes its queue over, and leaves an object of its own in its place. */
{
  const heard = window.heard.matomo;
  heard.push(...window._paq);
  window._paq = { push: (...calls) => heard.push(...calls) };
  window.loaded.push("matomo");
}
