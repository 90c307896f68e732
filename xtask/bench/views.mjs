// How long a view of a dossier takes to open, and a notebook of 2,000 notes: node views.mjs SITE… in a folder
// where npm has installed puppeteer-core.
//
// In one Chromium, each view is opened from the front page without a reload, as its link does. Per view the best of
// three: until the first frame that shows it, until nothing more is drawn, and the longest task of the main thread
// from 50 ms on, which is as short as the browser tells.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "./chromium.mjs";

const puppeteer = createRequire(join(process.cwd(), "package.json"))("puppeteer-core");

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };
const N_NOTES = 2000;

/**
 * Serves a folder on this machine.
 *
 * @param {string} site
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
function serve(site) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://site").pathname).replace(/^\/+/, "") || "index.html";
    const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

/**
 * In the page: opens an address as a step in it does, and tells what that took, in milliseconds.
 *
 * @param {string} url
 */
async function open(url) {
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: "longtask" });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let drawn = 0;
  const changes = new MutationObserver(() => {
    drawn = performance.now();
  });
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const start = performance.now();
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  while (!drawn) await frame();
  await frame();
  const shown = performance.now() - start;
  let last = 0;
  while (last !== drawn) {
    last = drawn;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  changes.disconnect();
  observer.disconnect();
  return { shown, settled: drawn - start, task: Math.max(0, ...tasks) };
}

/** @param {number} n */
const ms = (n) => `${n.toFixed(0)} ms`;

/**
 * Opens each of the views, which are addresses by name, and prints what that took.
 *
 * @param {any} page
 * @param {string} origin
 * @param {Record<string, string>} views
 */
async function measure(page, origin, views) {
  for (const [name, url] of Object.entries(views)) {
    /** @type {Awaited<ReturnType<typeof open>>[]} */
    const runs = [];
    for (let run = 0; run < 3; run++) {
      runs.push(await page.evaluate(open, `${origin}/${url}`));
      await page.evaluate(open, `${origin}/`);
    }
    const best = (/** @type {"shown" | "settled" | "task"} */ key) => Math.min(...runs.map((run) => run[key]));
    const task = best("task");
    console.log(
      `  ${name.padEnd(28)} ${ms(best("shown")).padStart(7)}  drawn after ${ms(best("settled")).padStart(7)}` +
        `  ${task ? `task of ${ms(task)}` : ""}`,
    );
  }
}

/**
 * Annotations of words all over some articles, in the form that the notebook takes.
 *
 * @param {{ slug: string, text: string }[]} texts
 * @param {string} origin
 */
function annotations(texts, origin) {
  const items = [];
  for (let n = 0; n < N_NOTES; n++) {
    const { slug, text } = texts[n % texts.length];
    const start = (n * 37) % Math.max(1, text.length - 40);
    const time = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const [exact, prefix, suffix] = [[start, start + 30], [start - 24, start], [start + 30, start + 54]]
      .map(([from, to]) => text.slice(Math.max(0, from), to));
    items.push({
      id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
      type: "Annotation",
      motivation: "commenting",
      created: time,
      modified: time,
      body: [{ type: "TextualBody", value: `Note ${n}`, purpose: "commenting" }],
      target: {
        source: `${origin}/articles/${slug}.html`,
        selector: [
          { type: "TextQuoteSelector", exact, prefix, suffix },
          { type: "TextPositionSelector", start, end: start + 30 },
        ],
      },
    });
  }
  return { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
}

const executablePath = chromium();
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const browser = await puppeteer.launch({ executablePath, args });

for (const site of process.argv.slice(2)) {
  const server = await serve(site);
  const { origin } = server;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(origin);
  await page.evaluate(() => whosaid.ready.then(() => true));
  const attributes = (/** @type {string} */ selector, /** @type {string} */ name) =>
    [...document.querySelectorAll(selector)].map((node) => node.getAttribute(name));
  /** @type {(selector: string, name: string) => Promise<string[]>} */
  const named = (selector, name) => page.evaluate(attributes, selector, name);
  const speakers = (await named("fieldset:first-of-type input[type=checkbox]", "value")).filter((slug) => slug !== "unattributed");
  const articles = (await named(".article-card h2 a", "href")).map((href) => href.replace(/^.*articles\/([^.?#]+).*$/, "$1"));
  console.log(`${await page.title()}: ${articles.length} articles on its front page, ${speakers.length} speakers in its filter`);
  const views = {
    "an article": `articles/${articles[0]}.html`,
    "a speaker": `speakers/${speakers[0]}.html`,
    "results of one word": "?q=people",
    statements: "?view=statements",
    "compare, one speaker": `?view=compare&speaker=${speakers[0]}`,
    "compare, two speakers": `?view=compare&speaker=${speakers[0]}&speaker=${speakers[1]}`,
    "compare, one word": "?view=compare&q=people",
    "concordance of one word": "?view=concordance&q=people",
    "who is quoted where": "?view=matrix",
    "notebook, empty": "?view=notebook",
  };
  await measure(page, origin, views);

  const reading = await context.newPage();
  await reading.setJavaScriptEnabled(false);
  const textsOf = (/** @type {Element[]} */ nodes) => nodes.map((node) => node.textContent);
  const texts = [];
  for (const slug of articles) {
    await reading.goto(`${origin}/articles/${slug}.html`, { waitUntil: "domcontentloaded" });
    const paragraphs = await reading.$$eval("article .paragraph", textsOf);
    texts.push({ slug, text: paragraphs.join("\n") });
  }
  await reading.close();
  const folder = mkdtempSync(join(tmpdir(), "views-"));
  const file = join(folder, "notes.json");
  writeFileSync(file, JSON.stringify(annotations(texts, origin)));
  await page.evaluate(open, `${origin}/?view=notebook`);
  const shows = (/** @type {string} */ text) => document.body.textContent?.includes(text);
  const input = await page.waitForSelector("input[type=file]");
  await input.uploadFile(file);
  await page.waitForFunction(shows, { timeout: 120_000 }, `${N_NOTES} notes`);
  // Each is written for itself.
  await new Promise((resolve) => setTimeout(resolve, 5000));
  rmSync(folder, { recursive: true });
  await page.evaluate(open, `${origin}/`);
  const many = { [`notebook, ${N_NOTES} notes`]: "?view=notebook", "an article with its share": views["an article"] };
  await measure(page, origin, many);
  await context.close();
  server.close();
}
await browser.close();
