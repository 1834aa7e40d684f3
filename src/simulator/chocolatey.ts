import type { PackageManagerAnswers } from "./given/package-manager.ts";
import type { Machine } from "./machine.ts";
import { addFolder } from "./tables.ts";

/** A package as Chocolatey on the simulated Windows knows it, by its id. One without a row is not installed, and the sources have it as version 99.0. */
export interface MachineChocolateyPackage extends PackageManagerAnswers {
  /** The version that is installed, as Chocolatey tells it; empty: it is not. */
  installed: string;
  /** The newest version that the sources have; they have every older one, too. */
  available: string;
}

const CHOCOLATEY = "C:\\ProgramData\\chocolatey";

/** Puts Chocolatey of a version on the machine, as its setup leaves it: administrators alone may change it. */
export function addChocolatey(machine: Machine, version: string): void {
  for (const folder of [CHOCOLATEY, `${CHOCOLATEY}\\lib`, `${CHOCOLATEY}\\helpers`]) {
    addFolder(machine, folder);
    machine.folders[folder] = { written: machine.clock.now, owner: "S-1-5-32-544", protected: true };
  }
  machine.files[`${CHOCOLATEY}\\choco.exe`] = {
    content: "TVo=",
    encoding: "base64",
    size: 15_000_000,
    version,
    written: machine.clock.now - 40 * 86_400_000,
    owner: "S-1-5-32-544",
  };
}

/** Takes Chocolatey away. */
export function removeChocolatey(machine: Machine): void {
  for (const table of [machine.files, machine.folders])
    for (const path of Object.keys(table))
      if (path === CHOCOLATEY || path.startsWith(`${CHOCOLATEY}\\`)) Reflect.deleteProperty(table, path);
}
