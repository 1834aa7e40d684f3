import type { GivenItem } from "../plan/scenario.ts";
import { giveDirectory, giveFile } from "./given/given-file.ts";
import { giveFact } from "./given/given-facts.ts";
import { booleanOf, numberOf, pathOf, readGiven, textOf } from "./given/given-item.ts";
import type { Given } from "./given/given-item.ts";
import { givePackage, linkChains } from "./given/given-package.ts";
import { giveRegistryKey, giveRegistryValue, giveTls } from "./given/given-registry.ts";
import { giveUserRight } from "./given/given-right.ts";
import { giveService } from "./given/given-service.ts";
import type { Machine } from "./machine.ts";
import { findRow } from "./tables.ts";

/** Something that a scenario gives and that no machine of the simulation can be. */
export interface GivenProblem {
  readonly item: GivenItem;
  /** A full sentence. */
  readonly text: string;
}

/**
 * Makes a machine as a scenario's `given` says, in the order of its items; setup files must be on it already, since packages and services come as they
 * install them. What is not mentioned stays. Changes the machine that it is given; gives what could not be done.
 */
export function applyGiven(machine: Machine, items: readonly GivenItem[]): GivenProblem[] {
  const problems = items.flatMap((item): GivenProblem[] => {
    const text = apply(machine, item, readGiven(item));
    return text === undefined ? [] : [{ item, text }];
  });
  linkChains(machine);
  return problems;
}

function apply(machine: Machine, item: GivenItem, given: Given): string | undefined {
  switch (given.kind) {
    case "service":
      giveService(machine, given);
      return undefined;
    case "package":
      givePackage(machine, given);
      return undefined;
    case "user_right":
      giveUserRight(machine, given);
      return undefined;
    case "registry_value":
      return giveRegistryValue(machine, given);
    case "registry_key":
      giveRegistryKey(machine, given);
      return undefined;
    case "tls":
      giveTls(machine, given);
      return undefined;
    case "file":
    case "program":
      giveFile(machine, given);
      return undefined;
    case "directory":
      giveDirectory(machine, given);
      return undefined;
    case "process":
      giveProcess(machine, given);
      return undefined;
    case "script":
      return giveScript(machine, item, given);
    case "disk":
      if (!given.absent) break;
      Reflect.deleteProperty(machine.drives, (textOf(given.key("drive")) ?? "").slice(0, 2).toUpperCase());
      return undefined;
    default:
  }
  const unknown = item.properties.filter((property) => !giveFact(machine, given, property.name, property.value));
  if (item.properties.length === 0) return `The simulated Windows cannot be given ${item.resource.label}.`;
  return unknown.length === 0
    ? undefined
    : `The simulated Windows cannot be given '${unknown.map((property) => property.name).join("', '")}' of ${item.resource.label}.`;
}

/** `process("chrome") { count: 2 }`, `process("x") absent` */
function giveProcess(machine: Machine, given: Given): void {
  const name = (textOf(given.key("name")) ?? "").replace(/\.exe$/i, "");
  for (const [id, process] of Object.entries(machine.processes))
    if (process.name.toLowerCase() === name.toLowerCase()) Reflect.deleteProperty(machine.processes, id);
  if (given.absent) return;
  const path = given.property("path") === undefined ? `C:\\Program Files\\${name}\\${name}.exe` : pathOf(machine, given.property("path"));
  const window = textOf(given.property("window")) === "closes" ? "closes" : textOf(given.property("window")) === "stays" ? "stays" : "none";
  for (let i = 0; i < (numberOf(given.property("count")) ?? 1); i++) {
    machine.processes[String(machine.nextProcess)] = {
      name,
      path,
      session: 1,
      started: machine.clock.now - 600_000 - i,
      window,
      protected: booleanOf(given.property("protected")) ?? false,
    };
    machine.nextProcess += 4;
  }
}

/** `script("name") absent`: its test does not hold, and its fix helps; `fix_helps: false`: nor does its fix. */
function giveScript(machine: Machine, item: GivenItem, given: Given): string | undefined {
  const name = textOf(given.key("name")) ?? "";
  const script = findRow(machine.scripts, name);
  if (script === undefined) return `No remedy of this scenario has ${item.resource.label}.`;
  script.fixHelps = booleanOf(given.property("fix_helps")) ?? script.fixHelps;
  script.holds = !given.absent && booleanOf(given.property("holds")) !== false;
  return undefined;
}
