// How long the page's main thread is kept from the reader while a query is typed: node tasks.mjs SET, in the
// harness's folder, once the site of the set is built.
//
// Types the set's queries a key at a time, ten keys a second, and prints the longest of the tasks that the
// browser ran meanwhile: script, layout and painting alike. The first query is typed before that, since
// browsers compile when they first meet something.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "./chromium.mjs";

const [set] = process.argv.slice(2);
const playwright = createRequire(join(process.cwd(), "package.json"))("playwright-core");
const { serve } = await import(pathToFileURL(join(process.cwd(), "serve.mjs")).href);

// Milliseconds in which a screen shows a frame, and in which a fast typist types a key.
const FRAME = 16.7;
const KEY = 100;
// Of either kind: titles as they are typed, and words with a typing error.
const N_QUERIES = 10;

/** @type {{ classes: Record<"typing" | "typo", { q: string }[]> }} */
const { classes } = JSON.parse(readFileSync(join("data", set, "queries.json"), "utf8"));
const queries = [classes.typing, classes.typo].flatMap((of) => of.slice(0, N_QUERIES)).map(({ q }) => q);

const executablePath = chromium();
const server = await serve(".");
const browser = await playwright.chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await browser.newPage();
await page.goto(`${server.url}data/${set}/out/whosaid/index.html`);
await page.evaluate(() => whosaid.ready);

/** @param {string} query */
const type = async (query) => {
  await page.fill("input[type=search]", "");
  await page.keyboard.type(query, { delay: KEY });
  // What is counted last is counted by then.
  await page.waitForTimeout(5 * KEY);
};
await page.focus("input[type=search]");
await type(queries[0]);
await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
await page.evaluate(() => performance.mark("typing"));
for (const query of queries.slice(1)) await type(query);
/**
 * What is used of an event of a trace; `dur` in microseconds.
 *
 * @typedef {{ name: string, pid: number, tid: number, dur?: number, args: { name?: string } }} TraceEvent
 */

/** @type {TraceEvent[]} */
const trace = JSON.parse(await browser.stopTracing()).traceEvents;
await browser.close();
server.close();

const mark = trace.find(({ name }) => name === "typing");
const isName = (/** @type {TraceEvent} */ event) => event.name === "thread_name" && event.pid === mark?.pid;
const main = trace.find((event) => isName(event) && event.args.name === "CrRendererMain");
if (!main) throw new Error("the trace does not tell the main thread of the page");
const { pid, tid } = main;
const isTask = (/** @type {TraceEvent} */ event) => event.pid === pid && event.tid === tid && event.name.endsWith("::RunTask");
const times = trace.filter(isTask).map(({ dur = 0 }) => dur / 1000);
times.sort((a, b) => b - a);
const nKeys = queries.slice(1).join("").length;
const nLong = times.filter((time) => time > FRAME).length;
console.log(
  `While ${nKeys} keys were typed, the main thread ran ${times.length} tasks; ${nLong} took over ${FRAME} ms, ` +
    `the longest ${times.slice(0, 3).map((time) => time.toFixed(1)).join(", ")} ms.`,
);
process.exit(0);
