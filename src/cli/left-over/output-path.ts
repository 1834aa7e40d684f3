import { isDeviceName } from "../../source/device-names.ts";

/** What Windows refuses in a name, and what no screen shows as it is. */
const FORBIDDEN = /[<>:"|?*\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Why a path of a manifest is none that a build writes below its output folder, whatever system reads it (`has a backslash`); undefined when it may be
 * one. Text alone is looked at: links on the way are the disk's, and are looked for when a file is.
 */
export function findPathFault(path: string): string | undefined {
  if (path.length > 1000) return "has more than 1000 characters";
  if (path.includes("\\")) return "has a backslash";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is not relative to the output folder";
  if (path.toLowerCase() === "manifest.json") return "is the manifest itself";
  const segments = path.split("/");
  if (segments.includes("..")) return "leads out of a folder with '..'";
  for (const segment of segments) {
    if (segment === "" || segment === ".") return "has an empty part";
    if (segment.length > 255) return "has a name of more than 255 characters";
    if (FORBIDDEN.test(segment)) return "has a character that Windows refuses in names";
    if (/[. ]$/.test(segment)) return "has a name that ends with a dot or a blank, which Windows drops";
    if (isDeviceName(segment)) return "has the name of a device";
    // "STANDA~1" is another spelling of a name that is not listed.
    if (/~\d/.test(segment)) return "has the form of a short name, which may be that of another file";
  }
  return undefined;
}

/** Text of a manifest for a message: at most 100 characters, none of which can write to a terminal. */
export function showManifestText(text: string): string {
  const cut = text.length > 100 ? `${text.slice(0, 99)}\u2026` : text;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
