// The keys of the review: each presses the button, or goes to the field, that names it, also while the
// article in the frame has the focus.

/** @param {KeyboardEvent} event */
function heed(event) {
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
    // The article's own keys wait.
    event.preventDefault();
    event.stopPropagation();
    meant.matches("input, select") ? meant.focus() : meant.click();
  }
}

addEventListener("keydown", heed);
const frame = document.querySelector("iframe");

/** @type {Document | null | undefined} */
let heard;

// The article takes the focus when it has loaded, and is loaded anew whenever the dossier is pressed again; its
// load event would come too late for a key that is pressed just then.
setInterval(() => {
  const article = frame?.contentDocument;
  if (article && article !== heard) {
    heard = article;
    article.defaultView?.addEventListener("keydown", heed, { capture: true });
  }
}, 30);
