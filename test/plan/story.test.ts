import { expect, test } from "vitest";
import { tellPlan } from "../../src/plan/story.ts";
import { catalog } from "../checker/support.ts";
import { planText } from "./support.ts";

test("a story tells conditions, changes, what stops it, what is read at failure, and what is touched", async () => {
  const plan = await planText(
    `context: system
param limit: duration = 1h
step only "Only" when os.build > 1 {
  require os.build < 5 else "too new"
  warn "old" when os.build < 3
  when computer.is_domain_joined { ensure service("A") { state: running } } else { ensure service("B") absent }
  check "small" { directory('C:\\x').size == none or directory('C:\\x').size < 1GB } every 2h fix {
    require os.build > 2 else "never"
    with service("S") stopped { clear directory('C:\\x') { older_than: limit } }
  }
  ensure service("C") { state: running } else {
    require os.build > 3 else "too old"
    ensure service("D") absent
  }
  reboot when changed
  on failure { diagnose event_log("System", source: "X", last: 1h) }
}`.replace("context: system\n", ""),
    { target: "configmgr.baseline" },
  );
  const lines = tellPlan([plan], catalog)
    .split("\n")
    .map((line) => line.replace(/ {2}\[main\.remedy:\d+\]$/, ""));
  for (const line of [
    "sample 1.0.0, for configmgr.baseline; runs as SYSTEM",
    "  limit: 1h",
    "1. Only (only), only when os.build > 1",
    "   requires os.build < 5, else it stops here: too new",
    '   warns "old" when os.build < 3',
    "   when computer.is_domain_joined:",
    "      ensures service A: state running",
    "   else:",
    "      ensures service B is absent",
    "   checks \"small\": directory('C:\\x').size == none or directory('C:\\x').size < 1GB, fixed at most once in 2h; if not:",
    "      only if os.build > 2, else blocked: never",
    "      with service S stopped meanwhile, and started again if running before:",
    "         clear directory C:\\x (older_than: 1h)",
    "   ensures service C: state running",
    "   where its own fix does not make it so:",
    "      requires os.build > 3, else it stops here: too old",
    "      ensures service D is absent",
    "   asks for a restart when changed, if something changed or something below is not as it should be",
    "   when something here fails:",
    "      diagnose event log System source X",
    "  directory: C:\\x",
    "  service: A, B, S, C, D",
  ])
    expect(lines).toContain(line);
  expect(lines.indexOf("May change")).toBeLessThan(lines.indexOf("  service: A, B, S, C, D"));
  expect(lines.indexOf("  service: A, B, S, C, D")).toBeLessThan(lines.indexOf("Only reads"));
});

test("a block that is left of an unrolled each or a folded when shows in the story as its statements alone", async () => {
  const plan = await planText(`step only "Only" {
  each x in ["A", "B"] { require service(x).exists else "no"
    ensure service(x) { state: running } }
}`);
  expect(plan.steps[0]?.body.map((node) => node.kind)).toEqual(["with", "with"]);
  const lines = tellPlan([plan], catalog)
    .split("\n")
    .map((line) => line.replace(/ {2}\[main\.remedy:\d+\]$/, ""));
  expect(lines.filter((line) => line.startsWith("   "))).toEqual([
    "   requires service(x).exists, else it stops here: no",
    "   ensures service A: state running",
    "   requires service(x).exists, else it stops here: no",
    "   ensures service B: state running",
  ]);
});
