// @ts-check
// Starts the program of `make.html`, in the page and in its worker: the same wasm looks where it runs.

import init from "./maker.js";

const wasm = new URL("./maker_bg.wasm", import.meta.url);

/**
 * Has the site's service worker keep what this page needs, and what it makes sites with: all that, once it was asked for.
 * @param {(name: string) => string} script
 * @param {DOMStringMap} page
 */
const keep = async (script, { engine = "", offline }) => {
  const workers = navigator.serviceWorker;
  if (offline === undefined || !workers) return;
  await workers.register(script("worker.js"), { updateViaCache: "none" });
  await workers.ready;
  // A page that was there before the worker is taken over by it.
  if (!workers.controller) {
    await new Promise((taken) => workers.addEventListener("controllerchange", taken, { once: true }));
  }
  for (const file of ["make.html", "made.html", "maker.js", ...engine.split(" ")]) {
    await fetch(new URL(`./${file}`, import.meta.url));
  }
};

if (globalThis.document) {
  // Where the policy requires Trusted Types, a worker's address must come from the one policy that it allows,
  // which gives two alone.
  const address = (/** @type {string} */ name) =>
    new URL(name === "worker.js" ? "./worker.js" : "./make.js", import.meta.url).href;
  const policy = window.trustedTypes?.createPolicy("maker", { createScriptURL: address });
  // The type check knows no address but text.
  const script = (/** @type {string} */ name) =>
    /** @type {string} */ (/** @type {unknown} */ (policy?.createScriptURL(name) ?? address(name)));
  window.makeWorker = () => new Worker(script("make.js"), { type: "module" });
  // Firefox calls off what is on its way as soon as the page is left, which is no failure. Who is still here
  // after a while is told.
  let isLeaving = false;
  addEventListener("beforeunload", () => (isLeaving = true), { once: true });
  const started = init({ module_or_path: wasm });
  started.catch(async (error) => {
    if (isLeaving) await new Promise((waited) => setTimeout(waited, 5000));
    reportError(error);
    document.getElementById("failure")?.removeAttribute("hidden");
  });
  const page = document.getElementById("make_page")?.dataset ?? {};
  // Where nothing can be kept, as in a private window, the page works all the same.
  started.then(() => keep(script, page)).catch(() => {});
} else {
  await init({ module_or_path: wasm });
}
