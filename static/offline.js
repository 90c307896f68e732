// Has the service worker keep the page for reading offline, and tells in the page's foot what is so.
// It stands apart from the app, and does its work where the app could not start.
addEventListener("load", async () => {
  const badge = document.getElementById("offline");
  // A page that was pressed without this, or is all in one file.
  if (!badge) return;
  const say = (text) => {
    // The badge is a status: it is read out when it changes, and only then.
    if (badge.textContent !== text) badge.textContent = text;
  };

  const missing = "Not ready offline: files are missing.";

  // Where the policy requires Trusted Types, a worker's address must come from the one policy that it
  // allows, which gives no other.
  const name = "worker.js";
  const rule = { createScriptURL: () => name };
  const script = () => window.trustedTypes?.createPolicy("worker", rule).createScriptURL("") ?? name;
  const workers = () => navigator.serviceWorker;
  let registration;
  try {
    // In a frame without an origin Firefox would complain of the mere asking.
    if (self.origin === "null") throw 0;
    // To register once more would wait for an update that hangs. A registration may be that of a
    // site in a folder above.
    registration = await workers().getRegistration();
    if (registration?.scope !== new URL("./", location).href)
      registration = await workers().register(script(), { updateViaCache: "none" });
  } catch (error) {
    // A `TypeError` of `register` is a worker that did not arrive. All else is a refusal: in frames
    // without an origin, where storage is denied, over plain http, in old browsers.
    const mayKeep = "serviceWorker" in navigator && error instanceof TypeError;
    return say(mayKeep ? missing : "Not kept offline: storage is refused here.");
  }

  // Browsers keep apart what a page keeps on its own and in the frames of each site, so a badge that
  // says "ready" must say where.
  const place = () => {
    try {
      if (top.location.origin === location.origin) return "on this site";
    } catch {}
    const host = [...(location.ancestorOrigins ?? [])].pop()?.split("://")[1];
    return "in this frame on " + (host ?? "the site around it");
  };

  // What a worker keeps, as soon as it answers.
  const ask = (worker) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage(0, [port2]);
    });

  // How long the page waits for an answer before it tells what it knows without, in milliseconds.
  const PATIENCE = 10000;

  const mine = document.getElementById("edition").textContent;
  // A check begins whenever something changes, so several may be waiting for their answers, which come in any
  // order. What the one that began last finds is what holds; the others know of what was before.
  let nChecks = 0;
  const check = async () => {
    const n = ++nChecks;
    const { installing, waiting, active } = registration;
    // A newer worker that does not answer keeps nobody from asking the one before.
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const newer = waiting && (await Promise.race([ask(waiting), late]));
    if (n !== nChecks) return;
    // The newer one has taken all away; to ask the one before would bring it back.
    if (newer && !newer.size) return say(missing);
    // An answer that comes later still counts.
    const isLate = setTimeout(() => n === nChecks && say(missing), PATIENCE);
    const kept = active && (await ask(active));
    clearTimeout(isLate);
    if (n !== nChecks) return;
    if (kept?.whole) say(`Ready offline ${place()} (${(kept.size / 1e6).toFixed(1)} MB).`);
    else say(!active && (installing || waiting) ? "Getting ready offline …" : missing);
    const newest = newer ?? kept;
    if (newest && newest.version !== mine) offer(newest, kept);
  };

  // Offers a newer edition, once, with the articles that differ where that is known.
  let offered = mine;
  const offer = (newest, kept) => {
    if (offered === newest.version) return;
    offered = newest.version;
    const add = (parent, name, text) => {
      const element = document.createElement(name);
      element.append(text);
      parent.append(element);
      return element;
    };
    const area = document.getElementById("update");
    area.replaceChildren();
    area.append("A newer edition is ready.");
    if (kept?.version === mine && newest.articles[0]) {
      const details = add(area, "details", "");
      add(details, "summary", "What changed");
      const list = add(details, "ul", "");
      // A line is an article's slug, a hash and its title.
      const bySlug = (lines) => new Map(lines.map((line) => [line.split(" ")[0], line]));
      const [before, after] = [bySlug(kept.articles), bySlug(newest.articles)];
      const tell = (what, line) => add(list, "li", what + line.replace(/^\S+ \S+ /, ""));
      for (const [slug, line] of after) {
        if (!before.has(slug)) tell("New: ", line);
        else if (before.get(slug) !== line) tell("Changed: ", line);
      }
      for (const [slug, line] of before) if (!after.has(slug)) tell("Gone: ", line);
      if (!list.firstChild) add(list, "li", "The articles are the same.");
    }
    add(area, "button", "Reload").onclick = () => {
      const { waiting } = registration;
      if (!waiting) return location.reload();
      workers().oncontrollerchange = () => location.reload();
      // Chromium may forget the wish where the worker before has just been at work.
      const wish = () => waiting.postMessage(mine);
      wish();
      setInterval(wish, 1000);
    };
    add(area, "button", "Later").onclick = () => area.replaceChildren();
  };

  const watch = () => registration.installing?.addEventListener("statechange", check);
  registration.onupdatefound = watch;
  // Another tab has taken the newer edition.
  workers().oncontrollerchange = check;
  addEventListener("focus", check);
  watch();
  check();
});
