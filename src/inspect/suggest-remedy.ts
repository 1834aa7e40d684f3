import { printValue } from "../checker/print-value.ts";
import { findNameFault } from "../intunewin/file-names.ts";
import type { ExeInspection, InspectedFile, MsiInspection } from "./inspection.ts";

const GUID = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){1,3}$/;

/** What the service manager takes as a name, and what no property stands in any more. */
const SERVICE_NAME = /^[^/\\[\]\p{C}]{1,256}$/u;
const MOST_SERVICES = 10;

const print = (value: string): string => printValue({ kind: "string", value });

/** How a remedy names a product and installs it. */
export interface Installation {
  /** What selects it, of whatever version, as it stands in the parentheses of `package(…)`. */
  readonly selector: string;
  /** The version that the file brings, where it can be compared. */
  readonly version: string | undefined;
  /** The file's name on the device: its own, or another where that one cannot stand there. */
  readonly fileName: string;
  readonly sha256: string;
  /** Undefined where none are needed, or none are known. */
  readonly arguments: readonly string[] | undefined;
  readonly services: MsiInspection["services"];
  /** What its setup is: one of an unknown maker says nothing of what makes it silent. */
  readonly setup: "msi" | ExeInspection["installer"];
}

/** What of a file a remedy needs. Undefined for patches and app packages, which no kind installs, and for what has no name, which is not found again. */
export function describeInstallation({ path, sha256, inspection }: InspectedFile): Installation | undefined {
  switch (inspection.kind) {
    case "msi": {
      const found = selectMsi(inspection);
      const { scope } = inspection;
      return (
        found && {
          ...found,
          fileName: nameOf(path, ".msi"),
          sha256,
          // As SYSTEM it would install for SYSTEM alone.
          arguments: scope === "user unless told otherwise" ? ["ALLUSERS=1"] : undefined,
          services: inspection.services.filter(({ name }) => SERVICE_NAME.test(name)).slice(0, MOST_SERVICES),
          setup: "msi",
        }
      );
    }
    case "exe": {
      const { product, silentArguments, version, installer } = inspection;
      if (product === undefined) return undefined;
      return {
        selector: print(product),
        version: comparable(version),
        fileName: nameOf(path, ".exe"),
        sha256,
        arguments: silentArguments,
        services: [],
        setup: installer,
      };
    }
    case "intunewin":
      return inspection.setup && describeInstallation(inspection.setup);
    case "msp":
    case "msix":
      return undefined;
    default:
      return inspection satisfies never;
  }
}

/** The lines of a remedy that would install the file, for a step. Undefined where there are none. */
export function suggestRemedy(file: InspectedFile): readonly string[] | undefined {
  const found = describeInstallation(file);
  if (!found) return undefined;
  const { selector, version, services } = found;
  const means = [
    ["source", print(`C:\\Setup\\${found.fileName}`)],
    ["sha256", print(found.sha256)],
    ["arguments", found.arguments && `[${found.arguments.map(print).join(", ")}]`],
    ["provides", services.length === 0 ? undefined : `[${services.map(({ name }) => `service(${print(name)})`).join(", ")}]`],
  ] as const;
  return [
    ...(found.setup === "msi" ? [] : ["// The name and the version have to be those that the list of installed apps shows."]),
    ...(found.setup === "unknown" ? ["// Add the arguments that make it silent: its maker's documentation tells them."] : []),
    `ensure package(${selector}${version === undefined ? "" : `, version >= ${version}`}) present {`,
    ...means.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value}`])),
    "}",
  ];
}

/** The upgrade code stays from version to version; a product code is that of one version. */
function selectMsi({
  upgradeCode = "",
  productCode = "",
  product,
  version,
}: MsiInspection): Pick<Installation, "selector" | "version"> | undefined {
  if (GUID.test(upgradeCode)) return { selector: `upgrade_code: ${print(upgradeCode)}`, version: comparable(version) };
  if (GUID.test(productCode)) return { selector: `product_code: ${print(productCode)}`, version: undefined };
  return product === undefined ? undefined : { selector: print(product), version: comparable(version) };
}

function comparable(version: string | undefined): string | undefined {
  return version !== undefined && VERSION.test(version) ? version : undefined;
}

/** What the file is called on the device. A name that a path could not have there is replaced. */
function nameOf(path: string, extension: string): string {
  const name = path.replace(/^.*[/\\]/, "");
  const isUsable = name.toLowerCase().endsWith(extension) && !name.includes("%") && findNameFault(name) === undefined;
  return isUsable ? name : `setup${extension}`;
}
