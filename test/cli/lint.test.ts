import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, readText, remedyc, remedyText } from "./support.ts";

const HTTP = remedyText().replace(
  'ensure service("Spooler") { state: running }',
  `ensure registry_value('HKLM\\SOFTWARE\\A', "V") { data: "http://a.contoso.com" }`,
);
const WHEN = remedyText()
  .replace("ensure service", "when computer.is_domain_joined == true and computer.is_virtual != false { ensure service")
  .replace("running }", "running } }");
const plain = remedyText();
/** A line above the one with the address. */
const above = (comment: string) => HTTP.replace("    ensure", `    ${comment}\n    ensure`);
const beside = (comment: string) => HTTP.replace('.com" }', `.com" } ${comment}`);
const SWITCH = '// lint: off http-address because "it is the tunnel\'s"';

const lint = (files: Parameters<typeof createFolder>[0], ...args: readonly string[]) => remedyc(createFolder(files), "lint", ".", ...args);
const codes = ({ stderr }: { readonly stderr: string }) =>
  [...stderr.matchAll(/(error|warning|note) (RMD\d+)/g)].map((match) => `${match[1]} ${match[2]}`);

describe("remedyc lint", () => {
  test("tells what it finds, and ends with 0: a warning is no failure", async () => {
    const found = await lint({ "a.remedy": HTTP, "b/c.remedy": remedyText("other") });
    expect([found.exitCode, found.stdout, codes(found)]).toEqual([0, "", ["warning RMD6042"]]);
    expect(found.stderr).toMatch(/^a\.remedy:7:\d+: warning RMD6042: /);
    expect(await lint({ "a.remedy": plain })).toEqual({ exitCode: 0, stdout: "1 file: nothing found\n", stderr: "" });
  });

  test("what the compiler says stands beside it, and what does not compile is not linted", async () => {
    const unused = HTTP.replace("remedy", "let never = 1\nremedy");
    expect(codes(await lint({ "a.remedy": unused }))).toEqual(["warning RMD2007", "warning RMD6042"]);
    const broken = await lint({ "a.remedy": HTTP.replace("data", "dat"), "b.remedy": HTTP.replace("remedy sample", "remedy other") });
    expect([broken.exitCode, codes(broken).filter((code) => code.endsWith("6042"))]).toEqual([1, ["warning RMD6042"]]);
  });

  test("a parameter that only the build is given is a note", async () => {
    const text = remedyText("sample", "standalone", "  /// N.\n  param n: string\n").replace('"Spooler"', "n");
    const { exitCode, ...rest } = await lint({ "a.remedy": text });
    expect([exitCode, codes({ ...rest })]).toEqual([0, ["note RMD7003"]]);
    expect((await lint({ "a.remedy": text }, "--set", "n=A")).stderr).toBe("");
  });

  test("a finding in an imported part is told once, at its place, and a switch there counts", async () => {
    const part = (comment = "") => `part p() {\n  warn "ä" when os.build < 1 ${comment}\n}\n`;
    const user = (name: string) =>
      remedyText(name).replace("ensure service", "use p()\n    ensure service").replace("///", 'import "./p.remedy"\n///');
    const files = { "a.remedy": user("a"), "b.remedy": user("b") };
    const found = await lint({ ...files, "p.remedy": part() });
    expect([found.stderr.match(/^p\.remedy:2:3: warning RMD6040/gm)?.length, codes(found)]).toEqual([1, ["warning RMD6040"]]);
    const off = part('// lint: off lost-characters because "the console shows it"');
    expect((await lint({ ...files, "p.remedy": off })).stderr).toBe("");
    // By itself a part has no plan: nobody knows whether its switch is needed.
    expect((await lint({ "p.remedy": off })).stderr).toBe("");
  });

  test("JSON and SARIF, with what a service shows of the rules", async () => {
    const json = JSON.parse((await lint({ "a.remedy": HTTP }, "--format", "json")).stdout) as object;
    expect(json).toMatchObject({ files: ["a.remedy"], repaired: [], diagnostics: [{ code: "RMD6042", severity: "warning" }] });
    const sarif = JSON.parse((await lint({ "a.remedy": HTTP }, "--format", "sarif")).stdout) as {
      runs: [
        {
          tool: { driver: { rules: { id: string; name: string; shortDescription: { text: string } }[] } };
          results: { ruleId: string; ruleIndex: number }[];
        },
      ];
    };
    const [{ tool, results }] = sarif.runs;
    const rule = tool.driver.rules[results[0]?.ruleIndex ?? -1];
    expect(rule).toMatchObject({ id: "RMD6042", name: "http-address", shortDescription: { text: "an address with http" } });
    expect(tool.driver.rules.length).toBeGreaterThan(12);
  });

  test.each([
    ["0", 1],
    ["1", 0],
  ])("--max-warnings %s with one warning: %i", async (most, exitCode) => {
    const found = await lint({ "a.remedy": HTTP }, "--max-warnings", most);
    expect([found.exitCode, codes(found).includes("error RMD6095")]).toEqual([exitCode, exitCode === 1]);
  });

  test.each(["-1", "1.5", "many"])("--max-warnings %s is wrong usage", async (most) => {
    expect(await lint({ "a.remedy": plain }, "--max-warnings", most)).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("switches", () => {
  test.each<[what: string, text: string, found: readonly string[]]>([
    ["above the line", above(SWITCH), []],
    ["above, with another comment between", above(`${SWITCH}\n    // More of it.`), []],
    ["beside the line", beside(SWITCH), []],
    ["by the code", beside(SWITCH.replace("http-address", "rmd6042")), []],
    ["for the file", `${SWITCH}\n${HTTP}`, []],
    ["at another line", HTTP.replace("  version", `  ${SWITCH}\n  version`), ["warning RMD6042", "warning RMD6092"]],
    ["of another rule", above(SWITCH.replace("http-address", "secret-text")), ["warning RMD6042", "warning RMD6092"]],
    ["without a reason", above("// lint: off http-address"), ["warning RMD6042", "warning RMD6091"]],
    ["with an empty reason", above('// lint: off http-address because ""'), ["warning RMD6042", "warning RMD6091"]],
    ["of no rule", above(SWITCH.replace("http", "htp")), ["warning RMD6042", "warning RMD6093"]],
    ["a text that looks like one", plain.replace('"Sample"', '"// lint: off"'), []],
  ])("%s", async (_, text, found) => expect(codes(await lint({ "a.remedy": text })).sort()).toEqual([...found].sort()));

  test.each<[setting: object, exitCode: number, found: readonly string[]]>([
    [{ "http-address": "error" }, 1, ["error RMD6042"]],
    [{ "http-address": "note" }, 0, ["note RMD6042"]],
    [{ RMD6042: "off" }, 0, []],
    [{ "htp-address": "off" }, 0, ["warning RMD6042", "warning RMD6093"]],
    [{ "http-address": "never" }, 1, ["error RMD7030"]],
  ])("of the configuration: %j", async (setting, exitCode, found) => {
    const result = await lint({ "a.remedy": HTTP, "remedyc.config.json": JSON.stringify({ lint: setting }) });
    expect([result.exitCode, codes(result)]).toEqual([exitCode, found]);
  });

  test("a comment for a rule that the configuration switches off is not called needless", async () => {
    const files = { "a.remedy": above(SWITCH), "remedyc.config.json": '{ "lint": { "http-address": "off" } }' };
    expect((await lint(files)).stderr).toBe("");
  });
});

describe("--fix", () => {
  const FIXED = WHEN.replace(" == true", "").replace(" != false", "");

  test("repairs in place until nothing is left, and says how much", async () => {
    const folder = createFolder({ "a.remedy": WHEN, "b.remedy": remedyText("other") });
    expect(await remedyc(folder, "lint", ".", "--fix")).toEqual({
      exitCode: 0,
      stdout: "repaired a.remedy: 2 findings\n2 files: nothing found\n",
      stderr: "",
    });
    expect(readText(folder, "a.remedy")).toBe(FIXED);
    expect((await remedyc(folder, "lint", ".", "--fix")).stdout).toBe("2 files: nothing found\n");
    expect(listFiles(folder)).toEqual(["a.remedy", "b.remedy"]);
  });

  test("without it nothing is written", async () => {
    const folder = createFolder({ "a.remedy": WHEN });
    expect(codes(await remedyc(folder, "lint", "."))).toEqual(["note RMD6045", "note RMD6045"]);
    expect(readText(folder, "a.remedy")).toBe(WHEN);
  });

  test.each([
    ["UTF-8 with a byte order mark and CRLF", (text: string) => Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`)],
    ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["line ends of all sorts", (text: string) => Buffer.from(text.replace("\n", "\r\n").replace(/\n(?= {2}title)/, "\r"))],
  ])("keeps how a file is stored: %s", async (_, store) => {
    const folder = createFolder({ "a.remedy": store(WHEN) });
    await remedyc(folder, "lint", ".", "--fix");
    expect(readFileSync(join(folder, "a.remedy"))).toEqual(store(FIXED));
  });

  test("takes a scenario that is there twice away with its lines, and a needless switch", async () => {
    const scenario = (title: string) => `scenario "${title}" for sample {\n  expect fix blocked\n}\n`;
    const folder = createFolder({
      "a.remedy": `${plain}${scenario("one")}${scenario("two")}`,
      "b.remedy": `${SWITCH}\n${remedyText("b")}`,
    });
    await remedyc(folder, "lint", ".", "--fix");
    expect([readText(folder, "a.remedy"), readText(folder, "b.remedy")]).toEqual([`${plain}${scenario("one")}`, remedyText("b")]);
  });

  test("what is switched off is not repaired", async () => {
    const text = `// lint: off compared-with-true because "it reads better"\n${WHEN}`;
    const folder = createFolder({ "a.remedy": text });
    await remedyc(folder, "lint", ".", "--fix");
    expect(readText(folder, "a.remedy")).toBe(text);
  });

  test("a file that cannot be written stays as it is, and the others are repaired", async () => {
    // The name beside it, under which it would be written first, is longer than file systems take.
    const long = `${"x".repeat(243)}.remedy`;
    const folder = createFolder({ [long]: WHEN, "y.remedy": WHEN.replace("sample", "other") });
    const found = await remedyc(folder, "lint", ".", "--fix");
    expect([found.exitCode, found.stdout]).toEqual([1, "repaired y.remedy: 2 findings\n"]);
    expect(found.stderr).toContain(`error RMD6094: '${long}' is not repaired, since it cannot be written: `);
    expect([listFiles(folder), readText(folder, long)]).toEqual([[long, "y.remedy"], WHEN]);
  });
});

test("explain tells a rule by its name as by its code", async () => {
  const folder = createFolder();
  const [byName, byCode] = [await remedyc(folder, "explain", "http-address"), await remedyc(folder, "explain", "RMD6042")];
  expect(byName.stdout).toMatch(/^# RMD6042: an address with http\n/);
  expect(byName).toEqual(byCode);
  expect(await remedyc(folder, "explain", "msi-1920")).toMatchObject({ exitCode: 0 });
});
