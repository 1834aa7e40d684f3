import { readFileSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resourceKindDiagnostics } from "../../src/diagnostics/catalog/resource-kinds.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import { loadUserKinds } from "../../src/resources/catalog/load-user-kinds.ts";
import type { Catalog } from "../../src/resources/catalog/model.ts";

import { createHost, imports, load, name, port, script, speed } from "./user-kinds.ts";

/** One mistake each: code, what is wrong, the source, what the place is, and the script where it matters. */
const mistakes: readonly {
  readonly code: keyof typeof resourceKindDiagnostics;
  readonly text: string;
  readonly at: string;
  readonly says?: string;
  readonly ps1?: string;
}[] = [
  {
    code: "RMD6001",
    text: port(`${name}\n${speed}`),
    at: "Port",
    says: "'Repair-Port'",
    ps1: "# function Repair-Port {}\n<# function Repair-Port #>\n$x = 'function Repair-Port'\nfunction Read-Port { param($Name, $Property) }\nfunction Test-Port { param($Name, $Speed) }",
  },
  { code: "RMD6003", text: port("name: Key<string"), at: "}", says: "'>' expected" },
  { code: "RMD6004", text: `${imports}/** Not exported. */ interface Port extends Ensurable { ${name} }`, at: "" },
  {
    code: "RMD6005",
    text: port(`${name} /** When. */ when_made: State<Date>;`),
    at: "Date",
    says: "neither declared in this file nor imported",
  },
  { code: "RMD6005", text: port(`${name} /** Mixed. */ mixed: State<1 | "a">;`), at: '1 | "a"', says: "texts only, or numbers only" },
  { code: "RMD6016", text: port(`${name} /** B. */ below: Scope<string>;`), at: "Port", says: "what extends Enumerable" },
  { code: "RMD6013", text: port(`${name} /** V. @every all */ v?: NamedKey<string>;`), at: "@every all ", says: "a choice of numbers" },
  { code: "RMD6013", text: port(`${name} /** V. @every all */ v: State<1 | 2>;`), at: "v", says: "on keys alone" },
  { code: "RMD6013", text: port(name).replace("/**", "/** @context user\n *"), at: "Port", says: "is not 'system'" },
  { code: "RMD6013", text: port(`${name} /** V. @cased */ v: State<string>;`), at: "v", says: "on keys alone" },
  {
    code: "RMD6013",
    text: port(`${name} /** V. @cased yes */ v?: NamedKey<string>;`),
    at: "@cased yes ",
    says: "nothing stands behind it",
  },
  { code: "RMD6013", text: port(`${name} /** V. @written */ v?: NamedKey<string>;`), at: "v", says: "keys that are a path" },
  { code: "RMD6013", text: port(`${name} /** V. @additive */ v?: NamedKey<string>;`), at: "v", says: "on states alone" },
  {
    code: "RMD6013",
    text: port(`${name} /** V. @wildcards some */ v?: NamedKey<string>;`),
    at: "@wildcards some ",
    says: "neither 'none' nor",
  },
  { code: "RMD6013", text: port(`${name} /** V. @fit *: */ v?: NamedKey<string>;`), at: "@fit *: ", says: "below a @pattern" },
  {
    code: "RMD6005",
    text: port(`${name} /** Twice. */ twice: State</** A. */ "a" | /** A. */ "a">;`),
    at: '"a" | /** A. */ "a"',
    says: "'a' stands in it twice",
  },
  {
    code: "RMD6005",
    text: port(`${name} /** Round. */ round: State<Round>;`) + "type Round = Round[];",
    at: "Round",
    says: "refers to itself",
  },
  { code: "RMD6005", text: port(`${name} /** F. */ f: State<() => void>;`), at: "() => void" },
  { code: "RMD6005", text: port("/** Names. */ names: RestKey<string>;"), at: "string", says: "RestKey" },
  { code: "RMD6005", text: port(name, "Ensurable, Iterable<string>"), at: "Iterable<string>", says: "bases" },
  { code: "RMD6005", text: port(`${name} /** Q. */ asks(...of: string[]): boolean;`), at: "...of: string[]" },
  {
    code: "RMD6005",
    text: port(`${name} /** V. @guarantees It is. */ cut(deep: boolean): Change;`),
    at: "deep: boolean",
    says: "an object of its options",
  },
  { code: "RMD6006", text: port(`${name} /** Bits. */ speed: number;`), at: "speed" },
  { code: "RMD6007", text: port(speed), at: "Port" },
  { code: "RMD6008", text: port(name, "Singleton"), at: "name" },
  { code: "RMD6009", text: port(`${name}\n${speed} /** Again. */ speed: Reading<number>;`), at: "speed" },
  {
    code: "RMD6010",
    text: `${imports}/** Mine. */ export interface Service extends Ensurable { ${name} }`,
    at: "Service",
    says: "built-in",
  },
  {
    code: "RMD6010",
    text: `${imports}/** Mine. */ export interface Secret extends Ensurable { ${name} }`,
    at: "Secret",
    says: "stores of secrets",
  },
  {
    code: "RMD6010",
    text: `${port(name)}/** Again. */ export interface Port extends Ensurable { ${name} }`,
    at: "Port",
    says: "another interface",
  },
  { code: "RMD6011", text: port(`name: Key<string>; ${speed}`), at: "name" },
  { code: "RMD6011", text: port(`${name} /** Line. */ line: State<"up">;`), at: '"up"' },
  { code: "RMD6012", text: port(`${name} /** Bits. */ speedLimit: State<number>;`), at: "speedLimit", says: "lower-case" },
  { code: "RMD6012", text: port("/** Its host. */ host: Key<string>;"), at: "host", says: "-Host" },
  { code: "RMD6012", text: port(`${name} /** There. */ exists: Reading<boolean>;`), at: "exists" },
  { code: "RMD6012", text: port(`${name} /** In. */ in: Reading<boolean>;`), at: "in", says: "keeps this word" },
  {
    code: "RMD6013",
    text: port(`${name} /** Wait. @default 30 seconds */ wait?: Means<Duration>;`),
    at: "wait",
    says: "'30 seconds' is not a length of time",
  },
  {
    code: "RMD6013",
    text: port(`${name} /** Wait. @only never */ wait?: Means<Duration>;`),
    at: "wait",
    says: "neither 'absent' nor 'present'",
  },
  {
    code: "RMD6013",
    text: port(`${name} /** Wait. @only absent */ wait?: State<Duration>;`),
    at: "wait",
    says: "it stands on means alone",
  },
  { code: "RMD6013", text: port(`${name} /** From. @address url */ from?: Means<string>;`), at: "from", says: "means that are a path" },
  { code: "RMD6013", text: port(`${name} /** From. @address url */ from: State<Path>;`), at: "from", says: "means that are a path" },
  { code: "RMD6013", text: port(`${name} /** From. @address Url */ from?: Means<Path>;`), at: "from", says: "no name of a means" },
  { code: "RMD6013", text: port(`${name} /** From. @address url msi */ from?: Means<Path>;`), at: "from", says: "endings such as '.msi'" },
  { code: "RMD6013", text: port(`${name} /** Wait. @since 1.0 */ wait?: Means<Duration>;`), at: "@since 1.0 ", says: "no such tag" },
  {
    code: "RMD6013",
    text: port(`${name} /** Bits. @maximum many @limitSource me */ speed: State<number>;`),
    at: "@maximum many ",
    says: "no whole number",
  },
  {
    code: "RMD6013",
    text: port(`${name} /** Bits. @pattern ^a @limitSource me */ speed: State<number>;`),
    at: "@pattern ^a ",
    says: "only text",
  },
  {
    code: "RMD6013",
    text: port("/** Its name. @pattern ^( @limitSource me */ name: Key<string>;"),
    at: "@pattern ^( ",
    says: "no regular expression",
  },
  {
    code: "RMD6013",
    text: port(`${name} /** Bits. @minimum 5 @maximum 4 @limitSource me */ speed: State<number>;`),
    at: "@maximum 4 ",
    says: "less than",
  },
  { code: "RMD6014", text: port("/** Its name. @maxLength 3 */ name: Key<string>;"), at: "@maxLength 3 " },
  { code: "RMD6016", text: port(`/** Files. */ files?: NamedKey<string[]>; ${name}`), at: "name", says: "before named ones" },
  { code: "RMD6016", text: port(`/** A. */ a?: Key<string>; ${name}`), at: "name", says: "'a' before it may be left out" },
  { code: "RMD6016", text: port(`/** A. */ a: RestKey<string[]>; ${name}`), at: "name", says: "takes all further arguments" },
  { code: "RMD6017", text: port(`${name} /** Cuts. */ cut(): Change;`), at: "cut" },
  { code: "RMD6019", text: port(`${name} [any: string]: State<number>;`), at: "[any: string]: State<number>;" },
  { code: "RMD6019", text: port(`${name} "print speed": State<number>;`), at: '"print speed": State<number>;' },
  { code: "RMD6020", text: port(`${name} /** Line. */ line: State</** Up. */ "up", /** Up. */ "up">;`), at: '"up"' },
  { code: "RMD6020", text: port(`${name} /** Bits. */ speed: State<number, /** Fast. */ "fast">;`), at: '"fast"' },
  {
    code: "RMD6021",
    text: port(`${name}\n${speed}`),
    at: "Port",
    says: "'-Speed'",
    ps1: script.replace("$Name, [int] $Speed", "$Name, [int] $Other = $Speed"),
  },
  {
    code: "RMD6022",
    text: port(`${name}\n${speed}`),
    at: "",
    says: "'Get-registryvalue' of 'kinds/port.ps1' has the name of one of remedyc's own",
    ps1: `${script}function Get-registryvalue { }`,
  },
  {
    code: "RMD6022",
    text: port(`${name}\n${speed}`),
    at: "",
    says: "'test-port' of 'kinds/port.ps1' stands there twice",
    ps1: `${script}function test-port { param($Name, $Speed) }`,
  },
];

describe("mistakes in a kind", () => {
  const builtIn: Catalog = { kinds: { service: {} as Catalog["kinds"][string] } };

  test.each(mistakes.map((mistake, i) => ({ ...mistake, title: `${i + 1}. ${mistake.code} ${mistake.says ?? mistake.at}` })))(
    "$title",
    async ({ code, text, at, says, ps1 }) => {
      const { diagnostics, value } = await load(text, ps1, builtIn);
      const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
      expect(found.map((diagnostic) => (diagnostic.span ? getSpanText(diagnostic.span) : ""))).toContain(at);
      expect(found.map((diagnostic) => diagnostic.message).join()).toContain(says ?? "");
      if (found.some((diagnostic) => diagnostic.severity === "error")) expect(value.kinds).toEqual([]);
    },
  );

  test("RMD6002: no script beside the interface", async () => {
    const { diagnostics } = await loadUserKinds("kinds/port.ts", createHost({ "kinds/port.ts": port(`${name}\n${speed}`) }));
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.message])).toEqual([
      [
        "RMD6002",
        "The resource kinds of 'kinds/port.ts' need the script 'kinds/port.ps1' beside them: there is no such file. Write their functions there.",
      ],
    ]);
  });

  test("RMD6015: missing, and no text", async () => {
    expect((await loadUserKinds("port.ts", createHost({}))).diagnostics[0]).toMatchObject({ code: "RMD6015" });
    expect((await loadUserKinds("port.ts", createHost({ "port.ts": new Uint8Array([0x61, 0, 0, 1]) }))).diagnostics[0]).toMatchObject({
      code: "RMD6015",
    });
  });

  test("RMD6018: TypeScript is not installed", async () => {
    const host = createHost({ "kinds/port.ts": port(`${name}\n${speed}`), "kinds/port.ps1": script });
    const { diagnostics, value } = await loadUserKinds("kinds/port.ts", host, undefined, () => Promise.resolve(undefined));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["RMD6018"]);
    expect(value.kinds).toEqual([]);
  });

  test("five mistakes give five diagnostics", async () => {
    const text = port(
      `${name} /** A. */ a: number; /** B. */ b: State<Date>; /** C. */ cC: Reading<number>; /** D. @default x */ d?: Means<Size>; [e: string]: Reading<number>;`,
    );
    const { diagnostics } = await load(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["RMD6006", "RMD6005", "RMD6012", "RMD6013", "RMD6019"]);
  });
});

describe("the codes RMD6xxx", () => {
  const codes = Object.keys(resourceKindDiagnostics);

  test("each is raised by a test above", () => {
    const raised = new Set<string>([...mistakes.map((mistake) => mistake.code), "RMD6002", "RMD6015", "RMD6018"]);
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !raised.has(code))).toEqual([]);
  });

  test.each(codes)("%s has a page that names it", (code) => {
    const url = new URL(`../../src/diagnostics/pages/${code}.md`, import.meta.url);
    expect(existsSync(url)).toBe(true);
    expect(readFileSync(url, "utf8")).toMatch(new RegExp(`^# ${code}: [^\\n]+\\n\\n[\\s\\S]+## How to repair it`));
  });
});
