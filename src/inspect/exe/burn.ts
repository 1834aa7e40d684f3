import { toGuid } from "../compound-file.ts";
import { FormatFault } from "../file-bytes.ts";
import type { FileBytes } from "../file-bytes.ts";
import type { BundleDetails } from "../inspection.ts";
import { parseXml } from "../../zip/parse-xml.ts";
import { readCabinetFile } from "./cabinet.ts";
import type { PeFile } from "./pe-file.ts";

/** A bundle, and what its manifest adds to the version resource. */
export interface Bundle {
  readonly details: BundleDetails;
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly publisher: string | undefined;
}

const MAGIC = 0x00f14300;
const LARGEST_MANIFEST = 8 * 1024 * 1024;

/**
 * A WiX bundle has a section `.wixburn`, which says where its first cabinet begins; the file "0" in it is the manifest (WiX 3, burn/engine/section.cpp,
 * BURN_SECTION_HEADER; the same in WiX 4 and 5).
 */
export async function readBurn(file: FileBytes, pe: PeFile): Promise<Bundle | undefined> {
  const section = pe.sections.find(({ name }) => name === ".wixburn");
  if (!section) return undefined;
  const header = file.read(section.offset, 52);
  if (header.readUInt32LE(0) !== MAGIC) return undefined;
  const bundleCode = toGuid(header.subarray(8, 24));
  const bare: Bundle = {
    details: { bundleCode, upgradeCodes: [], isPerMachine: undefined, packages: undefined },
    product: undefined,
    version: undefined,
    publisher: undefined,
  };
  if (header.readUInt32LE(40) !== 1) return bare;
  const bytes = readCabinetFile(file, header.readUInt32LE(24), "0", LARGEST_MANIFEST);
  const xml = bytes && (await parseXml(bytes));
  if (!xml) return bare;
  if ("fault" in xml) throw new FormatFault(`its bundle's manifest ${xml.fault}`);
  return readManifest(xml.root, bundleCode);
}

type Element = { readonly [name: string]: unknown };

/** burn/engine/registration.cpp and package.cpp tell the names. */
function readManifest(root: Element, bundleCode: string): Bundle {
  const manifest = first(root, "BurnManifest");
  const registration = first(manifest, "Registration");
  const arp = first(registration, "Arp");
  const related = all(manifest, "RelatedBundle").filter((bundle) => attribute(bundle, "Action") === "Upgrade");
  const chain = first(manifest, "Chain");
  const kinds = Object.keys(chain).filter((name) => name.endsWith("Package"));
  const scope = attribute(registration, "PerMachine");
  return {
    product: attribute(arp, "DisplayName"),
    version: attribute(arp, "DisplayVersion") ?? attribute(registration, "Version"),
    publisher: attribute(arp, "Publisher"),
    details: {
      bundleCode: (attribute(registration, "Id") ?? attribute(registration, "Code") ?? bundleCode).toUpperCase(),
      upgradeCodes: related.flatMap((bundle) => (attribute(bundle, "Id") ?? attribute(bundle, "Code") ?? "").toUpperCase() || []),
      isPerMachine: scope === undefined ? undefined : scope === "yes",
      packages: kinds.flatMap((kind) =>
        all(chain, kind).map((one) => ({
          id: attribute(one, "Id") ?? "",
          kind: kind.replace(/Package$/, "").toLowerCase(),
          productCode: attribute(one, "ProductCode")?.toUpperCase(),
          version: attribute(one, "Version"),
        })),
      ),
    },
  };
}

function all(parent: Element, name: string): Element[] {
  const found = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return (Array.isArray(found) ? found : [found]).filter((one): one is Element => typeof one === "object" && one !== null);
}

function first(parent: Element, name: string): Element {
  return all(parent, name)[0] ?? {};
}

function attribute(element: Element, name: string): string | undefined {
  const value = Object.hasOwn(element, `@${name}`) ? element[`@${name}`] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
