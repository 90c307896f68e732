#!/usr/bin/env node
// Runs the program for this machine, which npm has installed beside this package: one optional dependency for
// each kind of machine.

const { spawnSync } = require("node:child_process");

const { platform, arch } = process;
const machine = `@whosaid/${platform}-${arch}`;

/** The path of the program, where npm has installed it. */
function find() {
  try {
    return require.resolve(`${machine}/whosaid${platform === "win32" ? ".exe" : ""}`);
  } catch {
    return undefined;
  }
}

const program = find();
if (program) {
  const { error, signal, status } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
  if (error) {
    console.error(`whosaid: ${error.message}`);
  }
  if (signal) {
    process.kill(process.pid, signal);
  }
  process.exitCode = status ?? 1;
} else {
  console.error(
    `whosaid: the package ${machine} is missing; install whosaid again with optional dependencies, ` +
      "or take an archive of a release if there is no package for this machine",
  );
  process.exitCode = 1;
}
