import type { KindChecks } from "../../checker/kind-checks.ts";

export const checks: KindChecks = {
  /** What a path of a shortcut has at its end, or should have. */
  findPathFault(name, path) {
    if (name === "path") return /\.lnk$/i.test(path) ? undefined : "a shortcut ends in '.lnk'";
    const index = /,(-?\d+)$/.exec(path)?.[1];
    return name === "icon" && index !== undefined ? `which icon of the file stands beside it, 'icon_index: ${index}'` : undefined;
  },
};
