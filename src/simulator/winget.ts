import type { PackageManagerAnswers } from "./given/package-manager.ts";
import type { Machine } from "./machine.ts";
import { addFolder } from "./tables.ts";

/** A package as winget on the simulated Windows knows it, by its id. One without a row is not installed, and its source has it as version 99.0. */
export interface MachineWingetPackage extends PackageManagerAnswers {
  /** The versions that are installed, as winget tells them. */
  installed: string[];
  /** The version that the source has; empty: it has none of this id. */
  available: string;
}

const APPS = "C:\\Program Files\\WindowsApps";
/** SID of TrustedInstaller. */
const TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

/** The App Installer of a healthy machine, and its predecessor, which is newer as text and whose files Windows has not taken away yet. */
export const APP_INSTALLERS = ["1.24.25200.0", "1.9.1942.0"] as const;

/** Puts an App Installer of a version on the machine: the folder of its package, with winget. */
export function addAppInstaller(machine: Machine, version: string): void {
  const folder = `${APPS}\\Microsoft.DesktopAppInstaller_${version}_x64__8wekyb3d8bbwe`;
  addFolder(machine, folder);
  for (const path of [APPS, folder]) machine.folders[path] = { written: machine.clock.now, owner: TRUSTED_INSTALLER, protected: true };
  machine.files[`${folder}\\winget.exe`] = {
    content: "TVo=",
    encoding: "base64",
    size: 90_000,
    written: machine.clock.now - 40 * 86_400_000,
    owner: TRUSTED_INSTALLER,
  };
}

/** Takes every App Installer away. */
export function removeAppInstallers(machine: Machine): void {
  for (const table of [machine.files, machine.folders])
    for (const path of Object.keys(table)) if (path.includes("\\Microsoft.DesktopAppInstaller_")) Reflect.deleteProperty(table, path);
}

/** The program of every App Installer. */
export function findWingets(machine: Machine): string[] {
  return Object.keys(machine.files).filter((path) => path.endsWith("\\winget.exe"));
}
