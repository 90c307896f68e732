// @ts-check
// The first script of the page: what must not wait for the app, and what must work without it. It is all
// that other scripts and the app know each other by: `window.whosaid`.
//
// `ready` is settled by the app, through `started` and `failed`. Whatever fails before that, and what ends
// the app afterwards, is told above the page.
{
  const root = document.documentElement;
  // The way to the site's folder, from which all its files are named.
  const home = root.dataset.home ?? "./";

  // -- the page is painted at once as it is going to stay --

  // What a reader makes is shown in a frame of `make.html`, which has it, and nowhere else.
  const made = /** @type {{ dossier?: Uint8Array } | null} */ (window.frameElement)?.dossier;
  if (!made && document.querySelector("meta[name=whosaid-made]")) location.replace("./make.html");

  const parameters = new URLSearchParams(location.search);
  root.toggleAttribute("data-embed", parameters.has("embed"));
  const theme = parameters.get("theme");
  if (theme) root.dataset.theme = theme;
  // Where the address asks for another view than the page holds, that one is not shown first, as long as the
  // app is not too late: what is first seen stays where it is.
  const views = ["q", "speaker", "kind", "outlet", "article", "view"];
  if (views.some((name) => parameters.has(name))) {
    root.dataset.starting = "";
    setTimeout(() => delete root.dataset.starting, 4000);
  }

  // -- what the page around this one says before the app listens is kept for it --

  /** @type {MessageEvent[]} */
  const early = [];
  const MAX_EARLY = 100;
  /** @type {(event: MessageEvent) => void} */
  let hear = (event) => {
    if (event.source === parent && early.length < MAX_EARLY) early.push(event);
  };
  if (parent !== window) addEventListener("message", (event) => hear(event));
  /** @type {Whosaid["listen"]} */
  const listen = (listener) => {
    hear = listener;
    for (const event of early.splice(0)) listener(event);
  };

  // -- the app starts, or does not --

  let isStarted = false;
  let isAgain = false;
  /** @type {(() => Promise<void>) | undefined} */
  let startAgain;

  window.whosaid = /** @type {Whosaid} */ ({ listen });
  window.whosaid.ready = new Promise((resolve, reject) => {
    /**
     * Shows the notice.
     * @param {"" | "stopped" | "redrawn"} told what has happened, in the page's words for it; empty for what it says
     *   itself
     * @param {string} reason for readers; where it is empty, the one before stays
     */
    const tell = (told, reason) => {
      delete root.dataset.starting;
      const [notice, what, why] = ["failure", "failure-what", "failure-reason"].map((id) =>
        document.getElementById(id),
      );
      // None of them is there while the page is still being read.
      if (!notice || !what || !why) return;
      if (told) what.textContent = what.dataset[told] ?? "";
      // A panic may bring a stack along, which the console has as well.
      if (reason) why.textContent = reason.slice(0, 300);
      notice.toggleAttribute("data-stopped", isStarted);
      notice.hidden = false;
    };

    /**
     * @param {string} message for developers
     * @param {string} reason for readers
     */
    const stop = (message, reason) => {
      tell(isStarted ? "stopped" : "", reason);
      reject(new Error(`The reader could not start. ${message}`));
    };

    // What ends the app before it has started is, as a rule, a page that somebody has changed on its way
    // here: an extension, a translator. A second one draws the page anew.
    /** @type {(message: string, reason: string) => void} */
    const fall = (message, reason) => {
      if (isStarted || isAgain || !startAgain) return stop(message, reason);
      isAgain = true;
      document.getElementById("reader")?.replaceChildren();
      startAgain().catch((error) => stop(`${error}`, ""));
    };

    // Firefox calls off what is on its way as soon as a link is followed or a frame goes, which is no failure. Who
    // is still here after a while is told: the link may have been a download. Once the app runs, nobody listens,
    // because that keeps some browsers from going back to the page as it was.
    let isLeaving = false;
    const leave = () => {
      isLeaving = true;
    };
    addEventListener("beforeunload", leave);
    addEventListener("pagehide", leave);

    /** @param {ErrorEvent | PromiseRejectionEvent} event */
    const onError = (event) => {
      if (isLeaving && !isStarted) {
        event.preventDefault();
        setTimeout(() => {
          isLeaving = false;
          onError(event);
        }, 5000);
        return;
      }
      // A picture that does not come, or a file that was asked for ahead of time, does not end the reader.
      if (event.target instanceof Element && !(event.target instanceof HTMLScriptElement)) return;
      const error = "reason" in event ? event.reason : event.error;
      const isEnd = error instanceof WebAssembly.RuntimeError;
      // Once the app runs, only an error that ends its wasm ends it; and the first app of two has ended.
      if ((isStarted || isAgain) && !isEnd) return;
      if (isEnd) return isAgain && !isStarted ? undefined : fall(error.message, "");
      const { target } = event;
      const missing = target instanceof HTMLScriptElement ? `${target.src} could not be loaded.` : "";
      stop("message" in event ? event.message : missing || `${error}`, "");
    };
    // In the capture phase, because the error of an element that could not be loaded does not bubble.
    addEventListener("error", onError, true);
    addEventListener("unhandledrejection", onError);

    window.whosaid.failed = (reason) => stop(reason, reason);
    window.whosaid.panicked = (message) => fall(message, message);
    window.whosaid.started = () => {
      isStarted = true;
      removeEventListener("beforeunload", leave);
      removeEventListener("pagehide", leave);
      delete root.dataset.starting;
      restoreText();
      // What stands in for articles where there is no app.
      document.getElementById("full-text")?.remove();
      if (isAgain) tell("redrawn", "");
      resolve();
    };
  });
  window.whosaid.ready.catch(() => {});

  /**
   * Starts the app in the wasm that is on its way. `again` imports the app's script once more, for a second
   * app of its own, and `fetchAgain` asks for the wasm once more.
   * @type {Whosaid["start"]}
   */
  window.whosaid.start = async (init, again, fetchAgain) => {
    /** @type {(init: Init, response: Response) => Promise<void>} */
    const start = async (init, response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      await init({ module_or_path: window.whosaid.engine(bytes) });
    };
    startAgain = async () => start((await again()).default, await fetchAgain());
    try {
      await start(init, await window.whosaid.wasm);
    } catch (error) {
      // WebKit reports nothing of a module that fails while it waits.
      reportError(error);
    }
  };

  // A block of a large dossier, by its name. Those that the page was drawn from are asked for at once, because the
  // app needs them to take the page over; each is given once.
  const here = location.href;
  /** @type {(name: string) => Promise<Uint8Array>} */
  const load = async (name) => {
    // The address changes with the reader's steps.
    const response = await fetch(new URL(`${home}blocks/${name.slice(0, 2)}/${name}.bin`, here));
    if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status}`);
    // Piece by piece: of one that breaks off in the middle, Firefox would complain besides, were it a Response.
    const reader = response.body.pipeThrough(new DecompressionStream("deflate")).getReader();
    /** @type {BlobPart[]} */
    const pieces = [];
    for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value);
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };
  const names = root.dataset.blocks?.split(" ") ?? [];
  const asked = new Map(names.map((name) => [name, load(name)]));
  // What went wrong is told to who takes it.
  for (const block of asked.values()) block.catch(() => {});
  window.whosaid.block = (name) => {
    const block = asked.get(name) ?? load(name);
    asked.delete(name);
    return block;
  };

  // The wasm without the dossier, which is its first section and is left in `whosaid.dossier` for the
  // app. A browser keeps the bytes of all that it compiles: for 10,000 articles the page would take
  // 46 MB more (of 210), and start a second later.
  window.whosaid.engine = (bytes) => {
    if (made) window.whosaid.dossier = made;
    // After the 8 bytes of the header: the section's kind, 0 for a custom one; the length of what follows
    // as LEB128; its name, of 7 bytes, with its length before it; and the dossier.
    if (bytes[8] !== 0) return bytes;
    let at = 9;
    let length = 0;
    for (let place = 1, byte = 128; byte > 127; place *= 128) {
      byte = bytes[at++];
      length += (byte & 127) * place;
    }
    window.whosaid.dossier ??= bytes.subarray(at + 8, at + length);
    const engine = bytes.slice(at + length - 8);
    engine.set(bytes.subarray(0, 8));
    return engine;
  };

  // A text that is written anew loses the reader's selection, and what the browser has marked for a link to
  // a passage, even where it is the same; and the app writes all of them when it takes the page over. (Yew
  // 0.23 does, in `dom_bundle/btext.rs`.)
  const nodeValue = /** @type {PropertyDescriptor} */ (
    Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue")
  );
  window.whosaid.keepEqualText = () => {
    Object.defineProperty(Node.prototype, "nodeValue", {
      ...nodeValue,
      set(value) {
        if (this.data !== value) nodeValue.set?.call(this, value);
      },
    });
  };
  const restoreText = () => Object.defineProperty(Node.prototype, "nodeValue", nodeValue);

  // -- the service worker keeps the page for reading offline, also where the app could not start --

  /** @type {() => Promise<ServiceWorkerRegistration | string>} */
  const register = async () => {
    // Where the policy requires Trusted Types, a worker's address must come from the one policy that it
    // allows, which gives no other.
    const name = `${home}worker.js`;
    const rule = { createScriptURL: () => name };
    const script = () =>
      window.trustedTypes?.createPolicy("worker", rule).createScriptURL("") ?? name;
    try {
      // In a frame without an origin Firefox would complain of the mere asking.
      if (self.origin === "null") throw 0;
      const workers = navigator.serviceWorker;
      // To register once more would wait for an update that hangs. A registration may be that of a
      // site in a folder above.
      const registration = await workers.getRegistration();
      if (registration?.scope === new URL(home, location.href).href) return registration;
      return await workers.register(script(), { updateViaCache: "none" });
    } catch (error) {
      // A `TypeError` of `register` is a worker that did not arrive. All else is a refusal: in frames
      // without an origin, where storage is denied, over plain http, in old browsers.
      const mayKeep = "serviceWorker" in navigator && error instanceof TypeError;
      return mayKeep ? "" : "refused";
    }
  };
  // Once the app is there, or is known not to come: what the worker fetches is in nobody's way then.
  const isLoaded = new Promise((resolve) => addEventListener("load", resolve));
  window.whosaid.registered = Promise.allSettled([isLoaded, window.whosaid.ready]).then(() => {
    // A page that was pressed without this, or is all in one file, has no place to tell of it.
    if (!document.getElementById("offline")) throw new Error("this page is not kept");
    return register();
  });
  window.whosaid.registered.catch(() => {});
}
