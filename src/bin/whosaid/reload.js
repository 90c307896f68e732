// Loads the page anew when its dossier was pressed again, and shows what is wrong with the dossier since. Its own
// address says which version the page is of.

/** @type {HTMLElement | undefined} */
let bar;

/** @param {string} faults */
function show(faults) {
  bar?.remove();
  bar = undefined;
  if (!faults) {
    return;
  }
  bar = document.createElement("pre");
  bar.id = "whosaid-faults";
  bar.setAttribute("role", "alert");
  bar.textContent = `The dossier is at fault, so this page is an older one:\n${faults}`;
  Object.assign(bar.style, {
    background: "#7a1010",
    color: "#fff",
    inset: "auto 0 0",
    margin: "0",
    padding: "1rem",
    position: "fixed",
    whiteSpace: "pre-wrap",
    zIndex: "99",
  });
  document.body.append(bar);
}

async function watch() {
  let version = Number(new URL(import.meta.url).searchParams.get("version"));
  for (;;) {
    try {
      const answer = await fetch(`/_whosaid/news?after=${version}`);
      /** @type {{ version: number, faults: string }} */
      const news = await answer.json();
      if (news.version !== version && !news.faults) {
        location.reload();
        return;
      }
      version = news.version;
      show(news.faults);
    } catch {
      // The server has ended; it may come again.
      await new Promise((wake) => setTimeout(wake, 1000));
    }
  }
}

watch();
