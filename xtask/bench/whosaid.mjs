// The pressed site of the corpus as an engine of the harness: in a frame, as a host page would have it.
// WHOSAID_SITE names the site, WHOSAID_HOOK the script that is put into its copy.
export const note = "the whole reader: page, search with typing errors and word forms, articles, quotations";
export const part = (file) => (/\.(html|m?js|wasm|svg)$/.test(file) ? "code" : "index");
// Pages that stand for themselves are not loaded with the reader.
export const aux = (file) => file.includes("/");
export async function build(ctx) {
  const { copyFileSync, cpSync, readFileSync, writeFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  cpSync(process.env.WHOSAID_SITE, ctx.out, { recursive: true });
  copyFileSync(process.env.WHOSAID_HOOK, join(ctx.out, "hook.js"));
  const page = join(ctx.out, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</body>", '<script src="hook.js"></script></body>'));
}
export async function load(base) {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.src = base + "index.html";
  while (!frame.contentWindow?.readerSearch) await new Promise((resolve) => setTimeout(resolve, 1));
  return frame.contentWindow;
}
export const search = async (page, query, limit, cls) =>
  page.readerSearch(cls === "phrase" ? `"${query}"` : query, limit);
