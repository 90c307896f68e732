// Prints one table of a set's results: node table.mjs FOLDER SITE, in the harness's folder.
//
// Of a site's wasm the pack's sections are told apart, so that "engine + index" means the same for all
// engines: what is loaded before the first answer, without the articles' own text.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, site] = process.argv.slice(2);
/**
 * What the harness measured of an engine, in milliseconds, megabytes and shares of one; a time that it could not
 * take is null.
 *
 * @typedef {{
 *   failed?: string, ready_ms: number | null, process_mb: number, process_after_mb: number,
 *   latency: { all: Record<"p50" | "p95" | "p99" | "max", number | null>, typing: { over16: number | null } },
 *   quality: Record<string, Record<string, number | null>>,
 * }} Engine
 */

/** @typedef {{ code_br: number, index_br: number, build_ms: number }} Build */

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
/** @type {{ engines: Record<string, Engine>, machine: { chromium: string } }} */
const { engines, machine } = read("results.json");
/** @type {Record<string, Build>} */
const built = read("build.json");

/** @param {Buffer} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > 4e6 ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/**
 * The sections of a pack by tag; its format is described in src/pack/mod.rs.
 *
 * @param {Buffer} pack
 */
function sections(pack) {
  const n = pack.readUInt32LE(12);
  let start = 24 + n * 12;
  /** @type {Record<string, Buffer>} */
  const sections = {};
  for (let i = 0; i < n; i++) {
    const entry = pack.subarray(24 + i * 12);
    const len = entry.readUInt32LE(4);
    sections[entry.toString("latin1", 0, 4)] = pack.subarray(start, start + len);
    start += len;
  }
  return { sections, len: start };
}

const program = readdirSync(site).find((name) => name.endsWith(".wasm"));
if (!program) throw new Error(`there is no wasm in ${site}`);
const wasm = readFileSync(join(site, program));
const start = wasm.indexOf("WHOSAID\n", 0, "latin1");
const pack = sections(wasm.subarray(start));
const code = Buffer.concat([wasm.subarray(0, start), wasm.subarray(start + pack.len)]);
const scripts = readdirSync(site).filter((name) => name.endsWith(".js"));
const own = {
  code_br: brotli(code) + scripts.reduce((sum, name) => sum + brotli(readFileSync(join(site, name))), 0),
  index_br: brotli(pack.sections.INDX),
};
const parts = Object.entries(pack.sections).map(([tag, bytes]) => `${tag} ${mb(bytes.length)} (${mb(brotli(bytes))})`);

/** @param {number} bytes */
function mb(bytes) {
  return (bytes / 1e6).toFixed(2);
}
/** @param {number | null} time */
const ms = (time) => (time == null ? "" : time >= 10 ? time.toFixed(0) : time.toFixed(2));
/** @param {number | null} x */
const share = (x) => (x == null ? "" : x.toFixed(2));

/** @type {[string, (engine: Engine, build: Build) => string | number][]} */
const columns = [
  ["engine + index, MB Brotli", (e, b) => mb(b.code_br + b.index_br)],
  ["ready ms", (e) => ms(e.ready_ms)],
  ["process MB", (e) => e.process_mb],
  ["after queries", (e) => e.process_after_mb],
  ["p50 ms", (e) => ms(e.latency.all.p50)],
  ["p95", (e) => ms(e.latency.all.p95)],
  ["p99", (e) => ms(e.latency.all.p99)],
  ["slowest", (e) => ms(e.latency.all.max)],
  ["keys > 16.7 ms", (e) => share(e.latency.typing.over16)],
  ["keywords MRR", (e) => share(e.quality.keywords.mrr10)],
  ["+ typo", (e) => share(e.quality.keywords_typo.mrr10)],
  ["sentence MRR", (e) => share(e.quality.sentence.mrr10)],
  ["+ typo", (e) => share(e.quality.sentence_typo.mrr10)],
  ["misspelt found", (e) => share(e.quality.typo.found)],
  ["phrase found", (e) => share(e.quality.phrase.found)],
  ["precision", (e) => share(e.quality.phrase.precision)],
  ["no-hit clean", (e) => share(e.quality.nohit.clean)],
  ["build s", (e, b) => (b.build_ms / 1000).toFixed(1)],
];
const rows = [["engine", ...columns.map(([name]) => name)]];
for (const [name, engine] of Object.entries(engines)) {
  if (engine.failed) {
    console.log(`${name} failed: ${engine.failed}`);
    continue;
  }
  const sizes = name === "whosaid" ? { ...built[name], ...own, build_ms: Number(process.env.PRESS_MS) } : built[name];
  rows.push([name, ...columns.map(([, cell]) => String(cell(engine, sizes)))]);
}
const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
for (const [at, row] of rows.entries()) {
  console.log(`| ${row.map((cell, at) => cell.padStart(widths[at])).join(" | ")} |`);
  if (at === 0) console.log(`|${widths.map((width) => "-".repeat(width + 1) + ":").join("|")}|`);
}
console.log(`\nChromium ${machine.chromium}; the pack's sections in MB (Brotli): ${parts.join(", ")}`);
