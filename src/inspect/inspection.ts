import type { Signature } from "./signature.ts";

export interface ServiceToInstall {
  readonly name: string;
  readonly displayName: string | undefined;
  readonly account: string;
  readonly start: "boot" | "system" | "automatic" | "manual" | "disabled" | "unknown";
  /** Its account's password stands in the package, or in a property. */
  readonly hasPassword: boolean;
}

export interface LaunchCondition {
  readonly condition: string;
  readonly message: string;
}

export interface CustomAction {
  readonly name: string;
  readonly what: string;
  readonly when: "immediate" | "deferred" | "rollback" | "commit";
  readonly runsAs: "LocalSystem" | "the one who installs";
  readonly ignoresFailure: boolean;
  /** It runs something; others only set a value. */
  readonly isCode: boolean;
  /** Its place in the sequence of installation; undefined where it is not in it. */
  readonly sequence: number | undefined;
  readonly condition: string | undefined;
}

export interface Feature {
  readonly name: string;
  readonly title: string | undefined;
  readonly parent: string | undefined;
  readonly level: number | undefined;
}

export type Architecture = "x86" | "x64" | "arm" | "arm64" | "ia64" | "neutral" | "unknown";

/** A Windows Installer package. */
export interface MsiInspection {
  readonly kind: "msi";
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly publisher: string | undefined;
  readonly productCode: string | undefined;
  readonly upgradeCode: string | undefined;
  readonly packageCode: string | undefined;
  readonly architecture: Architecture;
  /** Numbers of languages (1033: English). */
  readonly languages: readonly string[];
  readonly scope: "machine" | "machine if allowed" | "user unless told otherwise";
  /** It asks not to be listed among the installed apps. */
  readonly isHidden: boolean;
  readonly restart: "always" | "may ask for one" | "if files are in use";
  readonly services: readonly ServiceToInstall[];
  readonly launchConditions: readonly LaunchCondition[];
  readonly customActions: readonly CustomAction[];
  readonly features: readonly Feature[];
  /** Public properties that have a value. */
  readonly properties: readonly { readonly name: string; readonly value: string; readonly isSecure: boolean }[];
  /** Cabinets that have to lie beside it. */
  readonly externalCabinets: readonly string[];
  /** Upgrade codes of what it looks for. */
  readonly replaces: readonly string[];
  readonly files: number;
  readonly odbcDataSources: number;
  readonly writesMachineKeys: boolean;
  readonly usesSystemFolders: boolean;
  readonly pkcs7: Buffer | undefined;
}

/** A Windows Installer patch. */
export interface MspInspection {
  readonly kind: "msp";
  readonly patchCode: string | undefined;
  readonly replaces: readonly string[];
  /** Product codes that it is for. */
  readonly targets: readonly string[];
  readonly product: string | undefined;
  readonly publisher: string | undefined;
  readonly classification: string | undefined;
  readonly canBeRemoved: boolean | undefined;
  readonly sequences: readonly string[];
  readonly pkcs7: Buffer | undefined;
}

/** What a WiX bundle says of itself. */
export interface BundleDetails {
  readonly bundleCode: string;
  readonly upgradeCodes: readonly string[];
  readonly isPerMachine: boolean | undefined;
  /** Undefined where its manifest is compressed in a way that is not read here. */
  readonly packages:
    | readonly {
        readonly id: string;
        readonly kind: string;
        readonly productCode: string | undefined;
        readonly version: string | undefined;
      }[]
    | undefined;
}

/** A setup program, or any other program. */
export interface ExeInspection {
  readonly kind: "exe";
  readonly installer: "burn" | "inno" | "nsis" | "unknown";
  /** Of the installer's maker, where the file tells it. */
  readonly installerVersion: string | undefined;
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly fileVersion: string | undefined;
  readonly publisher: string | undefined;
  readonly description: string | undefined;
  /** Of the program itself; setup programs are often x86 whatever they install. */
  readonly architecture: Architecture;
  /** What it asks of User Account Control. */
  readonly executionLevel: string | undefined;
  readonly bundle: BundleDetails | undefined;
  /** Arguments that make it silent; none are known of an unknown kind. */
  readonly silentArguments: readonly string[] | undefined;
  readonly pkcs7: Buffer | undefined;
  /** Whether the signed digest is the file's; undefined where it was not compared. */
  readonly digestMatches: boolean | undefined;
}

export interface MsixService {
  readonly name: string;
  readonly account: string;
  readonly start: string;
}

/** An app package, or a bundle of them. */
export interface MsixInspection {
  readonly kind: "msix";
  readonly isBundle: boolean;
  readonly name: string;
  readonly familyName: string;
  readonly product: string | undefined;
  readonly version: string | undefined;
  /** The subject of the certificate that must sign it. */
  readonly publisher: string;
  readonly publisherName: string | undefined;
  readonly architectures: readonly string[];
  /** `Windows.Desktop 10.0.19041.0`. */
  readonly families: readonly string[];
  readonly capabilities: readonly string[];
  readonly services: readonly MsixService[];
  readonly pkcs7: Buffer | undefined;
}

/** A package for Intune, whose content is what was packed. */
export interface IntunewinInspection {
  readonly kind: "intunewin";
  readonly name: string | undefined;
  readonly setupFile: string | undefined;
  readonly toolVersion: string | undefined;
  readonly msi: Readonly<Record<string, string>> | undefined;
  readonly unencryptedContentSize: number;
  readonly encryptedContentSize: number;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** What the file to start is, where it is small enough to be looked into. */
  readonly setup: InspectedFile | undefined;
}

export type Inspection = MsiInspection | MspInspection | ExeInspection | MsixInspection | IntunewinInspection;

/** All that is told of a file. */
export interface InspectedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly inspection: Inspection;
  readonly signature: { readonly value: Signature } | { readonly detail: string } | undefined;
}
