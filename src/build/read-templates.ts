import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateLayer, TemplateVariant } from "../powershell/library.ts";

const FOLDER = fileURLToPath(new URL("../../templates/", import.meta.url));

/** What a file below `templates/` is: a function of compiled scripts, one of the simulated Windows, the frame of a role, or a part of a script that publishes. */
export type TemplateRole =
  | { readonly sort: "function"; readonly layer: Exclude<TemplateLayer, "user">; readonly variant: TemplateVariant }
  | { readonly sort: "simulated" }
  | { readonly sort: "frame" }
  | { readonly sort: "publisher" };

/** A file that holds the function of its name (or a frame, or a part of a script that publishes). */
export interface TemplateFile {
  readonly path: string;
  /** Its path below `templates/`, with `/`. */
  readonly place: string;
  /** Its name without ending. */
  readonly stem: string;
  readonly role: TemplateRole;
}

/** Folders of the engine's room whose functions are for one sort of role. */
const VARIANTS: readonly TemplateVariant[] = ["detect", "discover", "silent", "requirement", "repair"];

/**
 * Every function and frame below `templates/`, by place. The rooms are found, and a file's place says what it is: `ROOM/NAME.ps1` is a kind's own,
 * `ROOM/platform/` its contacts with Windows, `ROOM/simulated/` their stand-ins; the room `engine` holds words instead, those of one role in a folder of
 * that name, and the frames; all of `simulator` is simulated, and in `publish` are the scripts that publish. `probe` is no part of the library (`src/build/probe.ts`).
 * @throws Error when a file stands where no rule says what it is, or two would be the same function.
 */
export function listTemplates(): TemplateFile[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((place) => place.replaceAll("\\", "/"))
    .filter((place) => place.endsWith(".ps1") && !place.startsWith("probe/"))
    .sort()
    .map((place): TemplateFile => {
      const role = findRole(place.split("/").slice(0, -1));
      if (role === undefined) throw new Error(`templates/${place} stands where nothing says what it is: see templates/README.md`);
      return { path: join(FOLDER, place), place, stem: place.slice(place.lastIndexOf("/") + 1, -".ps1".length), role };
    });
  const seen = new Map<string, string>();
  for (const { place, stem, role } of files) {
    const key = `${role.sort} ${role.sort === "function" ? role.variant : ""} ${stem.toLowerCase()}`;
    const other = seen.get(key);
    if (other !== undefined) throw new Error(`templates/${other} and templates/${place} are the same function`);
    seen.set(key, place);
  }
  return files;
}

/** What the files of a folder are. */
function findRole([room, folder, ...deeper]: readonly string[]): TemplateRole | undefined {
  if (room === undefined || deeper.length > 0) return undefined;
  if (room === "simulator") return folder === undefined ? { sort: "simulated" } : undefined;
  if (room === "publish") return folder === undefined ? { sort: "publisher" } : undefined;
  if (folder === "simulated") return { sort: "simulated" };
  if (folder === "platform") return { sort: "function", layer: "platform", variant: "any" };
  if (room !== "engine") return folder === undefined ? { sort: "function", layer: "kinds", variant: "any" } : undefined;
  if (folder === "frame") return { sort: "frame" };
  return { sort: "function", layer: "engine", variant: VARIANTS.find((variant) => variant === folder) ?? "any" };
}
