// How long the page's main thread is kept from the reader while a query is typed: node tasks.mjs SET, in the
// harness's folder, once the site of the set is built.
//
// Types the set's queries a key at a time, ten keys a second, and prints the longest of the tasks that the
// browser ran meanwhile: script, layout and painting alike. The first query is typed before that, since
// browsers compile when they first meet something.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const [set] = process.argv.slice(2);
const { chromium } = createRequire(join(process.cwd(), "package.json"))("playwright-core");
const { serve } = await import(pathToFileURL(join(process.cwd(), "serve.mjs")));

// Milliseconds in which a screen shows a frame, and in which a fast typist types a key.
const FRAME = 16.7;
const KEY = 100;
// Of either kind: titles as they are typed, and words with a typing error.
const N_QUERIES = 10;

const { classes } = JSON.parse(readFileSync(join("data", set, "queries.json"), "utf8"));
const queries = [classes.typing, classes.typo].flatMap((of) => of.slice(0, N_QUERIES)).map(({ q }) => q);

const executablePath =
  process.env.CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)))
    .find(existsSync);
const server = await serve(".");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await browser.newPage();
await page.goto(`${server.url}data/${set}/out/whosaid/index.html`);
await page.evaluate(() => whosaid.ready);

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
const trace = JSON.parse(await browser.stopTracing()).traceEvents;
await browser.close();
server.close();

const { pid } = trace.find(({ name }) => name === "typing");
const isMain = (event) => event.name === "thread_name" && event.pid === pid && event.args.name === "CrRendererMain";
const { tid } = trace.find(isMain);
const isTask = (event) => event.pid === pid && event.tid === tid && event.name.endsWith("::RunTask");
const times = trace.filter(isTask).map(({ dur = 0 }) => dur / 1000);
times.sort((a, b) => b - a);
const nKeys = queries.slice(1).join("").length;
const nLong = times.filter((time) => time > FRAME).length;
console.log(
  `While ${nKeys} keys were typed, the main thread ran ${times.length} tasks; ${nLong} took over ${FRAME} ms, ` +
    `the longest ${times.slice(0, 3).map((time) => time.toFixed(1)).join(", ")} ms.`,
);
process.exit(0);
