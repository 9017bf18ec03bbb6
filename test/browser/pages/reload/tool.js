/* A third party's script: it runs on until the page goes. */
window.beats = 0;
setInterval(() => {
  window.beats += 1;
}, 20);
