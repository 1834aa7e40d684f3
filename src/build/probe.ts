import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { narrowIndentation, parseTemplate } from "../powershell/library.ts";
import { createLinker } from "../powershell/linker.ts";
import { joinFunctions, toScriptText } from "../powershell/script-text.ts";
import { readTemplateLibrary } from "./generate.ts";
import type { TemplateFunction, TemplateLibrary } from "../powershell/library.ts";

const FOLDER = fileURLToPath(new URL("../../templates/probe/", import.meta.url));

/** What `templates/probe/` holds: the script around the probes, the words that they are written in, and the probes by area. */
export interface ProbeSources {
  readonly frame: string;
  readonly words: readonly TemplateFunction[];
  /** File name without ending -> its text: `Probe 'Get-Clock' { … }` for each function, and what they need beforehand. */
  readonly calls: { readonly [area: string]: string };
}

/** Areas in the order in which a person wants to read them; files come before what keeps its own files in their folder. */
const AREAS = ["host", "registry", "files", "processes", "services", "accounts", "groups", "tasks"];

/** Reads `templates/probe/`. @throws Error when there is an area without a place in the order, or the other way round. */
export function readProbeSources(): ProbeSources {
  const areas = list("calls");
  if ([...areas].sort().join() !== [...AREAS].sort().join())
    throw new Error(`templates/probe/calls holds ${areas.join()}, not ${AREAS.join()}`);
  return {
    frame: readFileSync(join(FOLDER, "frame.ps1"), "utf8"),
    words: list("words").flatMap((name) => parseTemplate("engine", "any", readFileSync(join(FOLDER, "words", `${name}.ps1`), "utf8"))),
    calls: Object.fromEntries(AREAS.map((name) => [name, readFileSync(join(FOLDER, "calls", `${name}.ps1`), "utf8")])),
  };
}

function list(folder: string): string[] {
  return readdirSync(join(FOLDER, folder)).map((name) => basename(name, ".ps1"));
}

/** What is wrong between the platform's functions and their probes, one line each: every function has one probe, which calls it, and there is no other. */
export function findProbeGaps(library: TemplateLibrary, sources: ProbeSources): string[] {
  const platform = library.functions.filter((one) => one.layer === "platform").map((one) => one.name);
  const probes = Object.values(sources.calls).flatMap((text) =>
    text
      .split(/^Probe '/m)
      .slice(1)
      .map((part) => ({ name: part.slice(0, part.indexOf("'")), body: part.slice(part.indexOf("'")) })),
  );
  const found = probes.map((probe) => probe.name);
  return [
    ...platform.filter((name) => !found.includes(name)).map((name) => `${name} has no probe in templates/probe/calls`),
    ...found.filter((name) => !platform.includes(name)).map((name) => `the probe '${name}' is of no platform function`),
    ...found.filter((name, index) => found.indexOf(name) !== index).map((name) => `${name} has two probes`),
    ...probes
      .filter(({ name, body }) => !new RegExp(`\\b${name}\\b`).test(body))
      .map(({ name }) => `the probe of ${name} does not call it`),
  ];
}

/** The probe: one script with all platform functions as compiled scripts hold them, and a call of each. @throws Error on a gap. */
export function createProbe(library: TemplateLibrary, sources: ProbeSources): string {
  const gaps = findProbeGaps(library, sources);
  if (gaps.length > 0) throw new Error(gaps.join("\n"));
  const functions = [...library.functions.filter((one) => one.layer === "platform"), ...sources.words];
  const { functions: linked, missing } = createLinker({ functions, frames: {} }, "repair").link(functions.map((one) => one.name));
  if (missing.length > 0) throw new Error(`the probe calls functions that do not exist: ${missing.join()}`);
  const parts: { readonly [marker: string]: string } = {
    functions: joinFunctions(linked).replaceAll("\r\n", "\n"),
    calls: Object.values(sources.calls)
      .map((text) => narrowIndentation(text).replace(/^(?=.)/gm, "    "))
      .join("\n"),
  };
  return toScriptText(sources.frame.replace(/^[ \t]*#remedyc:([a-z]+)[ \t]*$/gm, (_line, marker: string) => parts[marker] ?? ""));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const script = createProbe(readTemplateLibrary(), readProbeSources());
  if (values.out === undefined) process.stdout.write(script);
  else writeFileSync(values.out, script);
}
