import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { createValue } from "./healthy-machine.ts";
import type { MachineFile, MachineService, Outcome, Product, RegistryKey } from "./machine.ts";

/** What a product of the simulation is made from. */
export interface ProductDescription {
  readonly kind: "msi" | "bundle";
  readonly name: string;
  readonly version: string;
  readonly services: readonly { readonly name: string; readonly service: MachineService }[];
  /** Products that a bundle chains. */
  readonly chain?: Record<string, Product>;
  /** Whose signature the bundle's cached setup has. */
  readonly signer?: string;
}

const UNINSTALL = "Microsoft\\Windows\\CurrentVersion\\Uninstall";
const done = (duration: number): Outcome => ({ exitCode: 0, duration, log: [] });

/** An installed product by its key: a product code, or a bundle's id, made from its name so that every run has the same. */
export function createProduct(description: ProductDescription): Record<string, Product> {
  const code = createGuid(`${description.kind} ${description.name}`);
  const { kind, name, version, services } = description;
  const folder = `C:\\Program Files\\${name}`;
  const cache = kind === "msi" ? `C:\\Windows\\Installer\\${code.slice(1, 9)}.msi` : `C:\\ProgramData\\Package Cache\\${code}\\setup.exe`;
  const cached: MachineFile = {
    content: `package ${name}`, encoding: "utf8", written: 0,
    ...(description.signer === undefined ? {} : { signature: { status: "Valid", subject: description.signer, thumbprint: "A".repeat(40) } }),
  };
  const product: Product = {
    kind, name, version,
    upgradeCode: createGuid(`upgrade ${name}`),
    registry: kind === "msi" ? msiEntry(code, name, version) : bundleEntry(code, name, version, cache),
    services: Object.fromEntries(services.map(({ name: serviceName, service }) => [serviceName, { service: { ...service, path: `${folder}\\${serviceName}.exe` }, started: true }])),
    files: { ...Object.fromEntries(services.map(({ name: serviceName }) => [`${folder}\\${serviceName}.exe`, { content: "TVo=", encoding: "base64", written: 0 } satisfies MachineFile])), [cache]: cached },
    folders: {},
    chain: description.chain ?? {},
    cachedPackage: kind === "msi" ? cache : "",
    removal: done(20_000),
    reinstalls: false,
  };
  return { [code]: product };
}

function msiEntry(code: string, name: string, version: string): Record<string, RegistryKey> {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return {
    [`HKLM\\SOFTWARE\\${UNINSTALL}\\${code}`]: {
      values: {
        DisplayName: createValue(name), DisplayVersion: createValue(version), Publisher: createValue("Contoso"), UninstallString: createValue(`MsiExec.exe /X${code}`),
        WindowsInstaller: createValue(1), VersionMajor: createValue(major), VersionMinor: createValue(minor),
      },
    },
  };
}

/** Burn registers in the 32-bit view, with a quiet command of its own. */
function bundleEntry(id: string, name: string, version: string, cache: string): Record<string, RegistryKey> {
  return {
    [`HKLM\\SOFTWARE\\WOW6432Node\\${UNINSTALL}\\${id}`]: {
      values: {
        DisplayName: createValue(name), DisplayVersion: createValue(version), Publisher: createValue("Contoso"), BundleVersion: createValue(version), BundleCachePath: createValue(cache),
        BundleProviderKey: createValue(id), UninstallString: createValue(`"${cache}"  /uninstall`), QuietUninstallString: createValue(`"${cache}" /uninstall /quiet`), Installed: createValue(1),
      },
    },
  };
}

/** A GUID in braces and capitals, the same for the same text. */
function createGuid(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(text))).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}
