import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { remedyc } from "../cli/support.ts";
import { createFakeGraph } from "../graph/support/fake-graph.ts";
import { GraphServer } from "../graph/support/graph-server.ts";
import { wrongAnswers } from "../graph/support/wrong-answers.ts";
import { createOutput, publishFolder } from "./support.ts";

const PILOT = "11111111-1111-1111-1111-111111111111";
const KIOSKS = "22222222-2222-2222-2222-222222222222";
const LAPTOPS = "33333333-3333-3333-3333-333333333333";

const ASSIGNMENTS = `project: contoso
remedies:
  spooler:
    schedule: every day at 09:00
    assign:
      - group: Pilot
        include_filter: Laptops
      - all: devices
        schedule: every 4 hours
    exclude: [Kiosks, Lab]
  tls:
    assign: []
`;

let server: GraphServer;

beforeEach(async () => {
  server = await new GraphServer().start();
  server.groups.push(
    { id: PILOT, displayName: "Pilot" },
    { id: KIOSKS, displayName: "Kiosks" },
    { id: "44444444-4444-4444-4444-444444444444", displayName: "Lab" },
    { id: "55555555-5555-5555-5555-555555555555", displayName: "It's twice" },
    { id: "66666666-6666-6666-6666-666666666666", displayName: "It's twice" },
  );
  server.filters.push({ id: LAPTOPS, displayName: "Laptops" }, { id: PILOT, displayName: "Other" }, { id: KIOSKS, displayName: "More" });
});

const writes = (): string[] =>
  server.requests.filter((request) => !request.startsWith("GET")).map((request) => request.replace(/[0-9a-f-]{36}/, "ID"));

describe("remedyc publish intune", () => {
  test("makes what is missing with both switches, assigns it, and then has nothing to do", async () => {
    const folder = createOutput([{ name: "spooler" }, { name: "tls", context: "user" }, { name: "disk" }], ASSIGNMENTS);
    const { connect } = createFakeGraph(server);
    const shown = await publishFolder(folder, connect, { whatIf: true });
    expect(shown.exitCode).toBe(0);
    expect(writes()).toEqual([]);
    expect(shown.stdout).toContain("+ spooler 'Title of spooler'");
    expect(shown.stdout).toContain(
      "      + group 'Pilot', every day at 09:00, filter includes 'Laptops'\n      + all devices, every 4 hours\n      + not group 'Kiosks'",
    );
    expect(shown.stdout).toMatch(/\+ detectionScriptContent: 26 bytes, sha256 [0-9a-f]{16}\n/);
    expect(shown.stdout).toContain("3 to create, 0 to change, 0 to delete, 0 unchanged\nNothing was changed (--what-if).");

    const first = await publishFolder(folder, connect);
    expect([first.exitCode, first.stdout]).toEqual([0, expect.stringContaining("3 of 3 carried out.") as string]);
    expect(first.stderr).toContain("1 of 3: spooler created");
    expect(writes()).toEqual([
      "POST /beta/deviceManagement/deviceHealthScripts",
      "POST /beta/deviceManagement/deviceHealthScripts/ID/assign",
      "POST /beta/deviceManagement/deviceHealthScripts",
      "POST /beta/deviceManagement/deviceHealthScripts",
    ]);
    const [spooler, tls] = [...server.scripts.values()];
    expect(spooler?.properties).toMatchObject({
      displayName: "Title of spooler",
      description: "spooler 1.0.0 of fleet/a.remedy, published by remedyc: changes belong there.\nremedyc-id: contoso/spooler",
      publisher: "remedyc",
      runAs32Bit: false,
      runAsAccount: "system",
      enforceSignatureCheck: false,
      detectionScriptContent: Buffer.from("'spooler detect'\r\nexit 0\r\n").toString("base64"),
      roleScopeTagIds: ["0"],
    });
    expect(tls?.properties["runAsAccount"]).toBe("user");
    expect(spooler?.assignments).toMatchObject([
      {
        target: {
          "@odata.type": "#microsoft.graph.groupAssignmentTarget",
          groupId: PILOT,
          deviceAndAppManagementAssignmentFilterId: LAPTOPS,
          deviceAndAppManagementAssignmentFilterType: "include",
        },
        runRemediationScript: true,
        runSchedule: {
          "@odata.type": "#microsoft.graph.deviceHealthScriptDailySchedule",
          interval: 1,
          useUtc: false,
          time: "09:00:00.0000000",
        },
      },
      {
        target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" },
        runSchedule: { "@odata.type": "#microsoft.graph.deviceHealthScriptHourlySchedule", interval: 4 },
      },
      { target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget", groupId: KIOSKS } },
      { target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget" } },
    ]);

    server.requests.length = 0;
    const second = await publishFolder(folder, connect);
    expect([second.exitCode, second.stdout, writes()]).toEqual([
      0,
      "0 to create, 0 to change, 0 to delete, 3 unchanged\nNothing to do.\n",
      [],
    ]);
  });

  test("changes what differs and nothing else, and leaves assignments alone that the file does not name", async () => {
    const { connect } = createFakeGraph(server);
    await publishFolder(
      createOutput([{ name: "spooler" }, { name: "disk" }], ASSIGNMENTS.replace("  tls:\n    assign: []\n", "")),
      connect,
    );
    const [spooler, disk] = [...server.scripts.values()];
    if (!spooler || !disk) throw new Error("nothing was published");
    // As Graph may give them back.
    spooler.properties["description"] = String(spooler.properties["description"]).replaceAll("\n", "\r\n");
    disk.assignments = [{ target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" }, runSchedule: null }];
    disk.properties["runAs32Bit"] = true;
    server.requests.length = 0;
    server.bodies.length = 0;
    const later = ASSIGNMENTS.replace("every day at 09:00", "every 2 days at 21:30 UTC").replace("  tls:\n    assign: []\n", "");
    const folder = createOutput([{ name: "spooler", detect: "'spooler detect'\r\nexit 1\r\n" }, { name: "disk" }], later);
    const { stdout } = await publishFolder(folder, connect);
    expect(stdout).toContain(`~ spooler 'Title of spooler' (${spooler.id})\n    ~ detectionScriptContent: 26 bytes, sha256 `);
    expect(stdout).toContain(
      "        from line 2 on:\n        - exit 0\n        + exit 1\n    assignments:\n      - group 'Pilot', every day at 09:00, filter includes 'Laptops'\n      + group 'Pilot', every 2 days at 21:30 UTC, filter includes 'Laptops'\n",
    );
    expect(stdout).toContain("    ~ runAs32Bit: true -> false");
    expect(writes()).toEqual([
      "PATCH /beta/deviceManagement/deviceHealthScripts/ID",
      "POST /beta/deviceManagement/deviceHealthScripts/ID/assign",
      "PATCH /beta/deviceManagement/deviceHealthScripts/ID",
    ]);
    expect(server.bodies[0]).toEqual({
      "@odata.type": "#microsoft.graph.deviceHealthScript",
      detectionScriptContent: Buffer.from("'spooler detect'\r\nexit 1\r\n").toString("base64"),
    });
    expect(disk.assignments).toHaveLength(1);
  });

  test("names what is left over with --prune, and deletes only that with --delete", async () => {
    const { connect } = createFakeGraph(server);
    const [gone, other, mine] = [
      server.add({ displayName: "Gone", description: "x\nremedyc-id: contoso/gone" }),
      server.add({ displayName: "Other", description: "x\nremedyc-id: fabrikam/gone" }),
      server.add({ displayName: "By hand", description: "no mark" }),
    ];
    server.add({ displayName: "Earlier", description: "remedyc-id: contoso/earlier" });
    const earlier = [{ path: "intune.remediation/earlier.detect.ps1", target: "intune.remediation" }];
    const folder = createOutput([{ name: "tls" }], "project: contoso\nremedies:\n  earlier:\n    assign: []\n", { earlier });
    const named = await publishFolder(folder, connect, { prune: true });
    expect(named.stdout).toContain(`? gone 'Gone' (${gone.id}), no longer in the repository\n`);
    expect(named.stdout).toContain("1 to create, 0 to change, 0 to delete, 0 unchanged, 1 left over (--prune --delete removes them)");
    expect(server.scripts.has(gone.id)).toBe(true);
    const json = JSON.parse((await publishFolder(folder, connect, { prune: true, delete: true, format: "json" })).stdout) as object;
    expect(json).toMatchObject({ whatIf: false, done: ["gone"], create: 0, delete: 1, none: 1, diagnostics: [] });
    expect([server.scripts.has(gone.id), server.scripts.has(other.id), server.scripts.has(mine.id), server.scripts.size]).toEqual([
      false,
      true,
      true,
      4,
    ]);
  });

  test("asks anew where somebody else has changed a script in between, once", async () => {
    const { connect } = createFakeGraph(server);
    const folder = createOutput([{ name: "disk" }], "project: contoso");
    await publishFolder(folder, connect);
    const [disk] = [...server.scripts.values()];
    if (!disk) throw new Error("nothing was published");
    disk.properties["displayName"] = "Renamed";
    server.faults.push(undefined, undefined, { status: 412 });
    expect((await publishFolder(folder, connect)).exitCode).toBe(0);
    expect(disk.properties["displayName"]).toBe("Title of disk");
    disk.properties["displayName"] = "Renamed";
    server.faults.push(undefined, undefined, { status: 412 }, undefined, { status: 412 });
    const lost = await publishFolder(folder, connect);
    expect([lost.exitCode, lost.stderr]).toEqual([
      1,
      expect.stringContaining("error RMD8211: Somebody else is changing what PATCH /beta/deviceManagement/deviceHealthScripts/") as string,
    ]);
  });

  test.each([
    ["RMD8212", "There is a remediation 'Title of disk' already", [{ displayName: "Title of disk", description: "by hand" }]],
    [
      "RMD8213",
      "Several remediations are marked as 'disk'",
      [{ description: "remedyc-id: contoso/disk" }, { description: "remedyc-id: contoso/disk" }],
    ],
  ])("%s: %s", async (code, text, scripts) => {
    for (const script of scripts) server.add(script);
    const { connect } = createFakeGraph(server);
    const { exitCode, stderr } = await publishFolder(createOutput([{ name: "disk" }], "project: contoso"), connect);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`error ${code}: ${text}`) as string]);
    expect(writes()).toEqual([]);
  });

  test("names groups, filters and remedies that there are not, with their places, before anything is changed", async () => {
    const text = `project: contoso
remedies:
  disk:
    schedule: every hour
    assign:
      - group: Pilots
      - group: It's twice
      - group: ${PILOT}
        exclude_filter: Laptop
      - group: Pilot
    exclude: [${KIOSKS}]
  dis: { assign: [] }
`;
    const { connect } = createFakeGraph(server);
    const { exitCode, stderr } = await publishFolder(createOutput([{ name: "disk" }], text), connect);
    expect(exitCode).toBe(1);
    for (const line of [
      "RMD8214: The tenant has no group 'Pilots'.",
      "RMD8214: The tenant has several groups 'It's twice': 55555555-5555-5555-5555-555555555555, 66666666-6666-6666-6666-666666666666. Give the id of the one that is meant.",
      "RMD8214: The tenant has no assignment filter 'Laptop'. Did you mean 'Laptops'?",
      "RMD8204: 'assignments.yaml' cannot be used: the group 'Pilot' stands in 'disk' twice; a group is assigned once, or excluded.",
      "RMD8206: The build has no remedy 'dis' for the target intune.remediation. Did you mean 'disk'?",
      "assignments.yaml:12:3",
    ])
      expect(stderr).toContain(line);
    expect(writes()).toEqual([]);
  });
});

describe("interrupted at any request", () => {
  const folder = createOutput([{ name: "spooler" }, { name: "tls" }], ASSIGNMENTS);
  const options = { prune: true, delete: true } as const;
  /** A tenant with one script to delete and one to change; the third is to be made. */
  const reset = (): ReturnType<typeof createFakeGraph>["connect"] => {
    server.scripts.clear();
    server.requests.length = 0;
    server.diesAt = undefined;
    server.add({ displayName: "Gone", description: "remedyc-id: contoso/gone" });
    server.add({ displayName: "Old", description: "remedyc-id: contoso/tls", detectionScriptContent: "AAAA" });
    return createFakeGraph(server).connect;
  };
  const publishOnce = async () => {
    expect((await publishFolder(folder, reset(), options)).exitCode).toBe(0);
    return { requests: [...server.requests], state: server.snapshot() };
  };

  test.each(["lost before", "lost after"] as const)(
    "%s it is carried out: the next call completes it, a third changes nothing",
    async (mode) => {
      const { requests, state } = await publishOnce();
      expect(requests.length).toBeGreaterThan(12);
      for (let request = 1; request <= requests.length; request++) {
        const connect = reset();
        server.diesAt = { request, mode };
        const broken = await publishFolder(folder, connect, options);
        expect([request, broken.exitCode, broken.stderr]).toEqual([
          request,
          1,
          expect.stringMatching(/error RMD8208: .* did not carry out [A-Z]+ \/\S+: /) as string,
        ]);
        server.diesAt = undefined;
        expect([request, (await publishFolder(folder, connect, options)).exitCode]).toEqual([request, 0]);
        expect(server.snapshot()).toEqual(state);
        const third = await publishFolder(folder, connect, options);
        expect([request, third.stdout]).toEqual([request, "0 to create, 0 to change, 0 to delete, 2 unchanged\nNothing to do.\n"]);
      }
    },
  );

  test.each(["lost before", "lost after"] as const)("one answer to a change that is %s it costs nothing", async (mode) => {
    const { requests, state } = await publishOnce();
    for (const [i] of requests.entries()) {
      if (requests[i]?.startsWith("GET") !== false) continue;
      const connect = reset();
      server.faults.push(...Array<undefined>(i).fill(undefined), mode);
      expect((await publishFolder(folder, connect, options)).exitCode).toBe(0);
      expect(server.snapshot()).toEqual(state);
    }
  });
});

describe("a tenant that misbehaves from some request on", () => {
  test("is told with the request and what to do, and the next call completes what was begun", async () => {
    const folder = createOutput(
      [{ name: "disk" }, { name: "tls" }],
      "project: contoso\nremedies: { disk: { assign: [{ all: devices, schedule: every hour }] } }",
    );
    const reset = (): void => {
      server.scripts.clear();
      server.requests.length = 0;
      server.diesAt = undefined;
      server.add({ displayName: "Old", description: "remedyc-id: contoso/tls", detectionScriptContent: "AAAA" });
    };
    const { connect } = createFakeGraph(server);
    reset();
    await publishFolder(folder, connect);
    const [requests, state] = [[...server.requests], server.snapshot()];
    expect(requests.map((request) => request.slice(0, 4))).toEqual(["GET ", "GET ", "POST", "POST", "PATC"]);
    for (const [i, request] of requests.entries())
      for (const { answer, says } of wrongAnswers)
        for (const isDone of request.startsWith("GET") ? [false] : [false, answer.status < 300]) {
          reset();
          server.diesAt = { request: i + 1, mode: { ...answer, isDone } };
          const broken = await publishFolder(folder, connect);
          expect([request, broken.exitCode, broken.stderr]).toEqual([request, 1, expect.stringMatching(says) as string]);
          expect(broken.stderr).toMatch(/\n1 error\n$/);
          expect(broken.stderr).not.toMatch(/^\s+at |secret/m);
          server.diesAt = undefined;
          expect([request, (await publishFolder(folder, connect)).exitCode, server.snapshot()]).toEqual([request, 0, state]);
        }
  });

  test("an empty answer never means that nothing is there, of which another would be made", async () => {
    const folder = createOutput([{ name: "disk" }], "project: contoso");
    const { connect } = createFakeGraph(server);
    await publishFolder(folder, connect);
    for (const request of [1, 2]) {
      server.requests.length = 0;
      server.diesAt = { request, mode: { status: 200, body: "" } };
      const { exitCode, stderr } = await publishFolder(folder, connect);
      expect([exitCode, stderr]).toEqual([
        1,
        expect.stringMatching(/RMD8210: .* GET \/\S+ is not as it is documented: it is empty\./) as string,
      ]);
    }
    expect(server.scripts.size).toBe(1);
  });
});

test("scripts that were changed by hand after the build are refused", async () => {
  const folder = createOutput([{ name: "disk" }], "project: contoso");
  writeFileSync(join(folder, "out/intune.remediation/disk.detect.ps1"), "exit 0\r\n");
  const { exitCode, stderr } = await publishFolder(folder, createFakeGraph(server).connect);
  expect([exitCode, stderr, server.requests]).toEqual([
    1,
    expect.stringContaining(
      "error RMD8202: 'out/intune.remediation/disk.detect.ps1' is not what the build wrote: it was changed since",
    ) as string,
    [],
  ]);
});

test.each(["publish", "report"])("%s that does not know who signs in is wrong usage, before anything is asked", async (command) => {
  const folder = createOutput([{ name: "disk" }], "project: contoso");
  vi.stubEnv("AZURE_TENANT_ID", undefined);
  const options = command === "publish" ? ["--allow-unsigned"] : [];
  const { exitCode, stderr } = await remedyc(folder, command, "intune", ...options);
  vi.unstubAllEnvs();
  expect([exitCode, stderr]).toEqual([
    2,
    `error RMD8215: Who signs in is not clear: device-code needs --tenant (or the variable AZURE_TENANT_ID). See 'remedyc ${command} --help'.\n1 error\n`,
  ]);
});
