// What a reader on a slow phone sees, and what Lighthouse says: node page.mjs SITE [ROUNDS], in a folder
// where npm has installed `lighthouse`, which brings puppeteer-core.
//
// The site is served as static hosts do, in Brotli. Per round, in a browser without a cache, on Lighthouse's
// slow 4G and with a processor four times as slow: the first text of the site, and of the same page without
// any script, that is, plain HTML of the same articles and styles; and how much the layout shifts, alone
// and in another site's frame.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "./chromium.mjs";

const [site, rounds = "5"] = process.argv.slice(2);
const puppeteer = createRequire(join(process.cwd(), "package.json"))("puppeteer-core");

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };

const page = readFileSync(join(site, "index.html"), "utf8");
/** @type {Record<string, string>} */
const made = {
  "plain.html": page.replace(/<script[^>]*>.*?<\/script>/gs, "").replace(/<link[^>]*rel="?manifest[^>]*>/, ""),
  "host.html":
    '<!doctype html><html lang="en"><title>A host</title><h1>A host</h1><script src="/embed.js"></script>' +
    '<whosaid-dossier src="//127.0.0.1:PORT/" height="700" title="What was said"></whosaid-dossier><p>After it</p>',
};
const packed = new Map();
const port = () => /** @type {import("node:net").AddressInfo} */ (server.address()).port;
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url ?? "/", "http://site").pathname).replace(/^\/+/, "") || "index.html";
  const file = join(site, path);
  if (!made[path] && !existsSync(file)) return response.writeHead(404).end();
  if (!packed.has(path)) {
    const content = made[path]?.replace("PORT", String(port())) ?? readFileSync(file);
    packed.set(path, brotliCompressSync(content));
  }
  response.writeHead(200, {
    "access-control-allow-origin": "*",
    "cache-control": /-[0-9a-f]{8,16}[._]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    "content-encoding": "br",
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
  });
  response.end(packed.get(path));
});
await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
const origin = `http://localhost:${port()}`;

const executablePath = chromium();
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await puppeteer.launch({ executablePath, args: flags });

/**
 * Opens an address anew; `ms` to its first text, and the layout's shift in the frame that has the site.
 *
 * @param {string} address
 * @param {boolean} isSite
 * @returns {Promise<{ ms: number, shift: number, around: number }>}
 */
async function visit(address, isSite) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", SLOW_4G);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of /** @type {LayoutShift[]} */ (list.getEntries())) {
        if (!entry.hadRecentInput) globalThis.shift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address, { timeout: 120_000 });
  const shows = (/** @type {any} */ frame) => frame.url().endsWith("/") || frame.url().includes("?");
  const frames = () => page.frames().filter(shows);
  while (isSite && !frames().length) await new Promise((resolve) => setTimeout(resolve, 50));
  const frame = isSite ? frames().at(-1) : page.mainFrame();
  if (isSite) await frame.evaluate(() => whosaid.ready.then(() => true));
  // What moves late, moves too.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const seen = await frame.evaluate(() => ({
    ms: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    shift: globalThis.shift,
  }));
  seen.around = await page.evaluate(() => globalThis.shift);
  await context.close();
  return seen;
}

const ratios = [];
let shift = 0;
let framed = 0;
for (let round = 0; round < Number(rounds); round++) {
  const own = await visit(`${origin}/`, true);
  const plain = await visit(`${origin}/plain.html`, false);
  const guest = await visit(`${origin}/host.html`, true);
  const ratio = own.ms / plain.ms;
  ratios.push(ratio);
  shift = Math.max(shift, own.shift);
  framed = Math.max(framed, guest.shift, guest.around);
  console.log(`first text: ${own.ms.toFixed(0)} ms, plain page ${plain.ms.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`);
}
await browser.close();
ratios.sort((one, other) => one - other);
console.log(`Median ratio ${ratios[ratios.length >> 1].toFixed(2)}; layout shift at most ${shift.toFixed(4)}, framed ${framed.toFixed(4)}`);

// Not in this process, which has to answer it.
const lighthouse = spawn(
  "node",
  [
    join("node_modules", "lighthouse", "cli", "index.js"),
    `${origin}/`,
    "--quiet",
    "--no-enable-error-reporting",
    "--output=json",
    "--output-path=lighthouse.json",
    `--chrome-flags=--headless=new ${flags.join(" ")}`,
  ],
  { env: { ...process.env, CHROME_PATH: executablePath }, stdio: "inherit" },
);
const code = await new Promise((resolve) => lighthouse.on("exit", resolve));
server.close();
if (code !== 0) process.exit(1);
/** @type {{ categories: Record<string, { title: string, score: number }> }} */
const { categories } = JSON.parse(readFileSync("lighthouse.json", "utf8"));
const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
console.log(`Lighthouse, mobile: ${scores.join(", ")}`);
process.exit(0);
