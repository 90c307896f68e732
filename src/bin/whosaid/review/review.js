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

/**
 * Shows what the server answers in place of what is there. The page itself stays, and so does the article beside it.
 * @param {Promise<Response>} asked
 */
async function show(asked) {
  try {
    const response = await asked;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [main, article] = [page.querySelector("main"), page.querySelector("iframe")];
    if (!main || !article) return location.assign(response.url);
    document.querySelector("main")?.replaceWith(main);
    history.replaceState(null, "", response.url);
    const address = article.getAttribute("src");
    if (address && frame?.getAttribute("src") !== address) frame?.setAttribute("src", address);
    document.getElementById("question")?.focus();
  } catch {
    // The browser says what is wrong.
    location.reload();
  }
}

addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  event.preventDefault();
  const said = new FormData(form, event.submitter);
  const body = new URLSearchParams([...said].map(([name, value]) => [name, `${value}`]));
  show(fetch(form.action, { method: "POST", body }));
});

addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a.button");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(fetch(/** @type {HTMLAnchorElement} */ (link).href));
});

const frame = document.querySelector("iframe");

// The article takes the focus when it has loaded, and it is loaded anew whenever the dossier is pressed again: a key
// that is pressed just then would be lost. It keeps the focus where its reader has gone to it, by a pointer or by Tab.
let isMeant = false;
/** @type {HTMLElement | undefined} */
let last;
addEventListener("focusin", (event) => {
  if (event.target !== frame) last = /** @type {HTMLElement} */ (event.target);
});
addEventListener("keydown", (event) => (isMeant = event.key === "Tab"), { capture: true });
addEventListener("blur", () => {
  hear();
  setTimeout(() => {
    if (isMeant || !frame || document.activeElement !== frame) return;
    frame.blur();
    last?.isConnected ? last.focus() : focus();
  });
});

/** @type {Document | null | undefined} */
let heard;

// Hears the keys in the article that is in the frame now.
function hear() {
  const article = frame?.contentDocument;
  if (article && article !== heard) {
    heard = article;
    article.defaultView?.addEventListener("keydown", heed, { capture: true });
    article.defaultView?.addEventListener("pointerdown", () => (isMeant = true), { capture: true });
  }
}

// Its load event would come too late; and where the page is busy, so would this: the article is heard before a key
// can reach it, when it takes the focus.
setInterval(hear, 30);
