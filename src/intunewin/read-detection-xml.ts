import { KEY_BYTES, MAC_BYTES, VECTOR_BYTES } from "./encryption.ts";
import type { EncryptionInfo } from "./encryption.ts";

/** What a package says of itself, as far as it does: other tools write less. */
export interface DetectionXml {
  readonly name: string | undefined;
  readonly setupFile: string | undefined;
  readonly fileName: string;
  readonly toolVersion: string | undefined;
  readonly unencryptedContentSize: number;
  readonly encryption: EncryptionInfo;
  /** The elements of `MsiInfo` by name; undefined where there is none. */
  readonly msi: ReadonlyMap<string, string> | undefined;
}

/** Why it is not what it must be: a clause. */
export class DetectionFault extends Error {}

type Element = { readonly [name: string]: unknown };

/** @throws DetectionFault */
export async function readDetectionXml(bytes: Uint8Array): Promise<DetectionXml> {
  const { parseXml } = await import("../zip/parse-xml.ts");
  const document = await parseXml(bytes);
  if ("fault" in document) throw new DetectionFault(`its Detection.xml ${document.fault}`);
  const info = elementOf(document.root, "ApplicationInfo");
  const encryption = info && elementOf(info, "EncryptionInfo");
  if (!info || !encryption) throw new DetectionFault("its Detection.xml has no ApplicationInfo with EncryptionInfo");
  const algorithm = textOf(encryption, "FileDigestAlgorithm") ?? "SHA256";
  const profile = textOf(encryption, "ProfileIdentifier") ?? "ProfileVersion1";
  if (algorithm.toUpperCase() !== "SHA256" || profile !== "ProfileVersion1")
    throw new DetectionFault(
      `its Detection.xml names the profile '${profile}' with ${algorithm}; only ProfileVersion1 with SHA256 is known`,
    );
  const size = textOf(info, "UnencryptedContentSize") ?? "";
  if (!/^\d{1,15}$/.test(size)) throw new DetectionFault("its Detection.xml has no UnencryptedContentSize");
  const msi = elementOf(info, "MsiInfo");
  return {
    name: textOf(info, "Name"),
    setupFile: textOf(info, "SetupFile"),
    fileName: textOf(info, "FileName") ?? "",
    toolVersion: textOf(info, "@ToolVersion"),
    unencryptedContentSize: Number(size),
    encryption: {
      encryptionKey: base64Of(encryption, "EncryptionKey", KEY_BYTES),
      macKey: base64Of(encryption, "MacKey", KEY_BYTES),
      initializationVector: base64Of(encryption, "InitializationVector", VECTOR_BYTES),
      mac: base64Of(encryption, "Mac", MAC_BYTES),
      profileIdentifier: "ProfileVersion1",
      fileDigest: base64Of(encryption, "FileDigest", 32),
      fileDigestAlgorithm: "SHA256",
    },
    msi: msi && new Map(Object.keys(msi).flatMap((name) => [[name, textOf(msi, name) ?? ""] as const])),
  };
}

function elementOf(parent: Element, name: string): Element | undefined {
  const element = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return typeof element === "object" && element !== null && !Array.isArray(element) ? (element as Element) : undefined;
}

function textOf(parent: Element, name: string): string | undefined {
  const text = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return typeof text === "string" && text !== "" ? text : undefined;
}

function base64Of(parent: Element, name: string, length: number): string {
  const bytes = Buffer.from(textOf(parent, name) ?? "", "base64");
  if (bytes.length !== length) throw new DetectionFault(`its Detection.xml has no ${name} of ${length} bytes in base64`);
  return bytes.toString("base64");
}
