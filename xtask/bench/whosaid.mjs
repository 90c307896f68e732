// The pressed site of the corpus as an engine of the harness: in a frame, as a host page would have it.
// WHOSAID_SITE names the site, WHOSAID_HOOK the script that is put into its copy.
export const note = "the whole reader: page, search with typing errors and word forms, articles, quotations";
/** @param {string} file */
export const part = (file) => (/\.(html|m?js|wasm|svg)$/.test(file) ? "code" : "index");
// Pages that stand for themselves are not loaded with the reader.
/** @param {string} file */
export const aux = (file) => file.includes("/");
/** @param {{ out: string }} ctx */
export async function build(ctx) {
  const { WHOSAID_SITE: site, WHOSAID_HOOK: hook } = process.env;
  if (!site || !hook) throw new Error("WHOSAID_SITE and WHOSAID_HOOK are missing");
  const { copyFileSync, cpSync, readFileSync, writeFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  cpSync(site, ctx.out, { recursive: true });
  copyFileSync(hook, join(ctx.out, "hook.js"));
  const page = join(ctx.out, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</body>", '<script src="hook.js"></script></body>'));
}
/** @param {string} base */
export async function load(base) {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.src = base + "index.html";
  while (!frame.contentWindow?.readerSearch) await new Promise((resolve) => setTimeout(resolve, 1));
  return frame.contentWindow;
}
/**
 * @param {Required<Pick<Window, "readerSearch">>} page
 * @param {string} query
 * @param {number} limit
 * @param {string} cls
 */
export const search = async (page, query, limit, cls) =>
  page.readerSearch(cls === "phrase" ? `"${query}"` : query, limit);
