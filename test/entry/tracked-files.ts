import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

/**
 * The project's own files below `project`, relative and with slashes: those that git tracks and that are there. What builds and people leave beside them is
 * nobody's to check. In a copy without a repository, or without git: every file but those of folders that are generated or installed.
 */
export function listProjectFiles(project: string): string[] {
  const git = spawnSync("git", ["ls-files", "-z"], { cwd: project, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (git.status === 0) return git.stdout.split("\0").filter((file) => file !== "" && existsSync(join(project, file)));
  return globSync(["**"], {
    cwd: project,
    dot: true,
    ignore: ["node_modules/**", "dist/**", "out/**", "out-executables/**", "src/generated/**", ".bench/**", "**/bin/**"],
  });
}
