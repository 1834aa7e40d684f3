import { constants } from "node:os";

/** What a person at a keyboard, a service manager and a closing terminal send. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `work` so that an interruption ends the process between its waits only, never between two files of one set: writing does not wait, so a signal
 * that arrives meanwhile comes too late to part it. The exit code is the shell's for signals (128 and the signal's number).
 */
export async function betweenWrites<T>(work: () => Promise<T>): Promise<T> {
  const leave = (signal: (typeof SIGNALS)[number]): void => process.exit(128 + constants.signals[signal]);
  for (const signal of SIGNALS) process.on(signal, leave);
  try {
    return await work();
  } finally {
    // A signal that came while nothing waited is heard now.
    await new Promise((heard) => setImmediate(heard));
    for (const signal of SIGNALS) process.off(signal, leave);
  }
}
