import { sha1 } from "@noble/hashes/legacy.js";
import { createValue } from "./healthy-machine.ts";
import type { MachineFile } from "./files.ts";
import type { Machine, MachineService, Outcome, Product, RegistryKey } from "./machine.ts";
import { addFolder, addRegistryKey, deleteRegistryKey, findName, findRow, getParent, setRow } from "./tables.ts";

/** What is said of a product that is, or can be, installed; the rest follows from it. */
export interface ProductDescription {
  readonly kind: "msi" | "bundle" | "exe";
  readonly name: string;
  /** `1.2.3.0` */
  readonly version: string;
  readonly publisher?: string;
  /** Registry view of its uninstall entry. */
  readonly view?: 64 | 32;
  /** `{GUID}`; one made from the name where it is not given. */
  readonly productCode?: string;
  readonly upgradeCode?: string;
  /** Services that it installs and starts (`started: false`: only installs). */
  readonly services?: readonly { readonly name: string; readonly service: MachineService; readonly started?: boolean }[];
  /** Products that a bundle chains, by their keys. */
  readonly chain?: Readonly<Record<string, Product>>;
  /** Whose signature its setup program or uninstaller has. */
  readonly signer?: string;
  readonly removal?: Partial<Outcome>;
}

/** A file with the head of a Windows program; a WiX Burn bundle has a section `.wixburn` (PE format: header at 0x3C, sections behind the optional header). */
export function createProgramFile(written: number, isBundle: boolean, signer?: string): MachineFile {
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x5a4d, true);
  view.setInt32(0x3c, 0x40, true);
  view.setInt32(0x40, 0x4550, true);
  view.setUint16(0x46, 1, true);
  view.setUint16(0x54, 0, true);
  const section = isBundle ? ".wixburn" : ".text";
  for (let i = 0; i < section.length; i++) bytes[0x58 + i] = section.charCodeAt(i);
  const signature =
    signer === undefined ? {} : { signature: { status: "Valid", subject: signer, thumbprint: createHash(signer).slice(0, 40) } };
  return {
    content: btoa(String.fromCharCode(...bytes)),
    encoding: "base64",
    size: 4_000_000,
    written,
    owner: "S-1-5-32-544",
    ...signature,
  };
}

/** Makes a product of its description, as a row of `Machine.products` or of a chain: by its product code, its bundle's id, or (EXE) its name. */
export function createProduct(description: ProductDescription): Record<string, Product> {
  const { kind, name, version } = description;
  const key = kind === "exe" ? name : (description.productCode ?? createGuid(`${kind} ${name}`));
  const folder = `C:\\Program Files\\${name}`;
  const upgradeCode = kind === "exe" ? "" : (description.upgradeCode ?? createGuid(`upgrade ${kind} ${name}`));
  const cachedPackage = kind === "msi" ? `C:\\Windows\\Installer\\${createHash(key).slice(0, 7).toLowerCase()}.msi` : "";
  const removalProgram =
    kind === "bundle" ? `C:\\ProgramData\\Package Cache\\${key}\\Setup.exe` : kind === "exe" ? `${folder}\\unins000.exe` : "";
  const services = Object.fromEntries(
    (description.services ?? []).map(({ name: service, started, service: row }) => [
      service,
      { service: { ...row, path: `"${folder}\\${service}.exe"` }, started: started ?? true },
    ]),
  );
  const product: Product = {
    kind,
    name,
    version,
    upgradeCode,
    services,
    cachedPackage,
    removalProgram,
    registry: {
      [`${getUninstallKey(description.view ?? (kind === "bundle" ? 32 : 64))}\\${key}`]: createEntry(
        description,
        key,
        upgradeCode,
        removalProgram,
        folder,
      ),
      ...(kind === "msi" ? createInstallerKeys(description, key, upgradeCode, folder, cachedPackage) : {}),
    },
    files: {
      ...Object.fromEntries(
        Object.keys(services).map((service) => [`${folder}\\${service}.exe`, createProgramFile(0, false, description.signer)]),
      ),
      ...(removalProgram === "" ? {} : { [removalProgram]: createProgramFile(0, kind === "bundle", description.signer) }),
      ...(cachedPackage === "" ? {} : { [cachedPackage]: { content: "0M8R4KGxGuE=", encoding: "base64", size: 900_000, written: 0 } }),
    },
    folders: kind === "bundle" ? {} : { [folder]: { written: 0, owner: "S-1-5-18", protected: false } },
    chain: { ...description.chain },
    removal: createOutcome(description.removal),
  };
  return { [key]: product };
}

/** Success after 20 seconds, unless said otherwise. */
export function createOutcome(part: Partial<Outcome> = {}): Outcome {
  return { exitCode: 0, duration: 20_000, log: [], ...part };
}

/**
 * Registers a product as installed: its keys, files and folders. Its services are not created here: a machine's services are given for themselves, and a
 * product without its service is one of the states to be tried.
 */
export function registerProduct(machine: Machine, key: string, product: Product): void {
  for (const [name, row] of Object.entries(product.registry))
    Object.assign(addRegistryKey(machine, name).values, structuredClone(row.values));
  for (const path of [...Object.keys(product.folders), ...Object.keys(product.files).map(getParent)]) addFolder(machine, path);
  for (const [path, file] of Object.entries(product.files))
    setRow(machine.files, path, { ...structuredClone(file), written: machine.clock.now - 30 * 86_400_000 });
  setRow(machine.products, key, structuredClone(product));
}

/** Takes a product's registration away, as if it had never been there. */
export function unregisterProduct(machine: Machine, key: string): void {
  const name = findName(machine.products, key);
  const product = name === undefined ? undefined : machine.products[name];
  if (name === undefined || product === undefined) return;
  for (const [path, row] of Object.entries(product.registry)) {
    const values = SHARED_KEY.test(path) ? (findRow(machine.registry, path)?.values ?? {}) : {};
    for (const value of Object.keys(row.values)) Reflect.deleteProperty(values, value);
    if (Object.keys(values).length === 0) deleteRegistryKey(machine, path);
  }
  for (const path of Object.keys(product.files)) Reflect.deleteProperty(machine.files, path);
  Reflect.deleteProperty(machine.products, name);
}

/** Makes a product that a setup file installs one of another version, as a later setup file of the same product has it; what a bundle chains keeps its own. */
export function changeVersion(product: Product, version: string): void {
  product.version = version;
  for (const { values } of Object.values(product.registry)) if (values["DisplayVersion"]) values["DisplayVersion"] = createValue(version);
}

/** The keys and products of a display name, ignoring case. */
export function findProducts(table: Readonly<Record<string, Product>>, name: string): (readonly [key: string, product: Product])[] {
  return Object.entries(table).filter(([, product]) => product.name.toLowerCase() === name.toLowerCase());
}

/** A GUID in braces that is always the same for a text. */
export function createGuid(text: string): string {
  const hex = createHash(text);
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

function getUninstallKey(view: 64 | 32): string {
  return `HKLM\\SOFTWARE\\${view === 32 ? "WOW6432Node\\" : ""}Microsoft\\Windows\\CurrentVersion\\Uninstall`;
}

function createEntry(description: ProductDescription, key: string, upgradeCode: string, program: string, folder: string): RegistryKey {
  const common = {
    DisplayName: createValue(description.name),
    DisplayVersion: createValue(description.version),
    Publisher: createValue(description.publisher ?? "Contoso"),
  };
  switch (description.kind) {
    case "msi":
      return {
        values: {
          ...common,
          WindowsInstaller: createValue(1),
          UninstallString: { type: "ExpandString", data: `MsiExec.exe /X${key}` },
          InstallLocation: createValue(`${folder}\\`),
        },
      };
    case "bundle":
      return {
        values: {
          ...common,
          BundleCachePath: createValue(program),
          BundleUpgradeCode: { type: "MultiString", data: [upgradeCode] },
          UninstallString: createValue(`"${program}"  /uninstall`),
          QuietUninstallString: createValue(`"${program}" /uninstall /quiet`),
        },
      };
    case "exe":
      return {
        values: {
          ...common,
          UninstallString: createValue(`"${program}"`),
          QuietUninstallString: createValue(`"${program}" /S`),
          InstallLocation: createValue(folder),
        },
      };
    default:
      return description.kind satisfies never;
  }
}

/** A component that every product of the simulated machine brings, as many do the runtime libraries of their compiler: its key holds a value of each. */
const SHARED_COMPONENT = createGuid("a component of many products");

/**
 * What Windows Installer registers of a product for the whole machine, by its packed code (each part of the GUID in reversed order): the product and its features, and in keys that it shares with
 * others, a value for each component and for the upgrade code.
 */
function createInstallerKeys(
  { name, version }: ProductDescription,
  key: string,
  upgradeCode: string,
  folder: string,
  cachedPackage: string,
): Record<string, RegistryKey> {
  const product = packGuid(key);
  const machine = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer";
  const classes = "HKLM\\SOFTWARE\\Classes\\Installer";
  const user = `${machine}\\UserData\\S-1-5-18`;
  const own = (data: string): RegistryKey => ({ values: { [product]: createValue(data) } });
  return {
    [`${classes}\\Products\\${product}`]: { values: { ProductName: createValue(name), AuthorizedLUAApp: createValue(0) } },
    [`${classes}\\Features\\${product}`]: { values: { Complete: createValue("") } },
    [`${user}\\Products\\${product}`]: { values: {} },
    [`${user}\\Products\\${product}\\InstallProperties`]: {
      values: { DisplayName: createValue(name), DisplayVersion: createValue(version), LocalPackage: createValue(cachedPackage) },
    },
    [`${user}\\Components\\${packGuid(createGuid(`component ${key}`))}`]: own(`${folder}\\`),
    [`${user}\\Components\\${packGuid(SHARED_COMPONENT)}`]: own("C:\\Windows\\System32\\runtime140.dll"),
    [`${machine}\\UpgradeCodes\\${packGuid(upgradeCode)}`]: own(""),
    [`${classes}\\UpgradeCodes\\${packGuid(upgradeCode)}`]: own(""),
  };
}

/** Keys in which Windows Installer notes values of several products: of a product that goes, its values go. */
export const SHARED_KEY = /\\Installer\\(?:UserData\\S-1-5-18\\Components|UpgradeCodes)\\/;

/** A GUID as Windows Installer writes it in the registry. */
export function packGuid(guid: string): string {
  const reverse = (text: string): string => [...text].reverse().join("");
  const [a = "", b = "", c = "", d = "", e = ""] = guid.replace(/[{}]/g, "").split("-");
  return [a, b, c].map(reverse).join("") + (d + e).replace(/../g, reverse);
}

function createHash(text: string): string {
  return [...sha1(new TextEncoder().encode(text))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
