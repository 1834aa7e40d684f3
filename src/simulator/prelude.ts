import type { TemplateFunction, TemplateLibrary } from "../powershell/library.ts";
import type { SimulationRequest, SimulationResult } from "./machine.ts";

/** The functions of the simulated Windows, in `templates/simulator/` and the `simulated/` of each room: stand-ins (`Get-SimulatedClock` for `Get-Clock`) and what they have in common. */
export interface SimulatorLibrary {
  readonly functions: readonly TemplateFunction[];
}

/** PowerShell that runs one request: takes `encodeRequest`'s text as its argument and gives one line for `decodeResult`. The prelude comes first. */
export const SIMULATION_TEXT = "param([string] $Request) Invoke-Simulation -Request $Request";

/** The name of the stand-in for a platform function: the verb stays, `Simulated` before the noun. */
export function getStandInName(platformFunction: string): string {
  return platformFunction.replace("-", "-Simulated");
}

/**
 * The prelude of simulated runs, loaded once into the global scope of an engine's runspace: the simulator's functions, and an alias for every platform function. An alias is
 * resolved before a function (about_Command_Precedence), so the script calls the stand-ins and stays byte for byte what is deployed.
 */
export function createPrelude(simulator: SimulatorLibrary): string {
  const functions = simulator.functions.map((one) => one.text.replace(/^function /m, "function global:"));
  const aliases = simulator.functions
    .filter((one) => one.name.includes("-Simulated"))
    .map((one) => `\${alias:${one.name.replace("-Simulated", "-")}} = '${one.name}'`);
  return [...functions, ...aliases, ""].join("\n");
}

/**
 * What is wrong between the platform's functions and the simulator's, one line each; none when every platform function has a stand-in with the same
 * parameters, there is no other stand-in, and no function of the simulator is named like one that a script may hold (a script's own would win).
 */
export function findSimulatorGaps(library: TemplateLibrary, simulator: SimulatorLibrary): string[] {
  const platform = new Map(
    library.functions.filter((one) => one.layer === "platform").map((one) => [getStandInName(one.name).toLowerCase(), one]),
  );
  const standIns = new Map(simulator.functions.map((one) => [one.name.toLowerCase(), one]));
  const names = new Set(library.functions.map((one) => one.name.toLowerCase()));
  const missing = [...platform].flatMap(([name, one]) => {
    const standIn = standIns.get(name);
    if (standIn === undefined) return [`the simulated Windows has no ${getStandInName(one.name)} for the platform function ${one.name}`];
    const [wanted, found] = [one.parameters.join(", "), standIn.parameters.join(", ")];
    return wanted === found ? [] : [`${standIn.name} has the parameters (${found}), and ${one.name} has (${wanted})`];
  });
  const others = simulator.functions.flatMap((one) => {
    if (one.name.includes("-Simulated"))
      return platform.has(one.name.toLowerCase()) ? [] : [`${one.name} stands in for no platform function`];
    return names.has(one.name.toLowerCase()) ? [`${one.name} of the simulator has the name of a function of compiled scripts`] : [];
  });
  return [...missing, ...others];
}

/**
 * A request as JSON for PowerShell. A tilde guards what ConvertFrom-Json would change or refuse: texts that look like a date become one in PowerShell 7,
 * and no version takes an empty name. The simulator takes it away again.
 */
export function encodeRequest(request: SimulationRequest): string {
  return JSON.stringify(guard(request));
}

function guard(value: unknown): unknown {
  if (typeof value === "string") return /^(~|\d{4}-|\/Date\()/.test(value) ? `~${value}` : value;
  if (Array.isArray(value)) return value.map(guard);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name === "" || name.startsWith("~") ? `~${name}` : name, guard(inner)]),
  );
}

/** Reads what `SIMULATION_TEXT` gave. @throws SyntaxError when it is not the text of a result. */
export function decodeResult(text: string): SimulationResult {
  return JSON.parse(text) as SimulationResult;
}
