import { describe, expect, test } from "vitest";
import { load, name, port, speed } from "./user-kinds.ts";

describe("a kind of a user", () => {
  test("may have words that stand for registry keys", async () => {
    const scope =
      '/** Whose. */ scope: Key</** All. @key HKLM\\SOFTWARE\\Ports */ "all" | /** One\'s. @key HKCU\\Software\\Ports */ "own">;';
    const ps1 =
      "function Read-Port { param($Scope, $Property) }\nfunction Test-Port { param($Scope, $Speed) }\nfunction Repair-Port { param($Scope, $Speed) }\n";
    const { value, diagnostics } = await load(port(`${scope}\n${speed}`), ps1);
    expect(diagnostics).toEqual([]);
    expect(value.kinds[0]?.keys[0]?.type).toEqual({
      kind: "enum",
      members: [
        { name: "all", documentation: "All.", ensurable: true, registryKey: "HKLM\\SOFTWARE\\Ports" },
        { name: "own", documentation: "One's.", ensurable: true, registryKey: "HKCU\\Software\\Ports" },
      ],
    });
  });

  test("is read with everything that the vocabulary can say", async () => {
    const text = `import type { Change, Creatable, Duration, Findings, Key as Named, Means, NamedKey, Path, Reading, Selectable, State, Stoppable } from "remedyc/kinds";
/**
 * A printer port.
 *
 * It has a queue.
 *
 * @blocker It is shared.
 * @blocker It is open.
 * @touches The spooler.
 */
export interface PrinterPort extends Creatable, Selectable, Stoppable {
  /**
   * Its name.
   * @maxLength 64
   * @pattern ^[A-Z]{3}\\d+:$
   * @limitSource the maker
   */
  name?: Named<string>;
  /** Its folders. */
  folders?: NamedKey<Path[]>;
  /** The line's state. */
  line: State<Line, /** It is dialling. */ "dialling">;
  /**
   * The wait.
   * @default 5s
   */
  timeout: Means<Duration>;
  /** The job's age; none without a job. */
  job_age?: Reading<Duration>;
  /** Whether it prints to a host. */
  prints_to(/** The host. */ target: string): boolean;
  /**
   * Empties it.
   * @guarantees It is empty.
   */
  empty(options: {
    /** Only these. */
    older_than?: Duration;
  }): Change;
  /**
   * Tells causes.
   * @guarantees Nothing is changed.
   */
  diagnose(): Findings;
}
type Line =
  /** Connected. */
  | "up"
  /** Not connected. */
  | "down";
`;
    const ps1 =
      ["Read", "Test", "Repair", "Select"]
        .map(
          (verb) =>
            `function ${verb}-PrinterPort {\n  [CmdletBinding()]\n  param(\n [Parameter(Mandatory)] [string] $Name, [string[]] $Folders = @($a, $b), $Line, [switch] $Absent, [scriptblock] $Where, $Entry, $Property)\n}`,
        )
        .join("\n") +
      "\nfunction Invoke-PrinterPortEmpty { param($Name, $Folders, $OlderThan) }\nfunction Invoke-PrinterPortDiagnose { param($Name, $Folders) }\nfunction Read-PrinterPortPrintsTo($Name, $Folders, $Target) { }\n";
    const { value, diagnostics } = await load(text, ps1);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
    expect([...value.scripts.keys()]).toEqual(["kinds/port.ps1"]);
    expect(value.kinds).toEqual([
      {
        name: "printer_port",
        noun: "PrinterPort",
        summary: "A printer port.",
        documentation: "It has a queue.",
        origin: "kinds/port.ts",
        singleton: false,
        selection: true,
        ensure: "presence",
        creatable: true,
        stoppable: true,
        blockers: ["It is shared.", "It is open."],
        touches: ["The spooler."],
        keys: [
          {
            name: "name",
            type: { kind: "string" },
            required: false,
            positional: true,
            documentation: "Its name.",
            limits: { maxLength: 64, pattern: "^[A-Z]{3}\\d+:$", source: "the maker" },
          },
          {
            name: "folders",
            type: { kind: "list", element: { kind: "path" } },
            required: false,
            positional: false,
            documentation: "Its folders.",
            limits: {},
          },
        ],
        properties: [
          {
            name: "name",
            role: "reading",
            type: { kind: "string" },
            optional: false,
            defaultValue: undefined,
            documentation: "Its name.",
            limits: { maxLength: 64, pattern: "^[A-Z]{3}\\d+:$", source: "the maker" },
          },
          {
            name: "folders",
            role: "reading",
            type: { kind: "list", element: { kind: "path" } },
            optional: true,
            defaultValue: undefined,
            documentation: "Its folders.",
            limits: {},
          },
          {
            name: "line",
            role: "state",
            type: {
              kind: "enum",
              members: [
                { name: "up", documentation: "Connected.", ensurable: true },
                { name: "down", documentation: "Not connected.", ensurable: true },
                { name: "dialling", documentation: "It is dialling.", ensurable: false },
              ],
            },
            optional: false,
            defaultValue: undefined,
            documentation: "The line's state.",
            limits: {},
          },
          {
            name: "timeout",
            role: "means",
            type: { kind: "duration" },
            optional: true,
            defaultValue: "5s",
            documentation: "The wait.",
            limits: {},
          },
          {
            name: "job_age",
            role: "reading",
            type: { kind: "duration" },
            optional: true,
            defaultValue: undefined,
            documentation: "The job's age; none without a job.",
            limits: {},
          },
        ],
        queries: [
          {
            name: "prints_to",
            parameters: [
              { name: "target", type: { kind: "string" }, required: true, positional: true, documentation: "The host.", limits: {} },
            ],
            type: { kind: "bool" },
            optional: false,
            documentation: "Whether it prints to a host.",
          },
        ],
        verbs: [
          {
            name: "empty",
            documentation: "Empties it.",
            guarantees: "It is empty.",
            options: [
              {
                name: "older_than",
                role: "means",
                type: { kind: "duration" },
                optional: true,
                defaultValue: undefined,
                documentation: "Only these.",
                limits: {},
              },
            ],
            use: "fix",
          },
          { name: "diagnose", documentation: "Tells causes.", guarantees: "Nothing is changed.", options: [], use: "failure" },
        ],
      },
    ]);
  });

  test("a demand is tested and cannot be read; quoted words are text; the last key may take the rest", async () => {
    const text = port(
      '/** Its names. */ names: RestKey<string[]>;\n/** Its version. */ version?: NamedKey<Quoted</** One. */ "1.0">>;\n/** Not these. */ excludes: Demand<string[]>;',
    );
    const { value, diagnostics } = await load(
      text,
      "function Test-Port { param($Names, $Version, $Excludes) }\nfunction Repair-Port { param($Names, $Version, $Excludes) }\nfunction Read-Port { param($Names, $Version, $Property) }",
    );
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
    expect(value.kinds[0]?.keys.map((key) => [key.name, key.variadic])).toEqual([
      ["names", true],
      ["version", undefined],
    ]);
    expect(value.kinds[0]?.keys[1]?.type).toMatchObject({ kind: "enum", quoted: true });
    expect(value.kinds[0]?.properties[0]).toMatchObject({ name: "excludes", role: "state", readable: false });
  });

  test("costs well under a second, TypeScript loaded", async () => {
    await load(port(`${name}\n${speed}`));
    const begin = performance.now();
    for (let i = 0; i < 10; i++) await load(port(`${name}\n${speed}`));
    expect((performance.now() - begin) / 10).toBeLessThan(200);
  });
});
