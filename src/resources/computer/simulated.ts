import { createValue } from "../../simulator/healthy-machine.ts";
import type { Value } from "../../checker/value.ts";
import { addAccount, fullName } from "../../simulator/accounts.ts";
import { addSecret, deleteSecret } from "../../simulator/secrets.ts";
import type { Machine } from "../../simulator/machine.ts";
import { addRegistryKey, deleteRegistryKey, deleteRow, findRow, setRegistryValue } from "../../simulator/tables.ts";
import { factInRegistry, giveFacts, setDomainController, WINDOWS_CONTROL } from "../../simulator/given/facts.ts";
import { booleanOf, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  none: ["domain", "hypervisor"],
  give: giveFacts({
    name: (machine, value, given) => {
      for (const key of ["ActiveComputerName", "ComputerName"])
        factInRegistry(`${WINDOWS_CONTROL}\\ComputerName\\${key}`, "ComputerName")(machine, value, given);
    },
    is_domain_controller: (machine, value) => {
      const key = `${WINDOWS_CONTROL}\\ProductOptions`;
      if (booleanOf(value) === true) {
        setRegistryValue(machine, key, "ProductType", createValue("LanmanNT"));
        setDomainController(machine);
      } else if (findRow(machine.registry, key)?.values["ProductType"]?.data === "LanmanNT")
        setRegistryValue(machine, key, "ProductType", createValue("ServerNT"));
    },
    is_domain_joined: (machine, value) => {
      machine.computer.domainJoined = booleanOf(value) ?? true;
    },
    domain: (machine, value) => {
      machine.computer.domainJoined = value.kind !== "none";
      machine.computer.domain = textOf(value) ?? "WORKGROUP";
    },
    is_entra_joined: (machine, value) => {
      const key = `${WINDOWS_CONTROL}\\CloudDomainJoin\\JoinInfo`;
      if (booleanOf(value) === true) addRegistryKey(machine, `${key}\\AE9C1AE54763822EEC42474983D8B635116C8452`);
      else deleteRegistryKey(machine, key);
    },
    memory: (machine, value) => {
      machine.computer.memory = numberOf(value) ?? machine.computer.memory;
      machine.computer.memoryModules = [machine.computer.memory];
    },
    manufacturer: (machine, value) => {
      machine.computer.manufacturer = textOf(value) ?? "";
    },
    model: (machine, value) => {
      machine.computer.model = textOf(value) ?? "";
    },
    is_virtual: (machine, value) => giveModel(machine, booleanOf(value) === true ? "hyper_v" : "none"),
    hypervisor: (machine, value) => giveModel(machine, textOf(value) ?? "none"),
    secure_boot: (machine, value) => {
      setRegistryValue(
        machine,
        `${WINDOWS_CONTROL}\\SecureBoot\\State`,
        "UEFISecureBootEnabled",
        createValue(booleanOf(value) === true ? 1 : 0),
      );
    },
    memory_modules_listed: (machine, value) => {
      if (booleanOf(value) === false) machine.computer.memoryModules = [];
    },
    cim_readable: (machine, value) => {
      machine.computer.cimReadable = booleanOf(value) ?? true;
    },
    policy_readable: (machine, value) => {
      machine.policy.readable = booleanOf(value) ?? true;
    },
    installer_busy: (machine, value) => {
      machine.installer.busyUntil =
        numberOf(value) === undefined ? (booleanOf(value) === true ? -1 : 0) : machine.clock.now + (numberOf(value) ?? 0);
    },
    installer_busy_for: (machine, value) => {
      machine.installer.busyUntil = machine.clock.now + (numberOf(value) ?? 0);
    },
    domain_accounts: addAll,
    managed_accounts: addAll,
    local_accounts: addAll,
    missing_accounts: (machine, value) => {
      for (const account of listOf(value)) deleteRow(machine.accounts, fullName(textOf(account) ?? ""));
    },
    secrets: (machine, value) => {
      for (const name of listOf(value)) addSecret(machine, textOf(name) ?? "");
    },
    missing_secrets: (machine, value) => {
      for (const name of listOf(value)) deleteSecret(machine, textOf(name) ?? "");
    },
    installer_collisions: (machine, value) => {
      machine.installer.collisions = numberOf(value) ?? 0;
    },
  }),
};

/** Maker and model by which a hypervisor is known, and those of hardware. */
function giveModel(machine: Machine, hypervisor: string): void {
  const [manufacturer = "Contoso Ltd.", model = "Server 5000"] = MODELS[hypervisor] ?? [];
  Object.assign(machine.computer, { manufacturer, model });
}

const MODELS: Readonly<Record<string, readonly [string, string]>> = {
  hyper_v: ["Microsoft Corporation", "Virtual Machine"],
  vmware: ["VMware, Inc.", "VMware7,1"],
  virtualbox: ["innotek GmbH", "VirtualBox"],
  kvm: ["QEMU", "Standard PC (Q35 + ICH9, 2009)"],
  xen: ["Xen", "HVM domU"],
  parallels: ["Parallels International GmbH.", "Parallels ARM Virtual Machine"],
  other: ["BHYVE", "BHYVE"],
};

function addAll(machine: Machine, value: Value): void {
  for (const account of listOf(value)) addAccount(machine, textOf(account) ?? "");
}
