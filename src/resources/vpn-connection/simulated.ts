import { booleanOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";
import { createVpnConnection } from "../../simulator/vpn.ts";

export const simulated: SimulatedKind = {
  give: giveVpnConnection,
  explains: ({ table, row }, { named }) =>
    table === "vpnConnections" && (named.some((name) => name.toLowerCase() === row.toLowerCase()) || named.includes("*")),
};

/** As CIM has a word: `machine_certificate` is MachineCertificate. */
const NAMES: Readonly<Record<string, string>> = {
  mschapv2: "MsChapv2",
  machine_certificate: "MachineCertificate",
  no_encryption: "NoEncryption",
};
const nameOf = (word: string): string => NAMES[word] ?? word.charAt(0).toUpperCase() + word.slice(1);

/** `vpn_connection("Contoso") { server_address: "vpn.contoso.com", split_tunneling: true }` */
function giveVpnConnection(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  const text = (property: string, otherwise: string): string => textOf(given.property(property)) ?? otherwise;
  const is = (property: string, otherwise: boolean): boolean => booleanOf(given.property(property)) ?? otherwise;
  if (booleanOf(given.property("readable")) === false) machine.hardware.vpnReadable = false;
  if (given.absent) {
    deleteRow(machine.vpnConnections, name);
    return;
  }
  const one = findRow(machine.vpnConnections, name) ?? createVpnConnection("vpn.example.com");
  const method = textOf(given.property("authentication_method"));
  if (method !== undefined) one.authenticationMethod = method === "other" ? ["Eap", "MsChapv2"] : [nameOf(method)];
  one.serverAddress = text("server_address", one.serverAddress);
  one.tunnelType = nameOf(text("tunnel_type", one.tunnelType));
  one.encryptionLevel = nameOf(text("encryption_level", one.encryptionLevel));
  one.dnsSuffix = text("dns_suffix", one.dnsSuffix);
  one.splitTunneling = is("split_tunneling", one.splitTunneling);
  one.rememberCredential = is("remember_credential", one.rememberCredential);
  one.connected = is("connected", one.connected);
  if (is("third_party", false)) one.profileType = "ThirdParty";
  setRow(machine.vpnConnections, name, one);
}
