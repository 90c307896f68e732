// Turns a corpus into a dossier's folder: node dossier.mjs CORPUS FOLDER
//
// The corpus is a JSON array of {id, title, text}; each line of a text is a paragraph. The article of
// id 7 has the slug `d7`. Two runs write the same files.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [corpus, folder] = process.argv.slice(2);
/** @type {{ id: number, title: string, text: string }[]} */
const docs = JSON.parse(readFileSync(corpus, "utf8"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// A dossier takes no control characters, and Markdown would read signs of its own into a text.
/** @param {string} text */
const clean = (text) => text.replace(/\p{Cc}+/gu, " ").trim();
/** @param {string} text */
const markdown = (text) => clean(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");

for (const { id, title, text } of docs) {
  const headline = clean(title).replace(/\s+/g, " ");
  const front = headline ? `---\ntitle: ${JSON.stringify(headline)}\n---\n\n` : "";
  const body = text.split("\n").map(markdown).filter(Boolean).join("\n\n");
  writeFileSync(join(folder, `d${id}.md`), front + body + "\n");
}
writeFileSync(join(folder, "dossier.toml"), `title = "${docs.length} articles"\nlanguage = "en"\n`);
