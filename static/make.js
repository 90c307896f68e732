// @ts-check
// Starts the program of `make.html`, in the page and in its worker: the same wasm looks where it runs.

import init from "./maker.js";

const wasm = new URL("./maker_bg.wasm", import.meta.url);

if (globalThis.document) {
  const script = new URL("./make.js", import.meta.url).href;
  // Where the policy requires Trusted Types, a worker's address must come from the one policy that it allows,
  // which gives no other.
  const policy = window.trustedTypes?.createPolicy("maker", { createScriptURL: () => script });
  window.makeWorker = () =>
    new Worker(policy?.createScriptURL("") ?? script, { type: "module" });
  init({ module_or_path: wasm }).catch((error) => {
    reportError(error);
    document.getElementById("failure")?.removeAttribute("hidden");
  });
} else {
  await init({ module_or_path: wasm });
}
