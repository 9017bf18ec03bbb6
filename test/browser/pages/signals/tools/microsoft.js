/* Takes its queue over, and leaves an object of its own in its place. */
{
  const heard = window.heard.microsoft;
  heard.push(...window.uetq);
  window.uetq = { push: (...items) => heard.push(...items) };
  window.loaded.push("microsoft");
}
