import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the folders of a test run lie, by the process that started its workers; the end of the run removes it. */
export function getTestFolder(runner: number): string {
  return join(tmpdir(), `remedyc-folders-${runner}`);
}
