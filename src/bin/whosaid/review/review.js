// The keys of the review: each presses the button, or goes to the field, that names it.

addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const isTyping = target.matches("input, select, textarea");
  if (event.key === "Escape" && isTyping) {
    target.blur();
    return;
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const key = CSS.escape(event.key.toLowerCase());
  /** @type {HTMLElement | null} */
  const meant = document.querySelector(`[data-key="${key}"]`);
  if (meant) {
    event.preventDefault();
    meant.matches("input, select") ? meant.focus() : meant.click();
  }
});
