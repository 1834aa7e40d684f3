import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import { createValue } from "../../simulator/healthy-machine.ts";
import type { Machine } from "../../simulator/machine.ts";
import { isBelow } from "../../simulator/simulated-kind.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { addRegistryKey, deleteRegistryKey, setRegistryValue } from "../../simulator/tables.ts";

const STORES = "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates";
const POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\SystemCertificates";
const DAY = 86_400_000;

export const simulated: SimulatedKind = {
  give: giveCertificate,
  explains: ({ table, row }, { named }) =>
    table === "registry" &&
    named.some((wish) => {
      const [thumbprint = "", store = ""] = wish.split("\u0000");
      const key = `${STORES.toLowerCase()}\\${store.replace("_", "")}\\certificates\\${thumbprint}`;
      if (thumbprint === "*") return isBelow(row, key.slice(0, -2));
      // a store's keys are made with its first certificate
      return row === key || (row.startsWith(STORES.toLowerCase()) && key.startsWith(`${row}\\`));
    }),
};

/** `certificate("A1…", store: root) { expires_in: 5d }`: one that is there, whoever has made it. `policy: true`: Group Policy brings it. */
function giveCertificate(machine: Machine, given: Given): undefined {
  const thumbprint = (textOf(given.key("thumbprint")) ?? "").toUpperCase();
  const store = (textOf(given.key("store")) ?? "").replace("_", "");
  const key = `${STORES}\\${store}\\Certificates\\${thumbprint}`;
  const policy = `${POLICY}\\${store}\\Certificates\\${thumbprint}`;
  if (given.absent) {
    deleteRegistryKey(machine, key);
    deleteRegistryKey(machine, policy);
    return;
  }
  const set = (name: string, data: number | string): void => {
    setRegistryValue(machine, key, name, createValue(data));
  };
  set("Subject", textOf(given.property("subject")) ?? "CN=Sample");
  setRegistryValue(machine, key, "NotAfter", {
    type: "QWord",
    data: machine.clock.now + (numberOf(given.property("expires_in")) ?? 365 * DAY),
  });
  set("HasPrivateKey", booleanOf(given.property("has_private_key")) === true ? 1 : 0);
  set("Data", Buffer.from(`certificate ${thumbprint}`).toString("base64"));
  if (booleanOf(given.property("policy")) === true) addRegistryKey(machine, policy);
}
