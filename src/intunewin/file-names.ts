import { isDeviceName } from "../source/device-names.ts";

/** What Windows refuses in a name (learn.microsoft.com/windows/win32/fileio/naming-a-file), and what no screen shows as it is. */
const FORBIDDEN = /[<>:"|?*\p{C}\p{Zl}\p{Zp}]/u;

/** What Windows without long paths can hold below the folder in which Intune unpacks. */
const LONGEST_PATH = 200;

/** Why a file cannot have that name inside a package, as a clause (`leads out of the package`); undefined when it can. */
export function findNameFault(name: string): string | undefined {
  if (name === "") return "is empty";
  if (name.length > LONGEST_PATH) return `has more than ${LONGEST_PATH} characters`;
  if (/^[/\\]|^[A-Za-z]:/.test(name)) return "is not relative";
  const segments = name.split(/[/\\]/);
  if (segments.includes("..")) return "leads out of the package with '..'";
  for (const segment of segments) {
    if (segment === "" || segment === ".") return "has an empty part";
    if (FORBIDDEN.test(segment)) return "has a character that Windows refuses in names";
    if (/[. ]$/.test(segment)) return "has a part that ends with a dot or a blank, which Windows drops";
    if (isDeviceName(segment)) return "has the name of a device";
  }
  return undefined;
}
