/* Reads its queue from the start, then listens; tells calls from plain messages as the tag does. */
{
  const { dataLayer, heard } = window;
  const read = (item) => {
    const isCall = Object.prototype.toString.call(item) === "[object Arguments]";
    heard.google.push(isCall ? Array.from(item) : item);
  };
  const push = dataLayer.push;
  dataLayer.forEach(read);
  dataLayer.push = (...items) => {
    items.forEach(read);
    return push.apply(dataLayer, items);
  };
  window.loaded.push("google");
}
