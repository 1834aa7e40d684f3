import { describe, expect, test } from "vitest";
import { createFolder, remedyc, remedyText } from "./support.ts";

const BROKEN = remedyText().replace("running", "runing");

/** Sets variables of the environment for one call. */
async function withEnvironment<T>(variables: { readonly [name: string]: string | undefined }, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(variables)) set(name, value);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) set(name, value);
  }
}

describe("text", () => {
  test("has the source line, carets under the place, and the suggestion", async () => {
    const { stderr } = await remedyc(createFolder({ "my fleet/a.remedy": BROKEN }), "check", "my fleet/a.remedy");
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/^my fleet\/a\.remedy:7:40: error RMD3015: /),
      '  7 |     ensure service("Spooler") { state: runing }',
      `    | ${" ".repeat(39)}^^^^^^`,
      expect.stringMatching(/^ {2}suggestion: .*running/),
      "1 error",
      "",
    ]);
  });

  test.each<[NO_COLOR: string | undefined, FORCE_COLOR: string | undefined, colored: boolean]>([
    [undefined, undefined, false],
    ["1", undefined, false],
    [undefined, "1", true],
    ["1", "1", false],
    ["", "1", true],
    [undefined, "0", false],
  ])("NO_COLOR %j and FORCE_COLOR %j: colour %j (standard error is no terminal here)", async (NO_COLOR, FORCE_COLOR, colored) => {
    const { stderr } = await withEnvironment({ NO_COLOR, FORCE_COLOR }, () =>
      remedyc(createFolder({ "a.remedy": BROKEN }), "check", "a.remedy"),
    );
    expect(/\u001b\[/.test(stderr)).toBe(colored);
  });
});

describe("JSON", () => {
  test("goes to standard output alone, with exact places and edits that repair", async () => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder({ "a.remedy": BROKEN }), "check", "a.remedy", "--format", "json");
    expect([exitCode, stderr]).toEqual([1, ""]);
    const { diagnostics } = JSON.parse(stdout) as {
      readonly diagnostics: readonly {
        readonly suggestion: {
          readonly edits: readonly {
            readonly place: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
            readonly text: string;
          }[];
        };
      }[];
    };
    expect(diagnostics).toMatchObject([
      {
        code: "RMD3015",
        severity: "error",
        place: { path: "a.remedy", start: { line: 7, column: 40 }, end: { line: 7, column: 46 } },
        related: [],
      },
    ]);
    const edit = diagnostics[0]?.suggestion.edits[0];
    expect(BROKEN.slice(0, edit?.place.start.offset) + String(edit?.text) + BROKEN.slice(edit?.place.end.offset)).toBe(remedyText());
  });

  test("of a build lists what was written; the folder as it was given", async () => {
    const { exitCode, stdout } = await remedyc(
      createFolder({ "a.remedy": remedyText() }),
      "build",
      "a.remedy",
      "--out",
      "to/there",
      "--format",
      "json",
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ out: "to/there", scripts: [{ file: "standalone/sample.ps1" }], diagnostics: [] });
  });
});

describe("SARIF", () => {
  test("has what SARIF 2.1.0 requires (OASIS, sections 3.13, 3.14, 3.19, 3.27, 3.30, 3.55)", async () => {
    const files = { "my fl\u00e9et #1/a b.remedy": `${BROKEN}\n${remedyText("sample")}` };
    const { exitCode, stdout } = await remedyc(createFolder(files), "check", "my fl\u00e9et #1", "--format", "sarif");
    expect(exitCode).toBe(1);
    const log = JSON.parse(stdout) as SarifLog;
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/^https:\/\/.*sarif.*2\.1\.0/);
    const [run] = log.runs;
    const { name, semanticVersion, rules } = run.tool.driver;
    expect(name).toBe("remedyc");
    expect(semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results.length).toBeGreaterThanOrEqual(2);
    for (const result of run.results) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(result.message.text).toMatch(/[.?]$/);
      for (const { physicalLocation } of [...result.locations, ...result.relatedLocations]) {
        // A relative URI reference: blanks, '#' and what is no ASCII are percent-encoded.
        expect(physicalLocation.artifactLocation.uri).toBe("my%20fl%C3%A9et%20%231/a%20b.remedy");
        const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
        expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThanOrEqual(1);
        expect(endLine > startLine || endColumn >= startColumn).toBe(true);
      }
    }
    const duplicate = run.results.find((result) => result.relatedLocations.length > 0);
    expect(duplicate?.relatedLocations[0]).toMatchObject({ id: 0, message: { text: expect.stringMatching(/\.$/) as string } });
    expect(run.results.find((result) => result.ruleId === "RMD3015")?.fixes).toMatchObject([
      { artifactChanges: [{ replacements: [{ insertedContent: { text: "running" } }] }] },
    ]);
  });

  test("findings without a place have no location", async () => {
    const { stdout } = await remedyc(createFolder(), "check", "missing.remedy", "--format", "sarif");
    expect((JSON.parse(stdout) as SarifLog).runs[0].results).toMatchObject([{ ruleId: "RMD7020", locations: [] }]);
  });
});

interface SarifLog {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly name: string; readonly semanticVersion: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly columnKind: string;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly SarifLocation[];
        readonly relatedLocations: readonly SarifLocation[];
        readonly fixes?: readonly object[];
      }[];
    },
  ];
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number };
  };
}
