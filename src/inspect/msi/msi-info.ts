import type { MsiInfo } from "../../intunewin/detection-xml.ts";
import type { MsiInspection } from "../inspection.ts";

/** What a package for Intune says of its MSI. Undefined where the MSI has no codes or version, which Intune needs for it. */
export function toMsiInfo(msi: MsiInspection): MsiInfo | undefined {
  const { productCode, version: productVersion, packageCode } = msi;
  if (productCode === undefined || productVersion === undefined || packageCode === undefined) return undefined;
  const contexts = { machine: "system", "machine if allowed": "any", "user unless told otherwise": "user" } as const;
  return {
    productCode,
    productVersion,
    packageCode,
    upgradeCode: msi.upgradeCode,
    executionContext: contexts[msi.scope],
    requiresReboot: msi.restart === "always",
    includesServices: msi.services.length > 0,
    includesOdbcDataSource: msi.odbcDataSources > 0,
    containsSystemRegistryKeys: msi.writesMachineKeys,
    containsSystemFolders: msi.usesSystemFolders,
    publisher: msi.publisher,
  };
}
