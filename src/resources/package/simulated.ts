import { adoptProducts } from "../../simulator/adopted-products.ts";
import type { Machine, Product } from "../../simulator/machine.ts";
import { createGuid, createProduct, findProducts, registerProduct, unregisterProduct } from "../../simulator/products.ts";
import { deleteRegistryKey, findRow, setRegistryValue } from "../../simulator/tables.ts";
import { booleanOf, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Change, Named, SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: givePackage,
  complete: completeProducts,
  explains: isBrought,
  none: ["version", "publisher", "install_location", "uninstall_command", "quiet_uninstall_command"],
};

/** What installers leave to the next start of Windows (3010, 1641). */
const SESSION_MANAGER = "hklm\\system\\currentcontrolset\\control\\session manager";

/** A package explains all products, and what one of them brings or takes along: services, values, files and the folders of those; and what waits for a restart. */
function isBrought({ table, row, name }: Change, { products }: Named): boolean {
  const has = (part: (product: Product) => Readonly<Record<string, unknown>>): boolean =>
    products.some((product) => Object.keys(part(product)).some((name) => name.toLowerCase() === row));
  switch (table) {
    case "products":
      return true;
    case "services":
      return has((product) => product.services);
    case "registry":
      return (row === SESSION_MANAGER && name === "pendingfilerenameoperations") || has((product) => product.registry);
    case "files":
    case "folders":
      return (
        has((product) => product.files) ||
        has((product) => product.folders) ||
        products.some((product) => Object.keys(product.files).some((file) => file.toLowerCase().startsWith(`${row}\\`)))
      );
    default:
      return false;
  }
}

/**
 * `package("Name") { version: 1.2 }`: registered as installed. Where a setup file of the machine installs a product of that name, it is that one; in
 * another version, an older or newer one with the same upgrade code. Its services are given for themselves.
 */
function givePackage(machine: Machine, given: Given): undefined {
  const code = textOf(given.key("product_code")) ?? textOf(given.property("product_code"));
  const upgradeCode = textOf(given.key("upgrade_code")) ?? textOf(given.property("upgrade_code"));
  const name = textOf(given.key("name")) ?? textOf(given.property("name")) ?? `Product ${code ?? upgradeCode ?? ""}`;
  const present = findProducts(machine.products, name);
  const installer = textOf(given.property("installer"));
  const view = numberOf(given.property("view")) === 32 ? 32 : numberOf(given.property("view")) === 64 ? 64 : undefined;
  for (const [key, product] of present) {
    // Of another sort, in the other view or with another code it is a second product of that name, beside the first.
    const isOther =
      (installer !== undefined && product.kind !== installer) ||
      (view !== undefined && viewOf(product) !== view) ||
      (code !== undefined && key.toUpperCase() !== code.toUpperCase());
    if (given.absent || !isOther) unregisterProduct(machine, key);
  }
  if (given.absent) return;
  const media = findInMedia(machine, name);
  const version = textOf(given.property("version")) ?? media?.version ?? "1.0.0.0";
  const kind = (installer ?? media?.kind ?? "msi") as Product["kind"];
  const services = listOf(given.property("services")).flatMap((value) => textOf(value) ?? []);
  const removal = numberOf(given.property("removal_exit_code"));
  const created = createProduct({
    kind,
    name,
    version,
    productCode: code ?? createGuid(media?.version === version ? `${kind} ${name}` : `${kind} ${name} ${version}`),
    ...(media !== undefined && media.kind === kind ? { upgradeCode: media.upgradeCode } : {}),
    ...(upgradeCode === undefined ? {} : { upgradeCode }),
    ...(view === undefined ? {} : { view }),
    ...(textOf(given.property("publisher")) === undefined ? {} : { publisher: textOf(given.property("publisher")) ?? "" }),
    services: [
      ...Object.entries(media?.services ?? {}).map(([service, row]) => ({ name: service, service: row.service, started: row.started })),
      ...services.flatMap((service) => {
        const row = findRow(machine.services, service);
        return row === undefined ? [] : [{ name: service, service: row }];
      }),
    ],
    ...(removal === undefined
      ? {}
      : { removal: { exitCode: removal, log: listOf(given.property("removal_log")).flatMap((value) => textOf(value) ?? []) } }),
  });
  for (const [key, product] of Object.entries(created)) {
    registerProduct(machine, key, product);
    applyEntry(machine, key, product, given);
    if (booleanOf(given.property("listed")) === false) unlist(machine, key, machine.products[key] ?? product);
    if (booleanOf(given.property("cached_package")) === false)
      Reflect.deleteProperty(machine.files, product.cachedPackage === "" ? product.removalProgram : product.cachedPackage);
  }
}

/** The registry view of its uninstall entry. */
function viewOf(product: Product): 64 | 32 {
  return Object.keys(product.registry).some((key) => /\\WOW6432Node\\.*\\Uninstall\\/i.test(key)) ? 32 : 64;
}

function completeProducts(machine: Machine): void {
  adoptProducts(machine);
  linkChains(machine);
}

/** A bundle takes along, when it is removed, what it chains: the products of those names that are there. */
function linkChains(machine: Machine): void {
  for (const product of Object.values(machine.products)) {
    const chain = findInMedia(machine, product.name)?.chain ?? {};
    if (product.kind !== "bundle") continue;
    product.chain = Object.fromEntries(
      Object.values(chain)
        .flatMap((part) => findProducts(machine.products, part.name))
        .map(([key, part]) => [key, structuredClone(part)]),
    );
  }
}

function applyEntry(machine: Machine, key: string, product: Product, given: Given): void {
  const entry = Object.keys(product.registry).find((path) => path.endsWith(`\\Uninstall\\${key}`));
  const values = {
    version: "DisplayVersion",
    publisher: "Publisher",
    install_location: "InstallLocation",
    uninstall_command: "UninstallString",
    quiet_uninstall_command: "QuietUninstallString",
  };
  for (const [property, name] of Object.entries(values)) {
    const value = given.property(property);
    if (entry === undefined || value === undefined || (value.kind !== "none" && (property === "version" || property === "publisher")))
      continue;
    if (value.kind === "none") Reflect.deleteProperty(machine.registry[entry]?.values ?? {}, name);
    else setRegistryValue(machine, entry, name, { type: "String", data: textOf(value) ?? "" });
  }
}

/** Takes the uninstall entry of a product away: Windows Installer knows it all the same. */
function unlist(machine: Machine, key: string, product: Product): void {
  for (const path of Object.keys(product.registry).filter((one) => one.endsWith(`\\Uninstall\\${key}`))) {
    deleteRegistryKey(machine, path);
    Reflect.deleteProperty(product.registry, path);
  }
}

function findInMedia(machine: Machine, name: string): Product | undefined {
  const search = (products: Readonly<Record<string, Product>>): Product | undefined =>
    findProducts(products, name)[0]?.[1] ??
    Object.values(products)
      .map((product) => search(product.chain))
      .find((found) => found !== undefined);
  return Object.values(machine.media)
    .map((media) => search(media.installs))
    .find((found) => found !== undefined);
}
