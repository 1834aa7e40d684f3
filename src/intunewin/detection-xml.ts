import type { EncryptionInfo } from "./encryption.ts";

/** What Intune shows of an MSI before anybody has looked into it. Where it is there, the portal fills the app's commands and its detection rule from it. */
export interface MsiInfo {
  /** `{GUID}`. */
  readonly productCode: string;
  readonly productVersion: string;
  /** `{GUID}`: the revision number of the summary information. */
  readonly packageCode: string;
  readonly upgradeCode: string | undefined;
  /** Whom it is installed for; `any` where the one who installs chooses. */
  readonly executionContext: "system" | "user" | "any";
  readonly requiresReboot: boolean;
  readonly includesServices: boolean;
  readonly includesOdbcDataSource: boolean;
  readonly containsSystemRegistryKeys: boolean;
  readonly containsSystemFolders: boolean;
  readonly publisher: string | undefined;
}

/** All that a package says of itself in clear text. */
export interface PackageDescription {
  readonly name: string;
  readonly description: string | undefined;
  /** Bytes of the inner ZIP before it is encrypted. */
  readonly unencryptedContentSize: number;
  /** The path of the program or MSI to start, as Windows writes it: `bin\setup.exe`. */
  readonly setupFile: string;
  readonly encryption: EncryptionInfo;
  readonly msi: MsiInfo | undefined;
}

/** The only name that Intune's service takes for the encrypted part. */
export const CONTENT_NAME = "IntunePackage.intunewin";
export const CONTENT_PATH = `IntuneWinPackage/Contents/${CONTENT_NAME}`;
export const DETECTION_PATH = "IntuneWinPackage/Metadata/Detection.xml";

/** The version of Microsoft's tool whose form this is; tools that read packages look at it. */
const TOOL_VERSION = "1.8.4.0";

/**
 * `Detection.xml` as Microsoft's Win32 Content Prep Tool writes it: no declaration, the elements in this order
 * (github.com/svrooij/ContentPrep, Models/ApplicationInfo.cs; the MSI's as in a package of the tool itself:
 * github.com/svrooij/WingetIntune, tests/WingetIntune.Tests/Intune/IntuneMetadataTests.cs).
 */
export async function writeDetectionXml(description: PackageDescription): Promise<string> {
  const { default: XmlBuilder } = await import("fast-xml-builder");
  const { encryption, msi } = description;
  const document = {
    ApplicationInfo: {
      "@xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "@ToolVersion": TOOL_VERSION,
      Name: printable(description.name),
      ...textOf("Description", description.description),
      UnencryptedContentSize: description.unencryptedContentSize,
      FileName: CONTENT_NAME,
      SetupFile: printable(description.setupFile),
      EncryptionInfo: {
        EncryptionKey: encryption.encryptionKey,
        MacKey: encryption.macKey,
        InitializationVector: encryption.initializationVector,
        Mac: encryption.mac,
        ProfileIdentifier: encryption.profileIdentifier,
        FileDigest: encryption.fileDigest,
        FileDigestAlgorithm: encryption.fileDigestAlgorithm,
      },
      ...(msi ? { MsiInfo: describeMsi(msi) } : {}),
    },
  };
  return new XmlBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true }).build(document).trim();
}

function describeMsi(msi: MsiInfo): object {
  return {
    MsiProductCode: printable(msi.productCode),
    MsiProductVersion: printable(msi.productVersion),
    MsiPackageCode: printable(msi.packageCode),
    ...textOf("MsiUpgradeCode", msi.upgradeCode),
    MsiExecutionContext: { system: "System", user: "User", any: "Any" }[msi.executionContext],
    MsiRequiresLogon: false,
    MsiRequiresReboot: msi.requiresReboot,
    MsiIsMachineInstall: msi.executionContext !== "user",
    MsiIsUserInstall: msi.executionContext !== "system",
    MsiIncludesServices: msi.includesServices,
    MsiIncludesODBCDataSource: msi.includesOdbcDataSource,
    MsiContainsSystemRegistryKeys: msi.containsSystemRegistryKeys,
    MsiContainsSystemFolders: msi.containsSystemFolders,
    ...textOf("MsiPublisher", msi.publisher),
  };
}

function textOf(element: string, text: string | undefined): object {
  return text === undefined ? {} : { [element]: printable(text) };
}

/** XML 1.0 has no control characters. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, "?");
}
