import type { CompoundFile } from "../compound-file.ts";
import { OtherForm } from "../file-bytes.ts";
import type { CustomAction, Feature, LaunchCondition, MsiInspection, MspInspection, ServiceToInstall } from "../inspection.ts";
import { describeCustomAction } from "./custom-actions.ts";
import { MsiDatabase } from "./database.ts";
import type { Cell, Row } from "./database.ts";
import { readSummary, SUMMARY } from "./summary.ts";

/** Classes of the root (learn.microsoft.com/windows/win32/stg/compound-files; the values are those of Windows Installer's storages). */
const PACKAGE_CLASS = "{000C1084-0000-0000-C000-000000000046}";
const PATCH_CLASS = "{000C1086-0000-0000-C000-000000000046}";
const TRANSFORM_CLASS = "{000C1082-0000-0000-C000-000000000046}";

const GUID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** Looks into an MSI or MSP. */
export function inspectMsi(file: CompoundFile): MsiInspection | MspInspection {
  if (file.rootClass === TRANSFORM_CLASS) throw new OtherForm("a transform (MST), which installs nothing by itself");
  if (file.rootClass !== PACKAGE_CLASS && file.rootClass !== PATCH_CLASS)
    throw new OtherForm("a compound file, but neither an MSI nor an MSP, as old Office documents are");
  const database = new MsiDatabase(file);
  const summary = readSummary(database.readStream("\u0005SummaryInformation"));
  const signature = database.readStream("\u0005DigitalSignature", 1024 * 1024);
  const common = { pkcs7: signature.length > 0 ? signature : undefined };
  const textOf = (id: number): string => String(summary.get(id) ?? "");
  if (file.rootClass === PATCH_CLASS) return { ...common, ...inspectPatch(database, textOf) };
  return { ...common, ...inspectPackage(database, textOf) };
}

type SummaryText = (id: number) => string;

function inspectPackage(database: MsiDatabase, summary: SummaryText): Omit<MsiInspection, "pkcs7"> {
  const rows = database.rows("Property");
  const properties = new Map(rows.map((row) => [text(row["Property"]), text(row["Value"])]));
  const property = (name: string): string | undefined => properties.get(name) || undefined;
  const [platform = "", languages = ""] = summary(SUMMARY.template).split(";");
  const secure = new Set((property("SecureCustomProperties") ?? "").split(";"));
  const media = database.rows("Media").map((row) => text(row["Cabinet"]));
  return {
    kind: "msi",
    product: property("ProductName"),
    version: property("ProductVersion"),
    publisher: property("Manufacturer"),
    productCode: property("ProductCode")?.toUpperCase(),
    upgradeCode: property("UpgradeCode")?.toUpperCase(),
    packageCode: summary(SUMMARY.revision).match(GUID)?.[0].toUpperCase(),
    architecture: toArchitecture(platform),
    languages: languages.split(",").filter((language) => language !== ""),
    scope: findScope(property("ALLUSERS"), property("MSIINSTALLPERUSER")),
    isHidden: property("ARPSYSTEMCOMPONENT") === "1",
    restart: findRestart(database, property("REBOOT")),
    services: database.rows("ServiceInstall").map((row) => toService(row, properties)),
    launchConditions: database.rows("LaunchCondition").map(toLaunchCondition),
    customActions: readCustomActions(database),
    features: database.rows("Feature").map(toFeature),
    // Public properties, which a command line can set, have no lower-case letter (learn.microsoft.com/windows/win32/msi/public-properties).
    properties: [...properties]
      .filter(([name]) => /^[A-Z_][A-Z0-9_.]*$/.test(name))
      .map(([name, value]) => ({ name, value, isSecure: secure.has(name) })),
    externalCabinets: media.filter((cabinet) => cabinet !== "" && !cabinet.startsWith("#")),
    replaces: database
      .rows("Upgrade")
      .map((row) => text(row["UpgradeCode"]))
      .filter((code, i, all) => all.indexOf(code) === i),
    files: database.rows("File").length,
    odbcDataSources: database.rows("ODBCDataSource").length,
    writesMachineKeys: database.rows("Registry").some((row) => row["Root"] === 2 || row["Root"] === -1),
    usesSystemFolders: database.rows("Directory").some((row) => /^(?:System(?:64|16)?Folder|WindowsFolder)$/.test(text(row["Directory"]))),
  };
}

function inspectPatch(database: MsiDatabase, summary: SummaryText): Omit<MspInspection, "pkcs7"> {
  const metadata = new Map(database.rows("MsiPatchMetadata").map((row) => [text(row["Property"]), text(row["Value"])]));
  const codes = (summary(SUMMARY.revision).match(GUID) ?? []).map((code) => code.toUpperCase());
  return {
    kind: "msp",
    patchCode: codes[0],
    replaces: codes.slice(1),
    targets: (summary(SUMMARY.template).match(GUID) ?? []).map((code) => code.toUpperCase()),
    product: metadata.get("DisplayName") ?? metadata.get("TargetProductName") ?? (summary(SUMMARY.title) || undefined),
    publisher: metadata.get("ManufacturerName") ?? undefined,
    classification: metadata.get("Classification"),
    canBeRemoved: metadata.has("AllowRemoval") ? metadata.get("AllowRemoval") === "1" : undefined,
    sequences: database.rows("MsiPatchSequence").map((row) => `${text(row["PatchFamily"])} ${text(row["Sequence"])}`.trim()),
  };
}

/** Null where the platform is empty, which means Intel (learn.microsoft.com/windows/win32/msi/template-summary). */
function toArchitecture(platform: string): MsiInspection["architecture"] {
  const known: Readonly<Record<string, MsiInspection["architecture"]>> = {
    "": "x86",
    intel: "x86",
    x64: "x64",
    amd64: "x64",
    arm: "arm",
    arm64: "arm64",
    intel64: "ia64",
  };
  return known[platform.trim().toLowerCase()] ?? "unknown";
}

/** learn.microsoft.com/windows/win32/msi/single-package-authoring */
function findScope(allUsers: string | undefined, perUser: string | undefined): MsiInspection["scope"] {
  if (allUsers === "1") return "machine";
  if (allUsers === "2") return perUser === "1" ? "user unless told otherwise" : "machine if allowed";
  return "user unless told otherwise";
}

function findRestart(database: MsiDatabase, reboot: string | undefined): MsiInspection["restart"] {
  if (/^f/i.test(reboot ?? "")) return "always";
  const scheduled = database.rows("InstallExecuteSequence").some((row) => /^(?:ForceReboot|ScheduleReboot)$/.test(text(row["Action"])));
  return scheduled ? "may ask for one" : "if files are in use";
}

/** learn.microsoft.com/windows/win32/msi/serviceinstall-table */
function toService(row: Row, properties: ReadonlyMap<string, string>): ServiceToInstall {
  const starts: Readonly<Record<number, ServiceToInstall["start"]>> = {
    0: "boot",
    1: "system",
    2: "automatic",
    3: "manual",
    4: "disabled",
  };
  const account = text(row["StartName"]);
  return {
    name: resolve(text(row["Name"]), properties),
    displayName: resolve(text(row["DisplayName"]), properties) || undefined,
    account: account === "" ? "LocalSystem" : resolve(account, properties),
    start: starts[Number(row["StartType"])] ?? "unknown",
    hasPassword: text(row["Password"]) !== "",
  };
}

/** Names of properties in brackets become their value, where they have one that does not name others. */
function resolve(formatted: string, properties: ReadonlyMap<string, string>): string {
  return formatted.replaceAll(/\[([A-Za-z_][A-Za-z0-9_.]*)\]/g, (whole, name: string) => properties.get(name) ?? whole);
}

function toLaunchCondition(row: Row): LaunchCondition {
  return { condition: text(row["Condition"]), message: text(row["Description"]) };
}

/** Level 0 is never installed; beyond INSTALLLEVEL, which is 1 unless it is said, only where somebody chooses it (learn.microsoft.com/windows/win32/msi/feature-table). */
function toFeature(row: Row): Feature {
  const level = typeof row["Level"] === "number" ? row["Level"] : undefined;
  return { name: text(row["Feature"]), title: text(row["Title"]) || undefined, parent: text(row["Feature_Parent"]) || undefined, level };
}

function readCustomActions(database: MsiDatabase): CustomAction[] {
  const conditions = new Map(database.rows("InstallExecuteSequence").map((row) => [text(row["Action"]), row]));
  const actions = database.rows("CustomAction").map((row) => {
    const name = text(row["Action"]);
    const step = conditions.get(name);
    const sequence = typeof step?.["Sequence"] === "number" ? step["Sequence"] : undefined;
    return {
      name,
      ...describeCustomAction(Number(row["Type"] ?? 0), text(row["Source"]), text(row["Target"])),
      sequence,
      condition: text(step?.["Condition"]) || undefined,
    };
  });
  return actions.sort((one, other) => (one.sequence ?? Infinity) - (other.sequence ?? Infinity) || (one.name < other.name ? -1 : 1));
}

function text(cell: Cell): string {
  return cell === undefined ? "" : String(cell);
}
