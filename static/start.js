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
}
