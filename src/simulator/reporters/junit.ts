import type { Coverage } from "../../coverage/coverage.ts";
import { describeCheck, isPassed, sumFaults } from "../result.ts";
import type { ScenarioResult } from "../result.ts";

/** JUnit's XML as CI services read it: a suite a remedy and target, a case a scenario, its failures as text. */
export async function renderJunit(results: readonly ScenarioResult[], coverages: readonly Coverage[]): Promise<string> {
  const { default: XmlBuilder } = await import("fast-xml-builder");
  const suites = new Map<string, ScenarioResult[]>();
  for (const result of results) {
    const name = `${result.scenario.remedy} (${result.target})`;
    suites.set(name, [...(suites.get(name) ?? []), result]);
  }
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      testsuite: [...suites].map(([name, members]) => ({
        "@name": name,
        "@tests": members.length,
        "@failures": members.filter((result) => !isPassed(result)).length,
        "@time": seconds(members.reduce((sum, result) => sum + result.milliseconds, 0)),
        ...propertiesOf(members, coverages),
        testcase: members.map((result) => ({
          "@name": result.scenario.title,
          "@classname": result.scenario.remedy,
          "@time": seconds(result.milliseconds),
          ...(isPassed(result) ? {} : { failure: failuresOf(result) }),
        })),
      })),
    },
  };
  return `${new XmlBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true, suppressEmptyNode: true }).build(document).trim()}\n`;
}

/** A suite's counts of faults, and the coverage of its remedy; JUnit knows no better place for them. */
function propertiesOf(members: readonly ScenarioResult[], coverages: readonly Coverage[]): object {
  const sum = sumFaults(members);
  const coverage = coverages.find(({ remedy }) => remedy === members[0]?.scenario.remedy);
  const counts = Object.entries({
    ...(sum ? { effects: sum.effects, faults: sum.faults, survivors: sum.survivors.length } : {}),
    ...(coverage ? { coverage: coverage.percent } : {}),
    ...Object.fromEntries(Object.entries(coverage?.groups ?? {}).map(([group, share]) => [group, `${share.covered}/${share.all}`])),
  });
  return counts.length === 0 ? {} : { properties: { property: counts.map(([name, value]) => ({ "@name": name, "@value": value })) } };
}

function failuresOf(result: ScenarioResult): object[] {
  const failed = result.checks
    .filter((check) => !check.passed)
    .map((check) => ({ "@message": printable(check.name), "#text": printable(describeCheck(check)) }));
  const survivors = (result.faults?.survivors ?? []).map((survivor) => ({ "@message": "survived no fault", "#text": printable(survivor) }));
  return [...failed, ...survivors];
}

/** XML 1.0 has no control characters. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, "?");
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
