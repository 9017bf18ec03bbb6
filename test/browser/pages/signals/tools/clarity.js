/* Replaces the function, then makes the calls that waited in its queue. */
{
  const { clarity, heard } = window;
  const waiting = clarity.q || [];
  window.clarity = (...call) => heard.clarity.push(call);
  for (const call of waiting) window.clarity(...call);
  window.loaded.push("clarity");
}
