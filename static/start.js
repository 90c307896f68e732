// @ts-check
// The first script of the page. `window.whosaid.ready` is settled by the app, through `started` and
// `failed`. Whatever fails before that, and what ends the app afterwards, is told above the page.
{
  const root = document.documentElement;
  let isStarted = false;

  window.whosaid = /** @type {Whosaid} */ ({});
  window.whosaid.ready = new Promise((resolve, reject) => {
    // The foot of the page waits for the app, which replaces all that stands above it: what is first
    // drawn in its place has not moved.
    root.dataset.starting = "";

    /**
     * Shows the notice.
     * @param {string} message for developers
     * @param {string} reason for readers; where it is empty, the one before stays
     */
    const stop = (message, reason) => {
      delete root.dataset.starting;
      const [notice, what, why] = ["failure", "failure-what", "failure-reason"].map((id) =>
        document.getElementById(id),
      );
      // None of them is there while the page is still being read.
      if (notice && what && why) {
        if (isStarted) {
          what.textContent = "Something went wrong, and search and filters have stopped.";
          notice.dataset.stopped = "";
        }
        // A panic may bring a stack along, which the console has as well.
        if (reason) why.textContent = reason.slice(0, 300);
        notice.hidden = false;
      }
      reject(new Error(`The reader could not start. ${message}`));
    };

    /** @param {ErrorEvent | PromiseRejectionEvent} event */
    const onError = (event) => {
      const error = "reason" in event ? event.reason : event.error;
      // Once the app runs, only an error that ends its wasm ends it.
      if (isStarted && !(error instanceof WebAssembly.RuntimeError)) return;
      stop("message" in event ? event.message : `${error}`, "");
    };
    // In the capture phase, because the error of an element that could not be loaded does not bubble.
    addEventListener("error", onError, true);
    addEventListener("unhandledrejection", onError);

    window.whosaid.failed = (reason) => stop(reason, reason);
    window.whosaid.started = () => {
      isStarted = true;
      delete root.dataset.starting;
      resolve();
    };
  });
  window.whosaid.ready.catch(() => {});

  // The wasm without the dossier, which is its first section and is left in `whosaid.dossier` for the
  // app. A browser keeps the bytes of all that it compiles: for 10,000 articles the page would take
  // 46 MB more (of 210), and start a second later.
  window.whosaid.engine = (bytes) => {
    // After the 8 bytes of the header: the section's kind, 0 for a custom one; the length of what follows
    // as LEB128; its name, of 7 bytes, with its length before it; and the dossier.
    if (bytes[8] !== 0) return bytes;
    let at = 9;
    let length = 0;
    for (let place = 1, byte = 128; byte > 127; place *= 128) {
      byte = bytes[at++];
      length += (byte & 127) * place;
    }
    window.whosaid.dossier = bytes.subarray(at + 8, at + length);
    const engine = bytes.slice(at + length - 8);
    engine.set(bytes.subarray(0, 8));
    return engine;
  };
}
