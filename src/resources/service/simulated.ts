import { createService } from "../../simulator/healthy-machine.ts";
import type { Machine, MachineService, Product, ServiceState } from "../../simulator/machine.ts";
import { deleteRow, findName, findRow, setRegistryValue, setRow } from "../../simulator/tables.ts";
import { booleanOf, listOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveService,
  explains: ({ table, row, name }, { named }) => {
    const service = table === "services" ? row : name === "deleteflag" || name === "servicesidtype" ? findServiceOfKey(row) : undefined;
    return service !== undefined && named.some((one) => one === service || one === "*");
  },
};

/** The service that a registry key is about: there the service control manager notes that one goes when Windows restarts, and its SID type. */
function findServiceOfKey(key: string): string | undefined {
  return /^hklm\\system\\currentcontrolset\\services\\([^\\]+)$/.exec(key)?.[1];
}

/** `service("x") { state: starting, startup: manual, account: … }`. One that the machine does not have comes as its product would install it, or as most services are. */
function giveService(machine: Machine, given: Given): undefined {
  const name = textOf(given.key("name")) ?? "";
  const existing = findRow(machine.services, name);
  if (existing !== undefined && existing.processId !== 0) endProcess(machine, name, existing.processId);
  if (given.absent) {
    deleteRow(machine.services, name);
    return;
  }
  const service: MachineService = {
    ...(existing ?? findInstalled(machine, name) ?? createService(name, { state: "running", startType: "automatic" })),
  };
  const startup = textOf(given.property("startup"));
  if (startup !== undefined) {
    service.startType = startup === "automatic_delayed" ? "automatic" : (startup as MachineService["startType"]);
    service.delayed = startup === "automatic_delayed";
  }
  service.state = (textOf(given.property("state")) ?? service.state) as ServiceState;
  service.exitCode = numberOf(given.property("exit_code")) ?? (service.state === "stopped" ? 1077 : 0);
  const account = given.property("account");
  if (account !== undefined)
    service.account = toManagerAccount(textOf(account) ?? "", account.kind === "account" ? account.sid : undefined);
  service.displayName = textOf(given.property("display_name")) ?? service.displayName;
  service.path = textOf(given.property("path")) ?? service.path;
  const recovery = giveRecovery(service.recovery, given);
  if (recovery) service.recovery = recovery;
  service.start = (textOf(given.property("start")) ?? service.start) as MachineService["start"];
  service.stop = (textOf(given.property("stop")) ?? service.stop) as MachineService["stop"];
  service.withoutRight = (textOf(given.property("without_right")) ?? service.withoutRight) as MachineService["withoutRight"];
  service.passwordValid = booleanOf(given.property("password_valid")) ?? service.passwordValid;
  service.heldOpen = booleanOf(given.property("held_open")) ?? service.heldOpen;
  if (booleanOf(given.property("shared_process")) === true) service.type = "shared";
  if (given.property("depends_on") !== undefined)
    service.dependencies = listOf(given.property("depends_on")).flatMap((value) => textOf(value) ?? []);
  const sidType = textOf(given.property("sid_type"));
  if (sidType !== undefined) {
    const data = sidType === "no_sid" ? 0 : sidType === "unrestricted" ? 1 : 3;
    setRegistryValue(machine, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, "ServiceSidType", { type: "DWord", data });
  }
  if (booleanOf(given.property("marked_for_deletion")) === true) {
    service.deleteMarked = true;
    setRegistryValue(machine, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, "DeleteFlag", { type: "DWord", data: 1 });
  }
  service.processId = service.state === "stopped" ? 0 : (numberOf(given.property("process_id")) ?? machine.nextProcess);
  setRow(machine.services, name, service);
  if (service.processId !== 0) addServiceProcess(machine, name, service);
}

const recoveryActions: readonly string[] = ["no_action", "restart", "restart_computer", "run_program"];

/** `recovery: [restart, no_action]`, `recovery_delay: 1m`, `recovery_reset: 1d`; undefined where nothing is said of it. */
function giveRecovery(known: MachineService["recovery"], given: Given): MachineService["recovery"] {
  const words = given.property("recovery");
  const delay = numberOf(given.property("recovery_delay"));
  const reset = numberOf(given.property("recovery_reset"));
  if (words === undefined && delay === undefined && reset === undefined) return undefined;
  const types = words === undefined ? undefined : listOf(words).map((word) => recoveryActions.indexOf(textOf(word) ?? ""));
  const before = known?.actions ?? [1, 60_000];
  const actions = types ? types.flatMap((type) => [type, 60_000]) : [...before];
  return {
    reset: reset === undefined ? (known?.reset ?? 0) : reset / 1000,
    actions: actions.map((value, i) => (i % 2 === 1 && delay !== undefined ? delay : value)),
  };
}

function addServiceProcess(machine: Machine, name: string, service: MachineService): void {
  const program = /^"([^"]+)"|^(.+?\.exe)/i.exec(service.path);
  const path = program?.[1] ?? program?.[2] ?? `C:\\Windows\\${name}.exe`;
  machine.processes[String(service.processId)] = {
    name: path.replace(/^.*\\/, "").replace(/\.exe$/i, ""),
    path,
    session: 0,
    started: machine.clock.now - 3_600_000,
    window: "none",
  };
  machine.nextProcess = Math.max(machine.nextProcess, service.processId + 4);
}

function endProcess(machine: Machine, name: string, id: number): void {
  const own = findName(machine.services, name);
  if (!Object.entries(machine.services).some(([other, service]) => other !== own && service.processId === id))
    Reflect.deleteProperty(machine.processes, String(id));
}

/** The service as a setup file of the machine would install it, running. */
function findInstalled(machine: Machine, name: string): MachineService | undefined {
  const search = (products: Readonly<Record<string, Product>>): MachineService | undefined => {
    for (const product of Object.values(products)) {
      const found = findRow(product.services, name)?.service ?? search(product.chain);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const media of Object.values(machine.media)) {
    const found = search(media.installs);
    if (found !== undefined) return { ...structuredClone(found), state: "running" };
  }
  return undefined;
}

/** The names under which the service control manager keeps the three built-in accounts (ChangeServiceConfig). */
function toManagerAccount(name: string, sid: string | undefined): string {
  switch (sid) {
    case "S-1-5-18":
      return "LocalSystem";
    case "S-1-5-19":
      return "NT AUTHORITY\\LocalService";
    case "S-1-5-20":
      return "NT AUTHORITY\\NetworkService";
    default:
      return name;
  }
}
