// The page in a frame, and the two buttons of its foot. Inlined into the page, before the app.
//
// What host and page may say to each other is a contract: docs/embedding.md. The app knows
// nothing of it. It follows the URL, so a host's wish is written there; and it calls
// `window.whosaid.moved` whenever it has gone somewhere else.
{
  const root = document.documentElement;
  const host = parent;
  const isFramed = host !== window;

  // -- early, so that the page is painted at once as it is going to stay --

  const asked = new URLSearchParams(location.search);
  root.toggleAttribute("data-embed", asked.has("embed"));
  if (asked.has("theme")) root.dataset.theme = asked.get("theme");

  // -- what the page says --

  // The hosts whose word counts, as `dossier.toml` names them; without them, any host's.
  const hosts = document.querySelector("meta[name=whosaid-hosts]")?.content.split(" ");

  const say = (type, fields) => {
    // Where the browser says who the host is, nothing is sent in vain; Firefox does not say.
    const known = location.ancestorOrigins?.[0];
    for (const target of hosts?.filter((name) => name === (known ?? name)) ?? ["*"]) {
      host.postMessage({ whosaid: 1, type, ...fields }, target);
    }
  };

  const ONE = ["q", "article", "view", "theme", "paragraph"];
  const MANY = ["speaker", "kind", "outlet"];

  // The present view, outside a frame.
  const fullPage = () => {
    const url = new URL(location);
    url.searchParams.delete("embed");
    return url;
  };

  const tellState = () => {
    const url = fullPage();
    const fields = { url: url.href };
    for (const name of ONE) fields[name] = url.searchParams.get(name) ?? "";
    for (const name of MANY) fields[name] = url.searchParams.getAll(name);
    fields.paragraph = url.hash.slice(1);
    say("state", fields);
  };

  // The height of the root does not depend on the frame's, so fitting the frame to it comes to rest.
  const tellHeight = () => {
    say("height", { height: Math.ceil(root.getBoundingClientRect().height) });
  };

  whosaid.moved = () => {
    for (const link of document.querySelectorAll(".full-page")) link.href = fullPage();
    if (!isFramed) return;
    tellState();
    // A frame that is out of sight observes nothing; so that it has its height when it comes into sight:
    tellHeight();
  };

  if (isFramed) {
    // Not before the app stands: until then the page has the length of all articles together.
    const watch = () => new ResizeObserver(tellHeight).observe(root);
    whosaid.ready.then(watch, watch);

    // Other sites are opened outside; few let themselves be framed.
    addEventListener("click", ({ target }) => {
      const link = target.closest("a[rel~=external]");
      if (link) link.target = "_blank";
    }, true);
  }

  // -- what the host says --

  const MAX_LENGTH = { q: 5000 };
  const MAX_LENGTH_OF_OTHERS = 200;
  const MAX_LIST = 50;
  // More messages than this in one second are not read.
  const MAX_PER_SECOND = 100;
  // Milliseconds between two changes of the URL. Browsers allow about a hundred in half a minute.
  const PACE = 350;

  const isField = (name, value) => {
    const isText = (text) =>
      typeof text === "string" && text.length <= (MAX_LENGTH[name] ?? MAX_LENGTH_OF_OTHERS);
    const isList = (list) => Array.isArray(list) && list.length <= MAX_LIST && list.every(isText);
    if (ONE.includes(name)) return value === null || isText(value);
    return MANY.includes(name) && (value === null || isText(value) || isList(value));
  };

  let wanted = {};
  // biome-ignore lint/correctness/noUnusedVariables: `??=` reads it.
  let timer;
  let lastSet = -PACE;

  const set = () => {
    const { paragraph, ...parameters } = wanted;
    const url = new URL(location);
    for (const name in parameters) {
      url.searchParams.delete(name);
      for (const value of [parameters[name]].flat()) {
        if (value) url.searchParams.append(name, value);
      }
    }
    // A paragraph belongs to what was open.
    const isElsewhere = "article" in wanted || "view" in wanted;
    if (isElsewhere || paragraph !== undefined) url.hash = paragraph ?? "";
    wanted = {};
    timer = undefined;
    lastSet = performance.now();
    // In place of the last step: the Back button is the reader's, not the host's.
    history.replaceState(null, "", url);
    dispatchEvent(new PopStateEvent("popstate"));
  };

  let second = 0;
  let nInSecond = 0;

  addEventListener("message", ({ source, origin, data }) => {
    if (!isFramed || source !== host || (hosts && !hosts.includes(origin))) return;
    if (data?.whosaid !== 1) return;
    const now = performance.now();
    if (now - second > 1000) [second, nInSecond] = [now, 0];
    if (++nInSecond > MAX_PER_SECOND) return;
    if (data.type === "ask") {
      tellState();
      tellHeight();
    }
    if (data.type !== "set") return;
    const fields = {};
    // One by one, so that the first that is wrong ends it, however many there are.
    for (const name in data) {
      if (name === "whosaid" || name === "type") continue;
      if (!isField(name, data[name])) return;
      fields[name] = data[name];
    }
    Object.assign(wanted, fields);
    timer ??= setTimeout(set, lastSet + PACE - now);
  });

  // -- the buttons in the foot: what they do is loaded when it is first asked for --

  addEventListener("DOMContentLoaded", () => {
    // In a file on a disk there is nothing to load it from, and nothing to embed.
    if (!location.protocol.startsWith("http")) return;
    for (const button of document.querySelectorAll("[data-share]")) {
      button.hidden = false;
      button.onclick = () =>
        import("./share.js").then(
          (share) => share[button.dataset.share](),
          () => (button.textContent = "This needs a connection. Try again"),
        );
    }
  });
}
