import { booleanOf, listOf, numberOf, pathOf, textOf } from "../../simulator/given/given-item.ts";
import type { Given } from "../../simulator/given/given-item.ts";
import type { Machine } from "../../simulator/machine.ts";
import { toCommandLine } from "../../simulator/programs.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";
import { deleteRow, findRow, setRow } from "../../simulator/tables.ts";
import { giveFile } from "../file/simulated.ts";

export const simulated: SimulatedKind = {
  give: giveProgram,
  // Only what `set_by` says of it changes, and a task that starts one for a person is its own.
  explains: ({ table, row }) => table === "programs" || (table === "tasks" && row.startsWith("\\remedyc ")),
};

/** A program is a file that can be started: `program('%SystemRoot%\System32\w32tm.exe', arguments: ["/query", "/source"]) { output: "time.contoso.com" }`. */
function giveProgram(machine: Machine, given: Given): string | undefined {
  const path = pathOf(machine, given.key("path"));
  const program = given.property("set_by");
  const withArguments = textOf(given.property("set_with"));
  if (program === undefined && withArguments !== undefined)
    return "'set_with' are the arguments of the program that 'set_by' names, and there is no 'set_by'.";
  if (booleanOf(given.property("missing")) === true) {
    deleteRow(machine.files, path);
    return undefined;
  }
  // Whose it is stands among what names it.
  const isProof = (name: string): boolean => name === "signed_by" || name === "sha256";
  giveFile(machine, { ...given, property: (name) => (isProof(name) ? given.key(name) : given.property(name)) });
  const args = given.key("arguments");
  const duration = numberOf(given.property("duration")) ?? 1000;
  const known = findRow(machine.programs, path) ?? { exitCode: 0, duration: 1000 };
  const answer = {
    arguments: args === undefined ? null : toCommandLine(listOf(args).map((one) => textOf(one) ?? "")),
    exitCode: (numberOf(given.property("exit_code")) ?? 0) | 0,
    duration: booleanOf(given.property("hangs")) === true ? null : duration,
    output: textOf(given.property("output")) ?? textOf(given.property("output_version")) ?? "",
    outputSize: numberOf(given.property("output_size")) ?? 0,
    after: program === undefined ? null : { program: pathOf(machine, program), arguments: withArguments ?? null, done: false },
  };
  setRow(machine.programs, path, { ...known, answers: [...(known.answers ?? []), answer] });
  return undefined;
}
