import { basename, dirname } from "node:path";

/** The two scripts of a pair, by path; a detection may stand alone. */
export interface PairFiles {
  readonly name: string;
  readonly detect: string;
  readonly remediate: string | undefined;
}

const DETECTS = /(?:^|[^a-z])(?:detect(?:ion|or)?|discover(?:y)?|check|evaluat\w*|detektion)(?:[^a-z]|$)/;
const REMEDIATES = /(?:^|[^a-z])(?:remediat\w*|remed\w*|fix|repair|remediation)(?:[^a-z]|$)/;

/** Which half of a pair a script is, by its name or by that of its folder. */
function roleOf(path: string): "detect" | "remediate" | undefined {
  return roleOfName(basename(path)) ?? roleOfName(basename(dirname(path)));
}

function roleOfName(name: string): "detect" | "remediate" | undefined {
  const words = wordsOf(name);
  if (DETECTS.test(words) && !/^(?:remed|fix|repair)/.test(words)) return "detect";
  return REMEDIATES.test(words) ? "remediate" : undefined;
}

/** A name in lower case with a blank where a word begins: `Detect-AppV2.ps1` -> `detect app v2`. */
function wordsOf(name: string): string {
  return name
    .replace(/\.ps1$/i, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What a name is about, without what says which half it is. */
function topicOf(path: string): string {
  return wordsOf(basename(path))
    .split(" ")
    .filter((word) => !/^(?:detect\w*|discover\w*|check|remed\w*|fix|repair|script|intune|pr|\d+)$/.test(word))
    .join(" ");
}

/** Pairs among the scripts of a folder: by what their names share, or as the only two of their folder. */
export function findPairs(paths: readonly string[]): { readonly pairs: readonly PairFiles[]; readonly others: readonly string[] } {
  const pairs: PairFiles[] = [];
  const used = new Set<string>();
  const folders = new Map<string, string[]>();
  for (const path of [...paths].sort()) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  for (const [folder, files] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fixes = files.filter((path) => roleOf(path) === "remediate");
    const detections = files.filter((path) => roleOf(path) === "detect");
    for (const detect of detections) {
      const free = fixes.filter((path) => !used.has(path));
      const topic = topicOf(detect);
      const remediate =
        free.find((path) => topicOf(path) === topic) ??
        (detections.length === 1 && free.length === 1
          ? free[0]
          : free.find((path) => topic !== "" && topicOf(path) !== "" && (topicOf(path).includes(topic) || topic.includes(topicOf(path)))));
      if (remediate !== undefined) used.add(remediate);
      used.add(detect);
      pairs.push({ name: topic === "" ? basename(folder) : topic, detect, remediate });
    }
  }
  return { pairs, others: paths.filter((path) => !used.has(path)) };
}

/** The folder in which the two lie: halves in folders of their own (`detection/App.ps1`, `remediation/App.ps1`) lie in the one above. */
function folderOf(path: string): string {
  const folder = dirname(path);
  return roleOfName(basename(path)) === undefined && roleOfName(basename(folder)) !== undefined ? dirname(folder) : folder;
}
