// Chromium, for the benchmarks that steer it themselves.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The program that `CHROMIUM` names, or the first one on `PATH`. */
export function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file));
}
