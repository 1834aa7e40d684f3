import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileRecipeText, createKindFaultSample, startRecipeRunner } from "../../simulator/recipe-support.ts";
import type { RecipeRunner } from "../../simulator/recipe-support.ts";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
const count = (more: string) => `$script:Calls = @(); Read-EventLogCount -Log 'System' ${more}; $script:Calls`;

beforeAll(async () => {
  result = await runCases({
    functions: ["Read-EventLogCount"],
    fakes: [],
    setup: `function Get-Clock { [datetime]::new(2026, 11, 30, 8, 0, 0, [DateTimeKind]::Utc) }
function Get-Tick { 5000 }
function Measure-EventRecord([string] $Log, [string] $Query, [int] $Most, [long] $Until) {
    $script:Calls += "$Log $Query $Most until $Until"
    if ($Query.Contains('Broken')) { throw 'The specified channel could not be found.' }
    [Math]::Min($Most, $(if ($Query.Contains('ID=')) { 60 * $Query.Split('=').Count - 120 } else { 7 }))
}`,
    cases: {
      "of an hour": count(""),
      "of all": count(
        "-Source 'SCM' -Last ([timespan]'1.00:00:00') -Ids @(7009, 7000, 7009) -Levels @('information', 'critical', 'error', 'information')",
      ),
      "of one": count("-Ids @(0) -Levels @('verbose')"),
      "of many": count("-Ids @(1..22)"),
      unreadable: count("-Source 'Broken'"),
      "of no ids": count("-Ids @()"),
      "of no levels": count("-Levels @()"),
      "of too long": count("-Last ([timespan]'900000.00:00:00')"),
    },
  });
});

describe("event_log.count", () => {
  const query = (since: string, more = "") => `*[System[TimeCreated[@SystemTime>='${since}:00:00.0000000Z']${more}]]`;

  test("asks for what is named, an hour back where nothing is said", () => {
    expect(result("of an hour").output).toEqual([7, `System ${query("2026-11-30T07")} 1000 until 35000`]);
    expect(result("of all").output[1]).toBe(
      `System ${query("2026-11-29T08", ' and Provider[@Name="SCM"] and (EventID=7000 or EventID=7009) and (Level=0 or Level=1 or Level=2 or Level=4)')} 1000 until 35000`,
    );
    expect(result("of one").output[1]).toBe(`System ${query("2026-11-30T07", " and (EventID=0) and (Level=5)")} 1000 until 35000`);
  });

  test("asks for ids by tens, until there are a thousand", () => {
    const [total, ...calls] = result("of many").output;
    expect(total).toBe(1000);
    expect(calls.map((call) => [String(call).match(/EventID/g)?.length, String(call).replace(/^.*\]\] /, "")])).toEqual([
      [10, "1000 until 35000"],
      [10, "400 until 35000"],
      [2, "0 until 35000"],
    ]);
  });

  test("is never 0 where it cannot be told", () => {
    expect(result("unreadable")).toEqual({ output: [], error: "The specified channel could not be found." });
    for (const name of ["of no ids", "of no levels"])
      expect(result(name), name).toEqual({ output: [], error: "an empty list names no event" });
    expect(result("of too long").error).not.toBe("");
  });
});

const RECIPE = `
remedy calm {
  title: "Services start in time"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step scm "Service control manager" {
    require event_log("System", source: "Service Control Manager", last: 24h).count(ids: [7000, 7009], levels: [error]) < 3 else "Services fail."
    when event_log("Contoso/Agent").count(levels: [critical]) > 2 {
      ensure service("Spooler") { state: running }
    }
  }
}

scenario "three" for calm {
  given { event_log("System", source: "Service Control Manager").count(ids: [7009]): 3 }
  expect detect blocked
}

scenario "others than those" for calm {
  given {
    event_log("System", source: "Contoso").count(ids: [7009]): 3
    event_log("System", source: "Service Control Manager").count(ids: [7036]): 3
    event_log("System", source: "Service Control Manager").count(ids: [7000], levels: [warning]): 3
    event_log("Application", source: "Service Control Manager").count(ids: [7000]): 3
  }
  expect detect compliant
}

scenario "an agent that fails" for calm {
  given {
    event_log("Contoso/Agent").count(levels: [critical]): 3
    service("Spooler") { state: stopped }
  }
  expect detect noncompliant
  expect fix succeeded
}

scenario "no such log" for calm {
  given { event_channel("Contoso/Agent") { known: false } }
  expect detect blocked
}

scenario "a trace that is recorded" for calm {
  given { event_channel("Contoso/Agent") { direct: true } }
  expect detect blocked
}
`;

describe("a recipe with event_log.count", async () => {
  const recipe = await compileRecipeText(RECIPE);
  let runner: RecipeRunner;
  beforeAll(async () => {
    runner = await startRecipeRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(recipe.scenarios.map(({ title }) => title))(
    "%s",
    async (title) => {
      expect(await runner.failuresOf(recipe, title, "intune.remediation")).toEqual([]);
    },
    120_000,
  );

  test("stands every fault", async () => {
    const { faults, survivors } = await runner.faultsOf(
      recipe,
      "an agent that fails",
      "intune.remediation",
      createKindFaultSample().choose,
    );
    expect(survivors).toEqual([]);
    expect(faults).toBeGreaterThan(4);
  }, 300_000);

  test.each([
    ["[7000, 7009]", "[70000]", "the most is 65535"],
    ["[error]", "[fatal]", "'critical', 'error', 'warning', 'information' or 'verbose'"],
    ['"Service Control Manager"', "'a\" or \"b'", "it must fit the pattern"],
  ])("%s as %s is refused", async (text, wrong, why) => {
    await expect(compileRecipeText(RECIPE.replace(text, wrong))).rejects.toThrow(why);
  });
});
