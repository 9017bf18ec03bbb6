/* What the instructions of five tools have a page include: their queues, and scripts of theirs that come later. */
window.heard = { google: [], microsoft: [], clarity: [], meta: [], matomo: [] };
window.loaded = [];

function load(tool) {
  const script = document.createElement("script");
  script.async = true;
  script.src = `/tools/${tool}.js`;
  document.head.append(script);
}

window.dataLayer = window.dataLayer || [];
function gtag() {
  // biome-ignore lint/complexity/noArguments: the tag takes nothing else.
  window.dataLayer.push(arguments);
}
gtag("js", "now");
gtag("config", "G-1");
load("google");

window.uetq = window.uetq || [];
window.uetq.push("pageLoad");
load("microsoft");

window.clarity =
  window.clarity ||
  ((...call) => {
    window.clarity.q = window.clarity.q || [];
    window.clarity.q.push(call);
  });
load("clarity");

/* One that is there already counts as loaded. */
if (!window.fbq) {
  const stub = (...call) => (stub.callMethod ? stub.callMethod(...call) : stub.queue.push(call));
  window.fbq = stub;
  if (!window._fbq) window._fbq = stub;
  stub.queue = [];
  load("meta");
}
window.fbq("init", "1");
window.fbq("track", "PageView");

window._paq = window._paq || [];
window._paq.push(["trackPageView"]);
load("matomo");
