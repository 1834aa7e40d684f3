import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, remedyc, remedyText } from "./support.ts";

const remedy = (body: string, more = ""): string =>
  `remedy sample {\n  title: "Sample"\n  version: 1.0.0\n${more}  step one "One" {\n${body}\n  }\n}\n`;

/** The first service is looked at before the second is changed, on which it depends. */
const ORDER =
  'when service("B").state == running { ensure service("A") { state: stopped } } else { ensure service("A") { state: running } }\nensure service("B") { state: running }';

const prove = (text: string, ...args: readonly string[]) => remedyc(createFolder({ "a.remedy": text }), "prove", "a.remedy", ...args);

describe("remedyc prove", () => {
  test("says what is proved, and what was assumed", async () => {
    const { exitCode, stdout, stderr } = await prove(remedy('ensure service("A") { state: running }'), "--calm");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^proved: sample \(\d+ states for \d+ start states, \d+ ways, \d+ ms\)\n/);
    expect(stdout).toContain("Assumed:\n  - at most one thing goes wrong");
  });

  test("tells the shortest story of what is refuted, in the words of the source", async () => {
    const { exitCode, stdout, stderr } = await prove(remedy(ORDER), "--calm");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/a\.remedy:5:\d+: error RMD9002: 'sample' is not idempotent/);
    expect(stdout).toContain("  RMD9002 idempotent: ");
    expect(stdout).toMatch(/service B: there, state stopped/);
    expect(stdout).toMatch(/run 1: fixed\n {6}ok {7}service A: state running\n {6}fixed {4}service B: state running\n/);
    expect(stdout).toMatch(/run 2: fixed\n {6}fixed {4}service A: state stopped\n/);
  });

  test("notes what the remedy accepts, and what it accepts for nothing", async () => {
    const more = '  accept idempotent because "two runs settle it"\n  accept bounded because "we wait"\n';
    const { exitCode, stdout, stderr } = await prove(remedy(ORDER, more), "--calm");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/note RMD9002: .* It is accepted: two runs settle it\./);
    expect(stderr).toMatch(/note RMD9010: 'sample' accepts that 'bounded' need not hold, but it does\./);
    expect(stdout).toMatch(/^proved: sample/);
  });

  test("never calls proved what the budget cut off, and names what multiplies it", async () => {
    const { exitCode, stdout, stderr } = await prove(remedy('ensure service("A") { state: running }'), "--budget", "5");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/warning RMD9009: 'sample' is not proved: .* service A/);
    expect(stdout).toMatch(/^not finished: sample .* nothing is proved\n/);
  });

  test("does not say that nothing can break a promise about what the remedy does not name", async () => {
    const promise = 'promise "it stays" for sample {\n  always { service("B").exists }\n}\n';
    const { stderr } = await prove(`${remedy('ensure service("A") { state: running }')}${promise}`, "--calm");
    expect(stderr.match(/RMD\d{4}/g)).toEqual(["RMD4133"]);
  });

  test("gives data and findings to programs", async () => {
    const { proofs, diagnostics } = JSON.parse((await prove(remedy(ORDER), "--calm", "--format", "json")).stdout) as {
      proofs: readonly { verdict: string; refutations: readonly { code: string; moves: readonly { kind: string }[] }[] }[];
      diagnostics: readonly { code: string }[];
    };
    expect(proofs[0]?.verdict).toBe("refuted");
    expect(proofs[0]?.refutations[0]?.moves.map(({ kind }) => kind)).toEqual(["run", "run"]);
    expect(diagnostics[0]?.code).toBe("RMD9002");
    const sarif = (await prove(remedy(ORDER), "--calm", "--format", "sarif")).stdout;
    expect(sarif).toContain('"ruleId": "RMD9002"');
  });

  test("writes counterexamples as scenarios, and a page; replaces its own files and no others", async () => {
    const folder = createFolder({ "sub/a.remedy": remedy(ORDER), "mine.remedy": remedyText(), "mine.html": "<p>Mine</p>" });
    const write = (...args: readonly string[]) => remedyc(folder, "prove", "sub/a.remedy", "--calm", ...args);
    const read = (name: string): string => readFileSync(join(folder, name), "utf8");
    const first = await write("--scenarios", "found/found.remedy", "--html", "proof.html");
    expect(first.stderr).toContain("'found/found.remedy' cannot be written: there is no such file or folder");
    mkdirSync(join(folder, "found"));
    const { exitCode, stderr } = await write("--scenarios", "found/found.remedy", "--html", "proof.html");
    expect([exitCode, stderr.split("\n")[0]]).toEqual([1, "1 scenario written to found/found.remedy"]);
    const written = [read("found/found.remedy"), read("proof.html")];
    expect(written[0]).toContain('import "../sub/a.remedy"');
    expect(written[1]).toContain("<title>Proofs of remedies</title>");
    const check = await remedyc(folder, "check", "found/found.remedy");
    expect([check.exitCode, check.stderr]).toEqual([0, ""]);
    for (const args of [
      ["--scenarios", "mine.remedy"],
      ["--html", "mine.html"],
    ]) {
      const refused = await write(...args);
      expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining(`error RMD8603: '${args[1] ?? ""}' exists already`)]);
    }
    expect([read("mine.remedy"), read("mine.html")]).toEqual([remedyText(), "<p>Mine</p>"]);
    await write("--scenarios", "mine.remedy", "--html", "proof.html", "--force");
    expect(read("mine.remedy")).toContain('scenario "idempotent" for sample');
    expect(read("proof.html")).toBe(written[1]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test.each([
    ["found.txt", 2, "--scenarios takes a file ending in '.remedy'"],
    ["../found.remedy", 1, "error RMD7023: "],
  ])("--scenarios %s cannot be", async (file, exitCode, message) => {
    const refused = await prove(remedy(ORDER), "--scenarios", file);
    expect([refused.exitCode, refused.stderr]).toEqual([exitCode, expect.stringContaining(message)]);
    expect(refused.stdout).not.toContain("refuted");
  });

  test.each(["0", "1.5", "many"])("--budget %s is wrong usage", async (budget) => {
    const { exitCode, stderr } = await prove(remedy(""), "--budget", budget);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--budget takes a whole number above 0");
  });
});

describe("remedyc check", () => {
  const check = (text: string, ...args: readonly string[]) => remedyc(createFolder({ "a.remedy": text }), "check", "a.remedy", ...args);

  test("refutes at a glance what prove refutes, in every format, and accepts what the remedy does", async () => {
    const { exitCode, stderr } = await check(remedy(ORDER));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/a\.remedy:5:\d+: error RMD9002: 'sample' is not idempotent/);
    expect((await check(remedy(ORDER), "--format", "sarif")).stdout).toContain('"ruleId": "RMD9002"');
    expect((await check(remedy(ORDER), "--format", "json")).stdout).toContain('"RMD9002"');
    const accepted = await check(remedy(ORDER, '  accept idempotent because "two runs settle it"\n'));
    expect(accepted.exitCode).toBe(0);
    expect(accepted.stderr).toMatch(/note RMD9002: .* It is accepted: two runs settle it\./);
  });

  test("leaves promises to prove, and says nothing of what a glance does not come to", async () => {
    const promise = 'promise "it stays" for sample { given { package("T").exists } always { package("T").exists } }\n';
    const broken = `${remedy('ensure package("T") absent')}${promise}`;
    expect((await prove(broken, "--calm")).stderr).toContain("RMD9008");
    expect((await check(broken)).stderr).toBe("");
    const many = Array.from({ length: 300 }, (_, i) => `ensure registry_value('HKLM\\SOFTWARE\\A', "V${i}") { data: 1 }`).join("\n");
    expect((await check(remedy(many))).stderr).toBe("");
  });
});
