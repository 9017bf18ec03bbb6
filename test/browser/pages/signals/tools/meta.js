/* Keeps the function, gives it a method to call, and empties its queue. */
{
  const { fbq, heard } = window;
  fbq.callMethod = (...call) => heard.meta.push(call);
  while (fbq.queue.length) fbq.callMethod(...fbq.queue.shift());
  window.loaded.push("meta");
}
