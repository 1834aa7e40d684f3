import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";

/**
 * Files that must not outlive their work. They are removed when it ends, however it ends; also when the process exits, which is how an interruption
 * ends it where signals are listened to.
 */
export class TemporaryFiles {
  private readonly paths = new Set<string>();
  private readonly removeAll = (): void => {
    for (const path of this.paths) rmSync(path, { force: true });
  };

  constructor() {
    process.on("exit", this.removeAll);
  }

  /** A name that nobody has, beside a path: on the same disk, so that it can be renamed to it. */
  nameBeside(path: string): string {
    const name = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    this.paths.add(name);
    return name;
  }

  /** It has been renamed, and is no longer ours. */
  release(path: string): void {
    this.paths.delete(path);
  }

  /** Removes what is left. */
  end(): void {
    process.off("exit", this.removeAll);
    this.removeAll();
  }
}
