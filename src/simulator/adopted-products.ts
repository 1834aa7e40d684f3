import type { Machine, Product } from "./machine.ts";
import { createOutcome, packGuid, SHARED_KEY } from "./products.ts";
import { findName, findRow, setRow } from "./tables.ts";

/** The uninstall keys of both views: what stands behind them is one entry's name. */
const ENTRY = /^HKLM\\SOFTWARE\\(?:WOW6432Node\\)?Microsoft\\Windows\\CurrentVersion\\Uninstall\\([^\\]+)$/i;
/** What Windows Installer knows a product by. */
const KNOWN = /^HKLM\\SOFTWARE\\Classes\\Installer\\Products\\([0-9A-F]{32})$/i;
const CODE = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

/**
 * Products of which a scenario writes the registry, value by value: what Windows Installer knows, and uninstall entries. Each becomes a product that its command
 * removes: by its code where msiexec is called, else by the program, where the machine has it. Those that are products already get the command that their entry holds.
 */
export function adoptProducts(machine: Machine): void {
  for (const key of Object.keys(machine.registry)) {
    const packed = KNOWN.exec(key)?.[1]?.toUpperCase();
    if (packed === undefined || ownerOf(machine, key) !== undefined) continue;
    const product = adopt(machine, unpackGuid(packed), "msi", textAt(machine, key, "ProductName"));
    for (const [path, row] of Object.entries(machine.registry)) {
      const name = SHARED_KEY.test(path) ? findName(row.values, packed) : undefined;
      const value = name === undefined ? undefined : row.values[name];
      if (name !== undefined && value !== undefined) product.registry[path] = { values: { [name]: value } };
      else if (/\\Installer\\/i.test(path) && path.toUpperCase().split("\\").includes(packed))
        product.registry[path] = structuredClone(row);
    }
  }
  for (const key of Object.keys(machine.registry)) {
    const name = ENTRY.exec(key)?.[1];
    if (name === undefined) continue;
    const commands = ["UninstallString", "QuietUninstallString"].map((value) => textAt(machine, key, value));
    const isProduct = findRow(findRow(machine.registry, key)?.values ?? {}, "WindowsInstaller")?.data === 1;
    const code = CODE.test(name)
      ? name
      : commands.map((command) => /\bmsiexec(?:\.exe)?"?\s+[/-][xi]\s*"?(\{[^}]+\})/i.exec(command)?.[1]).find(Boolean);
    const program = commands.map((command) => findProgram(machine, command)).find((found) => found !== undefined);
    const owner = ownerOf(machine, key);
    if (owner !== undefined) {
      if (owner.kind !== "msi" && program !== undefined) owner.removalProgram = program;
    } else if (code !== undefined && (isProduct || commands.some((command) => /\bmsiexec\b/i.test(command)))) {
      adopt(machine, code.toUpperCase(), "msi", textAt(machine, key, "DisplayName"), key);
    } else if (program !== undefined) {
      adopt(machine, name, "exe", textAt(machine, key, "DisplayName"), key).removalProgram = program;
    }
  }
}

function ownerOf(machine: Machine, key: string): Product | undefined {
  return Object.values(machine.products).find((product) => findName(product.registry, key) !== undefined);
}

/** The product of that key, made where there is none, with a key of the registry as its own. */
function adopt(machine: Machine, key: string, kind: Product["kind"], name: string, own?: string): Product {
  const product: Product = findRow(machine.products, key) ?? {
    kind,
    name: name === "" ? key : name,
    version: "",
    upgradeCode: "",
    registry: {},
    services: {},
    files: {},
    folders: {},
    chain: {},
    removalProgram: "",
    cachedPackage: "",
    removal: createOutcome(),
  };
  setRow(machine.products, key, product);
  if (own !== undefined) product.registry[own] = structuredClone(machine.registry[own] ?? { values: {} });
  return product;
}

function textAt(machine: Machine, key: string, name: string): string {
  const data = findRow(findRow(machine.registry, key)?.values ?? {}, name)?.data;
  return typeof data === "string" ? data : "";
}

/** The program of a command that is a file of the machine: the quoted part, or up to the first `.exe` that exists. */
function findProgram(machine: Machine, command: string): string | undefined {
  const quoted = /^\s*"([^"]+)"/.exec(command)?.[1];
  const candidates =
    quoted === undefined ? [...command.matchAll(/\.exe(?=\s|$)/gi)].map(({ index }) => command.slice(0, index + 4).trim()) : [quoted];
  return candidates.map((path) => findName(machine.files, path)).find((path) => path !== undefined);
}

/** The inverse of `packGuid`, which is its own, but for braces and hyphens. */
function unpackGuid(packed: string): string {
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(packed)?.slice(1) ?? [];
  const digits = packGuid(parts.join("-"));
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}}`;
}
