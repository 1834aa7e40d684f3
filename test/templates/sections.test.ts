import { describe, expect, test } from "vitest";
import { reduceFunction } from "../../src/powershell/sections.ts";
import { parseTemplate } from "../../src/powershell/library.ts";
import { createLinker } from "../../src/powershell/linker.ts";
import { checkScripts, formatFindings } from "../powershell/gate.ts";
import { readTemplates } from "../powershell/templates.ts";
import { readTemplates as readLibrary } from "./assemble.ts";

const functions = readLibrary().functions.filter((each) => each.text.includes("#remedyc:"));
const namesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/#remedyc:only (.+)/g)].flatMap(([, names]) => (names ?? "").split(" "))),
];

/** Without sections, with all, and with those of each name alone. */
const forms = functions.flatMap((each) =>
  [[], namesOf(each.text), ...namesOf(each.text).map((name) => [name])].map((uses) => ({
    label: `${each.name} for ${uses.join(" ") || "nothing"}`,
    form: reduceFunction(each, new Set(uses)),
  })),
);

describe("sections of functions that only some scripts need", () => {
  test("each stands between its markers, and every form of a function passes the gate", async () => {
    expect(functions.length).toBeGreaterThan(10);
    for (const { label, form } of forms) expect(form.text, label).not.toContain("#remedyc:");
    const findings = await checkScripts(
      forms.map(({ label, form }) => ({ name: label, text: `${form.text}\n` })),
      { library: readTemplates() },
    );
    expect(formatFindings(findings)).toBe("");
  });

  test("no form declares a parameter or assigns a variable that it does not use", () => {
    for (const { label, form } of forms) {
      // What reads nothing is not linked; a source has an ending.
      if (/^Read-\w+ for nothing$/.test(label) || /^Install-SetupFile for nothing$/.test(label)) continue;
      const assigned = [...form.text.matchAll(/^\s*\$(?!null\b)([a-z][A-Za-z]*) = /gm)].map(([, name]) => name ?? "");
      for (const name of [...form.parameters, ...assigned]) {
        const uses = form.text.match(new RegExp(`[$@]\\{?${name}\\b`, "gi"))?.length ?? 0;
        const writes = form.text.match(new RegExp(`^\\s*\\$${name} = `, "gim"))?.length ?? 0;
        if (form.parameters.includes(name) && /[@$]PSBoundParameters\b(?!\.)/.test(form.text)) continue;
        expect(uses - (form.parameters.includes(name) ? 1 : writes), `${label}: $${name}`).toBeGreaterThan(0);
      }
    }
  });

  test("a form is what its text is when it is read as a template", () => {
    for (const { label, form } of forms) {
      const [read] = parseTemplate(form.layer, form.variant, form.text);
      // Its marker is taken off with the sections' ones.
      const unmarked = { ...form, isSameInEveryHost: undefined, words: [...form.words].sort() };
      expect(unmarked, label).toEqual({ ...read, words: [...(read?.words ?? [])].sort() });
    }
  });

  test("kinds are named by their noun and what is asked of them, functions whose callers need a section by their name", () => {
    const known = /^(Context\.(System|User|Accounts|Parameters)|Step\.Diagnosis|[A-Z][A-Za-z]+\.[A-Z][A-Za-z0-9]+)$/;
    const names = new Set(readLibrary().functions.map((each) => each.name));
    for (const each of functions) for (const name of namesOf(each.text)) if (!names.has(name)) expect(name, each.name).toMatch(known);
  });
});

describe("reducing", () => {
  const text =
    "function Read-Thing {\n    param([string] $Property)\n    #remedyc:only Thing.Size Thing.Weight\n    Get-Size $Property\n    #remedyc:end\n    #remedyc:only Thing.Name\n    Get-Label $Property\n    #remedyc:end\n}\n";
  const library = {
    functions: [
      ...parseTemplate("kinds", "any", text),
      ...["Get-Size", "Get-Label", "Get-Host2"].flatMap((name) => parseTemplate("platform", "any", `function ${name} { }\n`)),
    ],
    frames: {},
  };
  const linked = (roots: readonly string[], uses?: ReadonlySet<string>): string[] =>
    createLinker(library, "detect")
      .link(roots, uses)
      .functions.map((each) => each.name);

  test("leaves out what nobody asks for, and with it the functions that only it calls", () => {
    expect(linked(["Read-Thing"], new Set(["Thing.Weight"]))).toEqual(["Get-Size", "Read-Thing"]);
    expect(linked(["Read-Thing"], new Set())).toEqual(["Read-Thing"]);
  });

  test("a section may stand for a function: it is there where that one is linked, whoever calls it", () => {
    const engine = parseTemplate(
      "engine",
      "any",
      "function Test-Word {\n    #remedyc:only Get-Label\n    Get-Host2\n    #remedyc:end\n    1\n}\n",
    );
    const names = (roots: readonly string[], uses: readonly string[]): string[] =>
      createLinker({ ...library, functions: [...library.functions, ...engine] }, "repair")
        .link(roots, new Set(uses))
        .functions.map((each) => each.name);
    expect(names(["Test-Word", "Read-Thing"], [])).toEqual(["Test-Word", "Read-Thing"]);
    expect(names(["Test-Word", "Read-Thing"], ["Thing.Name"])).toEqual(["Get-Host2", "Get-Label", "Test-Word", "Read-Thing"]);
  });

  test("keeps everything where code of the author may ask for anything", () => {
    expect(linked(["Read-Thing"])).toEqual(["Get-Label", "Get-Size", "Read-Thing"]);
  });

  test("what a linked function reads of a resource counts as asked for", () => {
    const reader = parseTemplate("kinds", "any", "function Test-Other { (Read-Thing -Property 'name') -eq 'x' }\n");
    expect(reader.flatMap((each) => each.reads)).toEqual(["Thing.Name"]);
    const names = createLinker({ ...library, functions: [...library.functions, ...reader] }, "detect")
      .link(["Test-Other"], new Set())
      .functions.map((each) => each.name);
    expect(names).toEqual(["Get-Label", "Read-Thing", "Test-Other"]);
  });
});
