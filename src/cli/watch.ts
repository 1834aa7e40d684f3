import { resolve } from "node:path";
import { watch } from "chokidar";
import { SIGNALS } from "./interrupts.ts";

/** What a build depended on. */
export interface Watched {
  readonly root: string;
  readonly sources: readonly string[];
}

/** Milliseconds of quiet after a change before building: editors write a file in several steps. */
const QUIET = 100;

/**
 * Builds again whenever one of the sources changes, and follows the sources as they change; resolves with the last build when the process is
 * interrupted while it waits. An interruption during a build does what it does to any build. Rejects when a build throws.
 */
export async function watchAndBuild<T extends Watched>(first: T, buildAgain: () => Promise<T>): Promise<T> {
  let last = first;
  let sources = toPaths(first);
  const watcher = watch(sources, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stop = (): void => undefined;
  const rebuild = async (): Promise<void> => {
    for (const signal of SIGNALS) process.off(signal, stop);
    last = await buildAgain();
    for (const signal of SIGNALS) process.once(signal, stop);
    const next = toPaths(last);
    watcher.unwatch(sources.filter((path) => !next.includes(path)));
    watcher.add(next);
    sources = next;
    announce(sources.length);
  };
  const interrupted = new Promise<void>((done, fail) => {
    stop = done;
    for (const signal of SIGNALS) process.once(signal, stop);
    watcher.on("all", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(rebuild);
        running.catch(fail);
      }, QUIET);
    });
  });
  try {
    // A change before the watcher is ready would go unseen, so nobody is told to go on until it is.
    await Promise.race([new Promise<void>((done) => void watcher.once("ready", done)), interrupted]);
    announce(sources.length);
    await interrupted;
    await running;
    return last;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    clearTimeout(timer);
    await watcher.close();
  }
}

function toPaths(watched: Watched): string[] {
  return watched.sources.map((source) => resolve(watched.root, source));
}

function announce(count: number): void {
  process.stderr.write(`watching ${count} file${count === 1 ? "" : "s"}; Ctrl-C ends\n`);
}
