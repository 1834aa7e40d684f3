import type { Value } from "../../checker/value.ts";
import { createVolume } from "../../simulator/bitlocker.ts";
import type { MachineVolume } from "../../simulator/bitlocker.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";

export const simulated: SimulatedKind = {
  missing: { word: "missing", value: true },
  give: giveVolume,
  none: ["method"],
  explains: ({ table, row }, { named }) => table === "bitlocker" && (named.includes(row) || named.includes("*")),
};

const CONVERSIONS = ["decrypted", "encrypted", "encrypting", "decrypting", "encryption_paused", "decryption_paused"];
const METHODS = ["", "aes_128_diffuser", "aes_256_diffuser", "aes_128", "aes_256", "hardware", "xts_aes_128", "xts_aes_256"];
const TYPES = ["operating_system", "fixed", "removable"];

/** `bitlocker_volume("C:") { protection: suspended }` */
function giveVolume(machine: Machine, given: Given): undefined {
  const drive = (textOf(given.key("drive")) ?? "").toUpperCase();
  if (booleanOf(given.property("missing")) === true) {
    deleteRow(machine.bitlocker, drive);
    return;
  }
  const volume = findRow(machine.bitlocker, drive) ?? createVolume(1);
  for (const { name, value } of given.properties) SETTERS[name]?.(volume, value);
  setRow(machine.bitlocker, drive, volume);
}

const SETTERS: Readonly<Record<string, (volume: MachineVolume, value: Value) => void>> = {
  recovery_password: (volume, value) => {
    if (textOf(value) === "missing")
      volume.protectors = Object.fromEntries(Object.entries(volume.protectors).filter(([, type]) => type !== 3));
  },
  method: (volume, value) => {
    const number = METHODS.indexOf(textOf(value) ?? "");
    volume.method = textOf(value) === "unknown" ? 2 ** 32 - 1 : number;
    if (number === 0) convert(volume, 0);
  },
  protection: (volume, value) => {
    volume.enabled = textOf(value) === "on";
    if (textOf(value) === "off") convert(volume, 0);
  },
  conversion: (volume, value) => {
    convert(volume, CONVERSIONS.indexOf(textOf(value) ?? ""));
  },
  encrypted_percent: (volume, value) => {
    volume.percent = numberOf(value) ?? 0;
    if (volume.percent < 100 && volume.conversion < 2) volume.conversion = volume.percent === 0 ? 0 : 2;
  },
  locked: (volume, value) => {
    volume.locked = booleanOf(value) ?? true;
  },
  type: (volume, value) => {
    volume.type = TYPES.indexOf(textOf(value) ?? "");
  },
  suspended_restarts: (volume, value) => {
    volume.enabled = false;
    volume.restarts = numberOf(value) ?? 1;
  },
  key_protectors: (volume, value) => {
    if (booleanOf(value) !== false) return;
    volume.protectors = {};
    volume.enabled = false;
  },
  backups: (volume, value) => {
    const outcome = textOf(value);
    volume.backups = outcome === "fail" || outcome === "not_allowed" ? outcome : "work";
  },
};

/** What is not encrypted has neither a method nor keys. */
function convert(volume: MachineVolume, conversion: number): void {
  volume.conversion = conversion;
  volume.percent = conversion === 1 ? 100 : conversion === 0 ? 0 : 40;
  if (conversion !== 0) return;
  volume.method = 0;
  volume.protectors = {};
  volume.enabled = false;
}
