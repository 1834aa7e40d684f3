import { describeFileError } from "./replace-files.ts";

/** Output that cannot be written ends the process: quietly where a reader has seen enough (`remedyc explain … | head`), told where half a result would be none (a full disk). */
export function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      if (stream === process.stdout) process.stderr.write(`error: standard output cannot be written: ${describeFileError(error)}\n`);
      process.exit(1);
    });
  }
}
