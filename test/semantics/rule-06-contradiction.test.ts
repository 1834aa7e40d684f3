import { expect, test } from "vitest";
import { findErrors, inRemedy, inStep, runRemedy, value } from "./machine.ts";

test("rule 6: two 'ensure's of one resource that name different properties merge", async () => {
  const remedy = inStep('ensure service("Agent") { startup: manual }\nensure service("agent") { state: running }');
  const [fix] = await runRemedy(remedy, "Set-Service 'Agent'", ["remediate"]);
  expect(fix?.windows.Services["Agent"]).toMatchObject({ State: "running", StartType: 3 });
});

test.each([
  ["different data", `ensure ${value("A")} { data: 1 }`, `ensure ${value("a")} { data: 2 }`, "1", "2"],
  ["different states", 'ensure service("Agent") { state: running }', 'ensure service("AGENT") { state: stopped }', "running", "stopped"],
])("rule 6: two that contradict (%s) are an error that shows both places", async (_, first, second, one, other) => {
  const [error, ...rest] = await findErrors(inRemedy(`step one "One" { ${first} }\nstep two "Two" { ${second} }`));
  expect(rest).toEqual([]);
  expect(error?.[0]).toBe("RMD4001");
  expect(error?.slice(1).sort().join("\n")).toContain(one);
  expect(error?.slice(1).sort().join("\n")).toContain(other);
  expect(error?.length).toBe(3);
});

test("rule 6: so are 'absent' and 'present' of one resource", async () => {
  const errors = await findErrors(inStep(`ensure ${value("A")} { data: 1 }\nensure ${value("A")} absent`));
  expect(errors.map(([code]) => code)).toEqual(["RMD4001"]);
});

test("rule 6: the same said twice is no contradiction", async () => {
  expect(await findErrors(inStep(`ensure ${value("A")} { data: 1 }\nensure ${value("A")} { data: 1 }`))).toEqual([]);
});

test("rule 6: an earlier one under a guard that the later one makes false is how 'remove what is stale, then install' is said", async () => {
  const install = '{ source: \'C:\\Media\\agent.exe\', signed_by: "CN=Contoso", provides: [service("Agent")] }';
  const remedy = inRemedy(`let agent = service("Agent")\nlet product = package("Agent")
    step stale "Remove what is stale" when product.exists and not agent.exists { ensure product absent }
    step install "Install" { ensure product present ${install} }`);
  const installs =
    "$global:Windows.Outcomes['agent.exe /quiet'] = @{ Code = 0; Do = 'Add-Package ''Agent'' ''agent''; Set-Service ''Agent''' }";
  const runs = await runRemedy(
    remedy.replace("signed_by:", 'arguments: ["/quiet"], signed_by:'),
    `Add-File 'C:\\Media\\agent.exe'; Add-Package 'Agent' 'old'; ${installs}`,
    ["detect", "remediate", "detect", "remediate"],
  );
  expect(runs.map((run) => run.summary.split(" ")[0])).toEqual(["NONCOMPLIANT", "FIXED", "COMPLIANT", "COMPLIANT"]);
  expect(runs[1]?.windows.Story.filter((line) => /^(remove|run)/.test(line))).toEqual(["remove Agent 64", "run agent.exe /quiet"]);
});

test("rule 6: a guard that the later one leaves true is an error", async () => {
  const remedy = inRemedy(`let agent = service("Agent")
    step stale "Stop" when agent.exists { ensure agent { state: stopped } }
    step start "Start" { ensure agent { state: running } }`);
  expect((await findErrors(remedy)).map(([code]) => code)).toEqual(["RMD4001"]);
});

test("rule 6: a 'reboot' under a guard that its step's own fix may make false is warned about", async () => {
  const remedy = inRemedy(`step stale "Stale" when package("Agent").exists { ensure package("Agent") absent\nreboot when changed }`);
  expect((await findErrors(remedy, "warning")).map(([code]) => code)).toEqual(["RMD4114"]);
});
