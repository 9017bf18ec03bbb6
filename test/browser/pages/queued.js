/* What a page may do before Ghostlight has loaded. */
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  window.violations.push(`${violatedDirective} ${blockedURI}`);
});
window.stages = [];
window.ghostlight ||= [];
window.ghostlight.push(["on", "stage", ({ stage, previous }) => window.stages.push(`${previous} → ${stage}`)]);
