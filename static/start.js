// The first thing that runs: `window.whosaid.ready` is settled by the app, through `started` and
// `failed`. Until then, whatever fails is told above the readable page.
{
  const root = document.documentElement;
  window.whosaid = {};
  window.whosaid.ready = new Promise((resolve, reject) => {
    // The foot of the page waits for the app, which replaces all that stands above it: what is first
    // drawn in its place has not moved.
    root.dataset.starting = "";
    const settled = () => delete root.dataset.starting;
    const failed = (event) => {
      settled();
      const failure = document.getElementById("failure");
      if (failure) failure.hidden = false;
      reject(new Error("The reader could not start. " + (event?.message ?? "")));
    };
    window.whosaid.failed = (reason) => {
      failed({ message: reason });
      const why = document.getElementById("failure-reason");
      if (why) why.textContent = reason;
    };
    window.whosaid.started = () => {
      settled();
      removeEventListener("error", failed, true);
      removeEventListener("unhandledrejection", failed);
      resolve();
    };
    addEventListener("error", failed, true);
    addEventListener("unhandledrejection", failed);
  });
  window.whosaid.ready.catch(() => {});

  // The engine in the bytes of the wasm, for the script that starts it. The dossier is the wasm's first section, and is taken out
  // before the rest is compiled: a browser keeps the bytes of all that it compiles, and a dossier may
  // have many.
  window.whosaid.engine = (bytes) => {
    if (bytes[8] !== 0) return bytes;
    // After the 8 bytes of the header: the section's kind, the length of what follows as LEB128, its
    // name with a length before it, and the dossier.
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
