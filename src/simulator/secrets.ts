import { toPlainPath } from "./given/given-item.ts";
import type { Machine } from "./machine.ts";
import { addFolder, deleteRow, getParent, setRow } from "./tables.ts";

/** The text that every secret of the simulation has. */
const SECRET = "not a secret";

/** Puts a secret where a script finds it: an environment variable of its process, or a file as ConvertFrom-SecureString writes it (UTF-16 text in hexadecimal digits). */
export function addSecret(machine: Machine, name: string): void {
  if (!isSecretFile(name)) {
    machine.variables.process[name] = SECRET;
    return;
  }
  const path = toPlainPath(machine, name);
  addFolder(machine, getParent(path));
  const content = Buffer.from(SECRET, "utf16le").toString("hex");
  setRow(machine.files, path, { content, encoding: "utf8", written: machine.clock.now - 86_400_000 });
}

/** Takes a secret away again. */
export function deleteSecret(machine: Machine, name: string): void {
  if (isSecretFile(name)) deleteRow(machine.files, toPlainPath(machine, name));
  else deleteRow(machine.variables.process, name);
}

function isSecretFile(name: string): boolean {
  return /[\\%]/.test(name);
}
