/** A counter on the terminal for work that takes longer than a moment. */
export interface Progress {
  step(): void;
  /** Counts a part of a step: `testing 34 of 84, 120 faults`. */
  part(): void;
  /** Clears the line. */
  stop(): void;
}

/** Milliseconds after which a person begins to wonder. */
const MOMENT = 700;

/** Shows `compiling 34 of 84` on standard error once a moment has passed; only on a terminal, so that logs stay clean. */
export function startProgress(what: string, total: number, parts = ""): Progress {
  const start = performance.now();
  let done = 0;
  let partsDone = 0;
  let shown = false;
  const show = (): void => {
    if (!process.stderr.isTTY || performance.now() - start < MOMENT) return;
    shown = true;
    process.stderr.write(`\r${what} ${done} of ${total}${partsDone > 0 ? `, ${partsDone} ${parts}` : ""}`);
  };
  return {
    step() {
      done++;
      show();
    },
    part() {
      partsDone++;
      show();
    },
    stop() {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
