import { printValue } from "../checker/print-value.ts";
import { findNameFault } from "../intunewin/file-names.ts";
import type { ExeInspection, InspectedFile, MsiInspection } from "./inspection.ts";

const GUID = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){1,3}$/;

/** What the service manager takes as a name, and what no property stands in any more. */
const SERVICE_NAME = /^[^/\\[\]\p{C}]{1,256}$/u;
const MOST_SERVICES = 10;

const print = (value: string): string => printValue({ kind: "string", value });

/**
 * The lines of a remedy that would install the file, for a step. Undefined where there are none: no kind installs patches or app packages, and what has no name
 * is not found again.
 */
export function suggestRemedy({ path, sha256, inspection }: InspectedFile): readonly string[] | undefined {
  switch (inspection.kind) {
    case "msi":
      return suggestFor(selectMsi(inspection), [
        ["source", print(placeOf(path, ".msi"))],
        ["sha256", print(sha256)],
        // As SYSTEM it would install for SYSTEM alone.
        ["arguments", inspection.scope === "user unless told otherwise" ? `["ALLUSERS=1"]` : undefined],
        ["provides", listServices(inspection)],
      ]);
    case "exe":
      return withNotes(
        inspection,
        suggestFor(selectExe(inspection), [
          ["source", print(placeOf(path, ".exe"))],
          ["sha256", print(sha256)],
          ["arguments", inspection.silentArguments && `[${inspection.silentArguments.map(print).join(", ")}]`],
        ]),
      );
    case "intunewin":
      return inspection.setup && suggestRemedy(inspection.setup);
    case "msp":
    case "msix":
      return undefined;
    default:
      return inspection satisfies never;
  }
}

function suggestFor(
  selection: string | undefined,
  means: readonly (readonly [name: string, value: string | undefined])[],
): string[] | undefined {
  if (selection === undefined) return undefined;
  const lines = means.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value}`]));
  return [`ensure package(${selection}) present {`, ...lines, "}"];
}

/** The upgrade code stays from version to version. */
function selectMsi({ upgradeCode = "", productCode = "", product, version }: MsiInspection): string | undefined {
  if (GUID.test(upgradeCode)) return `upgrade_code: ${print(upgradeCode)}${atLeast(version)}`;
  if (GUID.test(productCode)) return `product_code: ${print(productCode)}`;
  return product === undefined ? undefined : print(product) + atLeast(version);
}

function selectExe({ product, version }: ExeInspection): string | undefined {
  return product === undefined ? undefined : print(product) + atLeast(version);
}

function atLeast(version: string | undefined): string {
  return version !== undefined && VERSION.test(version) ? `, version >= ${version}` : "";
}

function withNotes({ silentArguments }: ExeInspection, lines: readonly string[] | undefined): readonly string[] | undefined {
  if (!lines) return undefined;
  const notes = ["// The name and the version have to be those that the list of installed apps shows."];
  if (!silentArguments) notes.push("// Add the arguments that make it silent: its maker's documentation tells them.");
  return [...notes, ...lines];
}

function listServices({ services }: MsiInspection): string | undefined {
  const names = services.map(({ name }) => name).filter((name) => SERVICE_NAME.test(name));
  return names.length === 0
    ? undefined
    : `[${names
        .slice(0, MOST_SERVICES)
        .map((name) => `service(${print(name)})`)
        .join(", ")}]`;
}

/** Where it may lie on the device. A name that a path could not have there is replaced. */
function placeOf(path: string, extension: string): string {
  const name = path.replace(/^.*[/\\]/, "");
  const isUsable = name.toLowerCase().endsWith(extension) && !name.includes("%") && findNameFault(name) === undefined;
  return `C:\\Setup\\${isUsable ? name : `setup${extension}`}`;
}
