import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readBuiltApps } from "../../src/cli/built-apps.ts";
import { createFolder, remedyc, remedyText } from "../cli/support.ts";
import { createFakeGraph } from "../graph/support/fake-graph.ts";
import { GraphServer } from "../graph/support/graph-server.ts";
import { Win32Server } from "../graph/support/win32-server.ts";
import { publishFolder } from "./support.ts";

const MSI = "the installer";
const SOURCE = `
let agent = package("Contoso Agent", version >= 2.4)
remedy agent {
  title: "Contoso Agent"
  version: 2.4.0
  targets: [intune.win32]
  step install "Install" { ensure agent { source: "agent.msi", sha256: "${createHash("sha256").update(MSI).digest("hex")}" } }
  uninstall { ensure agent absent }
}
`;
const ASSIGNMENTS = `project: contoso
remedies:
  sample:
    schedule: every 4 hours
    assign: [{ all: devices }]
apps:
  agent:
    intent: required
    assign:
      - group: Pilot
        include_filter: Laptops
      - all: users
        intent: available
    exclude: [Kiosks]
`;

let folder: string;
beforeAll(async () => {
  folder = createFolder({
    "a.remedy": SOURCE,
    "b.remedy": remedyText("sample", "intune.remediation"),
    "agent.msi": MSI,
    "assignments.yaml": ASSIGNMENTS,
  });
  expect((await remedyc(folder, "build", "a.remedy", "b.remedy")).exitCode).toBe(0);
});

/** A tenant of two servers: apps on one, everything else on the other. */
async function createTenant() {
  const graph = await new GraphServer().start();
  const win32 = await new Win32Server().start();
  ["Pilot", "Kiosks", "Laptops"].forEach((displayName, i) => {
    const id = `${i}1111111-1111-1111-1111-111111111111`;
    (displayName === "Laptops" ? graph.filters : graph.groups).push({ id, displayName });
  });
  const requests: string[] = [];
  const refuse = { path: "", status: 0 };
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { href: url } = input as URL;
    const path = new URL(url).pathname;
    if (init?.method !== "GET") requests.push(`${init?.method ?? ""} ${path.replace(/^\/\w/, "").replace(/[0-9a-f-]{36}/, "ID")}`);
    if (refuse.status > 0 && path.includes(refuse.path)) return Promise.resolve(new Response("{}", { status: refuse.status }));
    return globalThis.fetch(path.includes("/deviceAppManagement/") ? url.replace(graph.url, win32.url) : url, init);
  };
  const { connect } = createFakeGraph(graph, { fetch });
  return { graph, win32, requests, refuse, connect };
}

describe("remedyc publish intune with apps", () => {
  test("shows, then publishes them after the remediations, assigns them, and has nothing to do after the next build, whose keys are others", async () => {
    const { connect, graph, win32, requests } = await createTenant();
    const shown = await publishFolder(folder, connect, { whatIf: true });
    expect(shown.stdout).toMatch(/\+ app agent 'Contoso Agent'\n[^]* {4}\+ content: \d+ bytes, sha256 [0-9a-f]{16}\n/);
    const assigned = [
      "group 'Pilot', required, filter includes 'Laptops'",
      "all users, available",
      "not group 'Kiosks', required",
      "not group 'Kiosks', available",
    ];
    expect(shown.stdout).toContain(assigned.map((text) => `      + ${text}\n`).join(""));
    expect(requests).toEqual([]);

    const first = await publishFolder(folder, connect);
    expect(first.stdout).toContain("2 of 2 carried out.");
    expect(first.stderr).toBe("1 of 2: sample created\n2 of 2: app agent, 100 % of 1 MB sent\n2 of 2: app agent created\n");
    expect(requests.findIndex((each) => each.includes("deviceAppManagement"))).toBe(2);
    expect(requests.at(-1)).toMatch(/deviceAppManagement\/mobileApps\/0\/assign$/);
    const [app] = win32.apps;
    expect(app?.properties["notes"]).toMatch(/^remedyc-content: \S{44}\nremedyc-id: contoso\/agent$/);
    expect(app?.assignments).toMatchObject([
      { intent: "required", target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget" }, settings: { notifications: "showAll" } },
      { intent: "available", target: { "@odata.type": "#microsoft.graph.allLicensedUsersAssignmentTarget" } },
      { intent: "required", target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget" }, settings: null },
      { intent: "available", target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget" } },
    ]);

    requests.length = 0;
    const sha256 = (): string =>
      createHash("sha256")
        .update(readFileSync(join(folder, "out/intune.win32/agent.intunewin")))
        .digest("hex");
    const before = sha256();
    await remedyc(folder, "build", "a.remedy", "b.remedy");
    expect(sha256()).not.toBe(before);
    expect((await publishFolder(folder, connect)).stdout).toContain("2 unchanged\nNothing to do.");
    expect(requests).toEqual([]);

    // The portal's deadline of an assignment that stays, a policy set's assignment, somebody's notes and a rule that was changed.
    if (!app) throw new Error("no app");
    app.assignments = [
      { ...app.assignments[0], settings: { notifications: "hideAll" } },
      { intent: "required", target: {}, source: "policySets" },
    ];
    app.properties["notes"] = `Ask Kim.\n${String(app.properties["notes"]).replace(/: \S{44}/, `: ${"A".repeat(43)}=`)}`;
    const [rule] = app.properties["rules"] as { scriptContent: string }[];
    app.properties["rules"] = [{ ...rule, scriptContent: Buffer.from("exit 0\n").toString("base64"), runAs32Bit: true }];
    const changed = await publishFolder(folder, connect);
    expect(changed.stdout).toMatch(/~ app agent [^]* {8}agent\.detect\.ps1: 7 bytes, [^]* {10}- exit 0\n[^]*~ content: sha256 0{16} -> /);
    expect(changed.stdout).toContain("runAs32Bit: true -> false");
    expect(changed.stdout).toContain(
      `    assignments:\n${assigned
        .slice(1)
        .map((text) => `      + ${text}\n`)
        .join("")}`,
    );
    expect(app.assignments).toMatchObject([{ settings: { notifications: "hideAll" } }, { intent: "available" }, {}, {}]);
    expect(app.properties["notes"]).toMatch(/^Ask Kim\.\nremedyc-content: \S{44}\nremedyc-id: contoso\/agent$/);
    expect(requests.filter((each) => each.startsWith("PATCH"))).toHaveLength(1);

    win32.apps.push({ id: "1", properties: { displayName: "Gone", notes: "remedyc-id: contoso/gone" }, versions: [], assignments: [] });
    graph.add({ displayName: "Sample", description: "remedyc-id: contoso/gone" });
    expect((await publishFolder(folder, connect, { prune: true })).stdout).toContain(
      "? app gone 'Gone' (1), no longer in the repository\n",
    );
    const deleted = await publishFolder(folder, connect, { prune: true, delete: true, format: "json" });
    expect(JSON.parse(deleted.stdout)).toMatchObject({ done: ["gone"], doneApps: ["gone"], delete: 2 });
    expect(win32.apps.map(({ properties }) => properties["displayName"])).toEqual(["Contoso Agent"]);
  });

  test("names the permission that is missing, an app of the same name, one that is marked twice, and mistakes of the file", async () => {
    const { connect, win32, refuse } = await createTenant();
    Object.assign(refuse, { path: "/mobileApps", status: 403 });
    expect((await publishFolder(folder, connect)).stderr).toContain("the permission DeviceManagementApps.Read.All");
    Object.assign(refuse, { path: "/contentVersions" });
    expect((await publishFolder(folder, connect)).stderr).toContain("the permission DeviceManagementApps.ReadWrite.All");
    refuse.status = 0;
    win32.reset();
    const other = { properties: { displayName: "Contoso Agent" } as { [name: string]: string }, versions: [], assignments: [] };
    win32.apps.push({ id: "0", ...other });
    expect((await publishFolder(folder, connect)).stderr).toContain(
      "RMD8212: There is an app 'Contoso Agent' already (0), which this project did not publish. Delete or rename it, or hand it over: end its notes",
    );
    other.properties["notes"] = "remedyc-id: contoso/agent";
    win32.apps.push({ id: "1", ...other });
    expect((await publishFolder(folder, connect)).stderr).toContain("RMD8213: Several apps are marked as 'agent'");
    const say = async (apps: string): Promise<string> => {
      writeFileSync(join(folder, "other.yaml"), `project: contoso\napps:\n  ${apps}\n`);
      return (await publishFolder(folder, connect, { assignments: "other.yaml" })).stderr;
    };
    expect(await say("agent: { exclude: [Kiosks] }")).toContain("RMD8205: 'agent' only excludes groups");
    expect(await say("agnt: { assign: [] }")).toContain(
      "RMD8206: The build has no remedy 'agnt' for the target intune.win32. Did you mean 'agent'?",
    );
    expect(await say("agent: { assign: [{ all: users }] }")).toContain(
      "it has no intent; write 'intent:' with 'required', 'available' or 'uninstall'",
    );
    const forced = await say("agent: { intent: forced, assign: [{ all: users }] }");
    expect(forced).not.toContain("has no intent");
    expect(forced).toContain("'forced' is no intent; there are 'required'");
    expect(await say("agent: { intent: required, schedule: every hour, assign: [] }")).toContain(
      "'agent' has no 'schedule'; there are intent",
    );
  });

  test("are refused where they are not what the build wrote", async () => {
    const read = async (allowUnsigned = true): Promise<string[]> => {
      const { value, diagnostics } = await readBuiltApps(join(folder, "out"), { allowUnsigned, now: new Date(), show: (path) => path });
      await value?.close();
      return diagnostics.map(({ code, message }) => `${code} ${message}`);
    };
    expect(await read()).toEqual([]);
    expect(await read(false)).toHaveLength(3);
    expect((await read(false))[0]).toContain("RMD8203 'intune.win32/agent.detect.ps1' is not signed.");
    const place = (name: string): string => join(folder, "out", name);
    const spoil = async (name: string, change: (path: string) => void): Promise<string> => {
      const [bytes, manifest] = [readFileSync(place(name)), readFileSync(place("manifest.json"))];
      change(place(name));
      const said = await read();
      writeFileSync(place(name), bytes);
      writeFileSync(place("manifest.json"), manifest);
      return said.join("\n");
    };
    const edit = (change: (text: string) => string) => (path: string) => writeFileSync(path, change(readFileSync(path, "utf8")));
    /** Has the manifest say what the file is now. */
    const follow = (change: (path: string) => void) => (path: string) => {
      const hash = (): string => createHash("sha256").update(readFileSync(path)).digest("hex");
      const before = hash();
      change(path);
      edit((text) => text.replaceAll(before, hash()))(place("manifest.json"));
    };
    const [settings, content, install] = ["app.json", "intunewin", "install.ps1"].map((end) => `intune.win32/agent.${end}`) as [
      string,
      string,
      string,
    ];
    const append = (path: string): void => appendFileSync(path, "\n");
    expect(await spoil(settings, append)).toContain(`RMD8202 '${settings}' is not what the build wrote: it was changed since.`);
    expect(await spoil(content, append)).toContain(`RMD8202 '${content}' is not what the build wrote: it was changed since.`);
    expect(await spoil(content, rmSync)).toContain(`RMD8202 '${content}' is not what the build wrote: there is no such file`);
    expect(await spoil(install, append)).toContain(`RMD8202 '${install}'`);
    expect(await spoil(install, follow(append))).toContain(
      `RMD8202 '${content}' is not what the build wrote: its 'agent.install.ps1' is another than the build's.`,
    );
    const swap = edit((text) => text.replace(/("scriptContent": ")[^"]+/, "$1ZXhpdA=="));
    expect(await spoil(settings, follow(swap))).toContain("its rule 'agent.detect.ps1' has another script than the build's");
    const manifest = "manifest.json";
    expect(
      await spoil(
        manifest,
        edit((text) => text.replace(`"content": "${content}"`, `"content": "../x"`)),
      ),
    ).toContain("RMD8201");
    expect(
      await spoil(
        manifest,
        edit((text) => text.replace(`"settings": "${settings}"`, `"settings": null`)),
      ),
    ).toContain("RMD8201");
  });
});
