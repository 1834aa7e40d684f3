import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import pages from "../../src/generated/pages.json" with { type: "json" };
import { diagnosticCatalog } from "../../src/diagnostics/catalog.ts";
import { createFolder, remedyc, remedyText } from "../cli/support.ts";
import type { Outcome } from "../cli/support.ts";
import { builtInLibrary, compileText } from "../plan/support.ts";

const ENSURE = 'ensure service("S") { state: running }';

/** Errors and warnings of a text. */
const found = async (...args: Parameters<typeof compileText>): Promise<string[]> =>
  (await compileText(...args)).diagnostics.map((diagnostic) => diagnostic.code);

const appText = (means: string): string =>
  remedyText("app", "intune.win32", `  step two "Two" { ensure package("A") { ${means} } }\n  uninstall { }\n`);

const manyValues = (count: number): string =>
  Array.from({ length: count }, (_, i) => `ensure registry_value('HKLM\\SOFTWARE\\${"x".repeat(100)}${i}', "v") { data: ${i} }`).join("\n");

/** What a command says, of files in a folder. */
const said = async (files: { readonly [path: string]: string }, ...args: readonly string[]): Promise<string[]> => {
  return codesOf(await remedyc(createFolder(files), ...args));
};
const codesOf = ({ stderr }: Outcome): string[] =>
  [...stderr.matchAll(/(?:error|warning|note) (RMD\d{4}): /g)].map((match) => match[1] ?? "");
const checked = (...args: readonly string[]) =>
  said({ "a.remedy": remedyText("sample", "standalone", "  param p: int = 1\n"), "p.yaml": "p: 1\n" }, "check", "a.remedy", ...args);

/** What a build says whose folder has the scripts of the same file's first text. */
const rebuilt = async (first: string, second: string, change: (folder: string) => void, ...args: readonly string[]): Promise<string[]> => {
  const folder = createFolder({ "a.remedy": first });
  await remedyc(folder, "build", "a.remedy");
  writeFileSync(join(folder, "a.remedy"), second);
  change(folder);
  return codesOf(await remedyc(folder, "build", "a.remedy", ...args));
};
const unchanged = (): void => undefined;

/** How each code that is not a checker's is raised. */
const RAISED: { readonly [code: string]: () => Promise<string[]> } = {
  RMD4001: () => found(`${ENSURE}\nensure service("S") absent`),
  RMD4010: () => found("ensure file('a.txt') absent"),
  RMD4011: () => found("ensure file('C:\\Demo\\..\\a.txt') absent"),
  RMD4012: () => found(`ensure file('C:\\a.txt') { source: "http://h/a", sha256: "${"0".repeat(64)}" }`),
  RMD4013: () => found('ensure package("A") present { source: "https://h/a.msi", signed_by: "CN=A" }'),
  RMD4014: () => found("reboot when os.uptime > 7d"),
  RMD4020: () => found("ensure script(\"s\") {\n  test: '''exit 1'''\n  fix: '''$true'''\n}"),
  RMD4022: () => found(`warn "a" when registry_value('HKLM\\A', "b", view: both).exists`),
  RMD4023: () => found('context: user\nstep only "Only" { ensure winget_package("A.B") present }'),
  RMD4090: () => found('param p: string = "x"\nstep only "Only" { ensure script("s") { test: p, fix: p } }'),
  RMD4091: () =>
    said(
      {
        "a.remedy": `import "./a.ts"\n${remedyText().replace("ensure service", 'ensure note("N") { is: 1 }\n    ensure service')}`,
        "a.ts":
          'import type { Ensurable, Key, State } from "remedyc/kinds";\n/** A note. */\nexport interface Note extends Ensurable {\n  /** N. */\n  name: Key<string>;\n  /** I. */\n  is: State<number>;\n}\n',
        "a.ps1":
          "function Read-Note { param($Name, $Property) 1 + }\nfunction Test-Note { param($Name, $Is) }\nfunction Repair-Note { param($Name, $Is) }\n",
      },
      "build",
      "a.remedy",
    ),
  RMD4092: () => said({ "a.remedy": remedyText("nul") }, "check", "a.remedy"),
  RMD4093: () => {
    const list = `[${Array.from({ length: 300 }, (_, i) => i).join(", ")}]`;
    return found(`each a in ${list} { each b in ${list} { ${ENSURE} } }`);
  },
  RMD4094: () => {
    const lets = Array.from({ length: 20_000 }, (_, i) => `  let a${i + 1} = a${i}\n`).join("");
    return found(
      `remedy s {\n  title: "S"\n  version: 1.0\n  targets: [standalone]\n  let a0 = 1\n${lets}  step o "O" { require a20000 == 1 else "x"\n${ENSURE} }\n}`,
    );
  },
  RMD4095: () => {
    const lets = Array.from({ length: 30 }, (_, i) => `  let a${i + 1} = "\${a${i}}\${a${i}}"\n`).join("");
    return found(
      `remedy s {\n  title: "S"\n  version: 1.0\n  targets: [standalone]\n  let a0 = "0"\n${lets}  step o "O" { ensure file('C:\\Demo\\a.txt') { content: a30 } }\n}`,
    );
  },
  RMD4133: () => found(`${remedyText()}promise "p" for sample { always { service("Other").exists } }\n`),
  RMD5001: () => found(manyValues(800), { target: "intune.remediation" }),
  RMD5003: () => found(`ensure package("A") present { source: 'a.msi', sha256: "${"0".repeat(64)}" }`),
  RMD5004: () => found(`param verbose: int = 1\nstep only "Only" { ${ENSURE} }`),
  RMD5005: () => found(`param log_on: int = 1\nparam logon: int = 1\nstep only "Only" { ${ENSURE} }`),
  RMD5007: () =>
    said({ "a.remedy": remedyText("twin"), "b.remedy": remedyText("twin") }, "check", "a.remedy", "b.remedy").then(async (codes) => [
      ...codes,
      ...(await said({ "a.remedy": remedyText("twin"), "b.remedy": remedyText("twin") }, "build", "a.remedy", "b.remedy")),
    ]),
  RMD5008: () =>
    found(ENSURE, {
      library: { ...builtInLibrary, functions: builtInLibrary.functions.filter((each) => each.name !== "Test-ServiceState") },
    }),
  RMD5009: () => said({ "a.remedy": remedyText("sample", "intune.win32") }, "check", "a.remedy"),
  RMD5010: () => said({ "a.remedy": remedyText("sample", "standalone", "uninstall { }") }, "check", "a.remedy"),
  RMD5011: () => said({ "a.remedy": appText('source: "gone.msi", sha256: "x"'.replace("x", "0".repeat(64))) }, "build", "a.remedy"),
  RMD5012: () =>
    said({ "a.remedy": appText('source: "a.msi", sha256: "x"'.replace("x", "0".repeat(64))), "a.msi": "other" }, "build", "a.remedy"),
  RMD5013: () =>
    said({ "a.remedy": remedyText("sample", "configmgr.application").replace('"Sample"', `"${"x".repeat(257)}"`) }, "check", "a.remedy"),
  RMD5014: () =>
    said({ "a.remedy": remedyText("one", "configmgr.baseline"), "b.remedy": remedyText("two", "configmgr.baseline") }, "build", "."),
  RMD5016: () => said({ "a.remedy": remedyText("sample", "scheduled_task", "  context: user\n") }, "check", "a.remedy"),
  RMD7001: () => checked("--set", "q=1"),
  RMD7002: () => checked("--set", "p=x"),
  RMD7003: () => said({ "a.remedy": remedyText("sample", "standalone", "  param p: int\n") }, "check", "a.remedy"),
  RMD7004: () => checked("--set", "other.p=1"),
  RMD7005: () => checked("--set", "p"),
  RMD7010: () => said({ "a.remedy": remedyText(), "p.yaml": "a: [" }, "check", "a.remedy", "--params", "p.yaml"),
  RMD7011: () => said({ "a.remedy": remedyText(), "p.yaml": "- a" }, "check", "a.remedy", "--params", "p.yaml"),
  RMD7012: () => said({ "a.remedy": remedyText(), "p.yaml": "a:\n  b:\n    c: 1" }, "check", "a.remedy", "--params", "p.yaml"),
  RMD7020: () => checked("no.remedy"),
  RMD7021: () => checked("--params", "no.yaml"),
  RMD7022: () => said({ "a.remedy": remedyText(), out: "a file" }, "build", "a.remedy"),
  RMD7023: () => checked("--root", "elsewhere"),
  RMD7024: () => said({}, "check"),
  RMD7025: () => rebuilt(remedyText("old"), remedyText("new"), unchanged),
  RMD7026: () =>
    rebuilt(remedyText("old"), remedyText("new"), (folder) => appendFileSync(join(folder, "out/standalone/old.ps1"), "# mine"), "--clean"),
  RMD7027: () => said({ "a.remedy": remedyText(), "out/manifest.json": "{" }, "build", "a.remedy"),
  RMD7028: () => {
    const text = remedyText("sample", "standalone, configmgr.baseline");
    return rebuilt(text, text.replace("running", "stopped"), unchanged, "--target", "standalone");
  },
  RMD7029: () => said({ "empty/notes.txt": "" }, "check", "empty"),
  RMD7030: () => checked("--config", "no.json"),
  RMD7031: () => said({ "a.remedy": remedyText() }, "build", "a.remedy", "--out", "a\\b"),
  RMD7032: () => said({ "a.remedy": `part p() { ${ENSURE} }` }, "build", "a.remedy"),
  RMD7040: () => said({}, "explain", "RMD0000"),
  RMD7041: () => said({}, "explain", "services"),
  RMD7099: () => {
    // The parser's cache compares the bytes of what two files import.
    const spy = vi.spyOn(Buffer, "compare").mockImplementation(() => {
      throw new Error("injected");
    });
    const importing = (name: string) => `import "./p.remedy"\n${remedyText(name)}`;
    return said({ "p.remedy": "", "a.remedy": importing("a"), "b.remedy": importing("b") }, "check", "a.remedy", "b.remedy").finally(() =>
      spy.mockRestore(),
    );
  },
};

// RMD705x belong to the runner of scenarios, whose own tests raise them.
const codes = Object.keys(diagnosticCatalog).filter((code) => /^RMD(40\d\d|4133|50\d\d|70[0-4]\d|7099)$/.test(code));

test("the table has every code of the plan, of targets and of build inputs, and no other", () => {
  expect(codes.length).toBeGreaterThan(25);
  expect(Object.keys(RAISED)).toEqual(codes);
});

describe.each(codes)("%s", (code) => {
  test("is raised", async () => {
    expect(await RAISED[code]?.()).toContain(code);
  });

  test("has a page that says what it is and what to do", () => {
    const page = (pages as { readonly [code: string]: string })[code] ?? "";
    expect(page).toMatch(new RegExp(`^# ${code}: \\S`));
    expect(page).toMatch(/\n## How to repair it\n/);
  });
});
