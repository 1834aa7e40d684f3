import { spawn } from "node:child_process";

/** Each keeps one processor busy, so they run at the same time. */
const CHECKS = ["tsc -p .", "eslint .", "prettier --check --log-level warn ."];

/** Runs a program of node_modules, which npm has put on PATH; gives its exit code, after what it printed when that is not 0. */
function check(command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // Names on PATH are .cmd files on Windows, which only a shell starts.
    const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (printed += part));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) console.error(`${command}\n${printed}`);
      resolve(code ?? 1);
    });
  });
}

const codes = await Promise.all(CHECKS.map(check));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
