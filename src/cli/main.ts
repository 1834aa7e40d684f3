import { main } from "./run.ts";

// A reader that has seen enough (`remedyc explain … | head`) closes its end: no fault of ours, and nothing is left to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0);
  });
}

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
