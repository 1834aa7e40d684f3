import { describe, expect, test } from "vitest";
import { readAssignmentsFile } from "../../src/publishing/assignments-file.ts";
import { parseSchedule, readGraphSchedule, showSchedule, toGraphSchedule } from "../../src/publishing/schedule.ts";
import { createSourceFile } from "../../src/source/source-file.ts";

/** `line:column code message` of each finding. */
function complaints(text: string): string[] {
  const source = createSourceFile("a.yaml", text, "");
  return readAssignmentsFile(source).diagnostics.map(({ code, message, span }) => {
    const before = text.slice(0, span?.start);
    return `${before.split("\n").length}:${before.length - before.lastIndexOf("\n")} ${code} ${message.replace("'a.yaml' cannot be used: ", "")}`;
  });
}

describe("the assignments file", () => {
  test.each([
    ["", "1:1 RMD8204 the file must hold 'name: value' lines with 'project', 'remedies', 'apps'."],
    [
      "remedies: {}",
      "1:1 RMD8204 it lacks 'project', which tells this repository from others in the tenant: 'project: contoso-workplace'.",
    ],
    ["project: a b", "1:10 RMD8204 the project 'a b' has other characters than letters, digits, '.', '_' and '-', or more than 64."],
    ["project: [a]", "1:10 RMD8204 'project' must be a text."],
    ["project: a\nremedys: {}", "2:1 RMD8204 the file has no 'remedys'; did you mean 'remedies'; there are project, remedies, apps."],
    ["project: a\nproject: b", "2:1 RMD8204 'project' stands there twice."],
    ["project: a\nremedies: [x]", "2:11 RMD8204 'remedies' must hold 'name: value' lines."],
    ["project: a\nremedies:\n  x:", "3:5 RMD8204 'x' must hold 'name: value' lines with 'schedule', 'assign', 'exclude'."],
    ["project: a\nremedies:\n  x: {}", "3:3 RMD8204 'x' lacks 'assign'; write 'assign: []' where nobody is to get it."],
    [
      "project: a\nremedies:\n  x: { assign: [], exclude: [G] }",
      "3:3 RMD8205 'x' only excludes groups: Intune delivers that to nobody. Name a group, or all devices, under 'assign'.",
    ],
    ["project: a\nremedies:\n  x: { assign: G }", "3:16 RMD8204 'assign' is a list: lines that begin with '- '."],
    [
      "project: a\nremedies:\n  x: { assign: [G] }",
      "3:17 RMD8204 an entry of 'assign' must hold 'name: value' lines with 'group', 'all', 'include_filter', 'exclude_filter', 'schedule'.",
    ],
    [
      "project: a\nremedies:\n  x: { assign: [{ group: G }] }",
      "3:17 RMD8204 it has no schedule; write 'schedule:' with 'every 4 hours', 'every day at 09:00', 'every 2 days at 09:00 UTC' or 'once on 2026-12-24 at 09:00'.",
    ],
    [
      "project: a\nremedies:\n  x: { schedule: every hour, assign: [{ group: G, all: users }] }",
      "3:39 RMD8204 an entry of 'assign' names one receiver: 'group: NAME', 'all: devices' or 'all: users'.",
    ],
    [
      "project: a\nremedies:\n  x: { schedule: every hour, assign: [{ all: machines }] }",
      "3:46 RMD8204 'all' is 'devices' or 'users', not 'machines'.",
    ],
    [
      "project: a\nremedies:\n  x: { schedule: every hour, assign: [{ all: users, include_filter: a, exclude_filter: b }] }",
      "3:39 RMD8204 an assignment has one filter: 'include_filter' or 'exclude_filter'.",
    ],
    [
      "project: a\nremedies:\n  x: { schedule: daily, assign: [{ all: users }] }",
      "3:18 RMD8204 'daily' is no schedule; write 'every 4 hours', 'every day at 09:00', 'every 2 days at 09:00 UTC' or 'once on 2026-12-24 at 09:00'.",
    ],
    [
      '{"project": "a", "remedies": {"x": {"assign": [{"all": "users", "schedule": "every 24 hours"}]}}}',
      "1:77 RMD8204 Intune takes 1 to 23, not 24.",
    ],
    ["project: a\n  b: c: d", "2:6 RMD8204 it is no YAML or JSON: Nested mappings are not allowed in compact mappings."],
  ])("%j: %s", (text, expected) => {
    expect(complaints(text)).toContain(expected);
  });

  test("a whole one", () => {
    expect(
      complaints(
        "project: a\nremedies:\n  x:\n    schedule: every hour\n    assign:\n      - all: users\n      - { group: G, schedule: every day at 23:59 }\n    exclude:\n      - H\n  y: { assign: [] }\n",
      ),
    ).toEqual([]);
  });
});

test.each(["every hour", "every 23 hours", "every day at 00:00", "every 2 days at 09:05 UTC", "once on 2028-02-29 at 23:59"])(
  "%s is what Graph gives back",
  (text) => {
    const schedule = parseSchedule(text);
    if ("reason" in schedule) throw new Error(schedule.reason);
    expect(showSchedule(schedule)).toBe(text);
    expect(readGraphSchedule(JSON.parse(JSON.stringify(toGraphSchedule(schedule))))).toEqual(schedule);
  },
);

test("times in other spellings are the same, and what is not known is none", () => {
  expect(
    readGraphSchedule({ "@odata.type": "#microsoft.graph.deviceHealthScriptDailySchedule", interval: 1, useUtc: true, time: "9:5:0" }),
  ).toEqual({ kind: "days", every: 1, time: "09:05:00", utc: true });
  expect([readGraphSchedule(null), readGraphSchedule({ "@odata.type": "#microsoft.graph.weekly" })]).toEqual([undefined, undefined]);
  expect(["every 0 hours", "every day at 24:00", "once on 2026-02-30 at 10:00"].map((text) => parseSchedule(text))).toEqual([
    { reason: "Intune takes 1 to 23, not 0" },
    { reason: "'24:00' is no time of day" },
    { reason: "'2026-02-30' is no date" },
  ]);
});
