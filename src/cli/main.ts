import { describeFileError } from "./replace-files.ts";
import { main } from "./run.ts";

// A reader that has seen enough (`remedyc explain … | head`) closes its end: no fault of ours, and nothing is left to say. On a full disk half a result is none.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    if (stream === process.stdout) process.stderr.write(`error: standard output cannot be written: ${describeFileError(error)}\n`);
    process.exit(1);
  });
}

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
