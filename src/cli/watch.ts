import { resolve } from "node:path";
import { watch } from "chokidar";

/** What a build depended on. */
export interface Watched {
  readonly root: string;
  readonly sources: readonly string[];
}

/** Milliseconds of quiet after a change before building: editors write a file in several steps. */
const QUIET = 100;

/** Builds again whenever one of the sources changes, and follows the sources as they change; resolves when the process is interrupted. */
export async function watchAndBuild(first: Watched, buildAgain: () => Promise<Watched>): Promise<void> {
  let sources = toPaths(first);
  const watcher = watch(sources, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    const next = toPaths(await buildAgain());
    watcher.unwatch(sources.filter((path) => !next.includes(path)));
    watcher.add(next);
    sources = next;
    announce(sources.length);
  };
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, QUIET);
  });
  announce(sources.length);
  await new Promise<void>((done) => process.once("SIGINT", done));
  clearTimeout(timer);
  await running;
  await watcher.close();
}

function toPaths(watched: Watched): string[] {
  return watched.sources.map((source) => resolve(watched.root, source));
}

function announce(count: number): void {
  process.stderr.write(`watching ${count} file${count === 1 ? "" : "s"}; Ctrl-C ends\n`);
}
