// Keeps where the reader is on this page, and offers the way back at the next visit to its front page.
addEventListener("DOMContentLoaded", () => {
  const VERSION = "1";
  // Trunk's minifier would write an escape in a string as two characters.
  const NEWLINE = String.fromCharCode(10);
  // Many dossiers share an origin.
  const key = "whosaid:place:" + location.pathname;
  const bar = document.getElementById("left-at");
  const [words, link, close] = bar.querySelectorAll("span, a, button");

  // Where storage is refused, the mere asking throws; the page does without.
  const storage = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };

  // What the URL asks for beyond colours.
  const params = () => {
    const params = new URLSearchParams(location.search);
    params.delete("theme");
    return params;
  };
  const isFrontPage = () => !String(params()) && !location.hash;

  const kept = storage((storage) => storage.getItem(key));
  if (kept !== null && isFrontPage()) {
    // Ours are three lines: a version, a URL that begins with its `?`, and a name.
    const [, url, name] = /^1\n(\?[!-~]{1,9999})\n(.{1,400})$/.exec(kept) ?? [];
    if (url) {
      link.href = url;
      link.textContent = name;
    } else {
      words.textContent = "Where you were last time could not be read, and is forgotten.";
      storage((storage) => storage.removeItem(key));
    }
    bar.hidden = false;
  }
  const hide = () => (bar.hidden = true);
  close.addEventListener("click", hide);
  // Whoever has gone elsewhere does not need it any more.
  for (const doing of ["click", "input"]) {
    document.getElementById("reader").addEventListener(doing, hide);
  }

  // The last that a page hears of a reader who leaves, on a phone too.
  document.addEventListener("visibilitychange", () => {
    if (params().has("embed")) return;
    if (isFrontPage()) {
      // Who has not left the front page yet can still be asked.
      if (bar.hidden) storage((storage) => storage.removeItem(key));
      return;
    }
    const inView = (paragraph) => paragraph.getBoundingClientRect().top >= 0;
    const paragraph = [...document.querySelectorAll("main article .paragraph")].find(inView);
    const url = "?" + params() + (paragraph ? "#" + encodeURIComponent(paragraph.id) : "");
    const query = params().get("q");
    const heading = document.querySelector("main h1")?.textContent;
    const name = (query ? `“${query}”` : heading || "the page").slice(0, 400);
    storage((storage) => storage.setItem(key, [VERSION, url, name].join(NEWLINE)));
  });
});
