import { beforeAll, describe, expect, it } from "vitest";
import { createFeature } from "../../src/simulator/features.ts";
import { createFirewallRule } from "../../src/simulator/firewall.ts";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import type { Machine, RegistryValue } from "../../src/simulator/machine.ts";
import { addRegistryKey, setRegistryValue } from "../../src/simulator/tables.ts";
import { BACK, DEMO, differences, file, journal, machine, service, standalone, value } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

/* What each kind of change is undone to. */

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

const script = (body: string, head?: string): ReturnType<typeof standalone> => standalone(simulation, body, head);

const OLD: Readonly<Record<string, RegistryValue>> = {
  number: { type: "DWord", data: -2 },
  long: { type: "QWord", data: 5_000_000_000 },
  text: { type: "String", data: "plain" },
  empty: { type: "String", data: "" },
  odd: { type: "String", data: "100% \"quoted\" 'single' <tag> \\ back\r\n\ttab é 漢 \u0001 " },
  date: { type: "String", data: "2026-01-01T00:00:00" },
  slash: { type: "String", data: "/Date(0)/" },
  expand: { type: "ExpandString", data: "%SystemRoot%\\x" },
  none: { type: "MultiString", data: [] },
  blank: { type: "MultiString", data: [""] },
  list: { type: "MultiString", data: ["a", "", "2026-01-01T00:00:00", "é"] },
  bytes: { type: "Binary", data: [0, 1, 255] },
  noBytes: { type: "Binary", data: [] },
  untyped: { type: "None", data: [7] },
  "2026-01-01T00:00:00": { type: "DWord", data: 5 },
  "": { type: "String", data: "default" },
};

describe("registry values come back", () => {
  const fills = (made: Machine): void => {
    for (const [name, one] of Object.entries(OLD)) setRegistryValue(made, DEMO, name, one);
  };
  const ensure = (state: (name: string) => string): string =>
    Object.keys(OLD)
      .map((name) => `ensure registry_value('${DEMO}', "${name}") ${state(name)}`)
      .join("\n");

  it.each([
    ["a DWORD", ensure(() => "{ data: 77 }")],
    ["a text", ensure(() => '{ data: "new" }')],
    ["a list, by the general functions", ensure(() => '{ data: ["x", "y"] }')],
    ["nothing", ensure(() => "absent")],
  ])("of every type, after a fix made each %s", async (_, body) => {
    const before = machine(fills);
    const run = await script(body);
    const fixed = await run(before);
    expect(fixed.exitCode, fixed.output.join("\n")).toBe(0);
    expect(differences(before, fixed.machine)).not.toEqual([]);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 16 of 16 undone, of the run \S+$/)]);
    expect(back.exitCode).toBe(0);
    expect(back.machine.registry[DEMO]).toEqual(before.registry[DEMO]);
    expect(differences(before, back.machine)).toEqual([]);
  });

  it("where there were none, with the keys that were made for them", async () => {
    const before = machine();
    const run = await script(
      `ensure registry_value('${DEMO}\\A\\B', "x") { data: 1 }\nensure registry_value('${DEMO}\\A', "y", view: 32) { data: 1 }`,
    );
    const fixed = await run(before);
    expect(differences(before, fixed.machine).length).toBeGreaterThan(2);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("as do settings of Microsoft Defender Antivirus, with the exclusions of others as they were", async () => {
    const before = machine(({ defender }) => Object.assign(defender.preferences, { MAPSReporting: 0, DisableRealtimeMonitoring: true }));
    const run = await script(
      "ensure defender { cloud_protection: advanced, real_time_protection: true, scan_time: \"12:30\", excluded_paths: ['C:\\New'] }",
    );
    const fixed = await run(before);
    expect(differences(before, fixed.machine).length).toBeGreaterThan(3);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 4 of 4 undone, /)]);
    expect(back.machine.defender.preferences).toEqual(before.defender.preferences);
  });

  it("as do scheduled tasks that were registered or switched, while a deleted one is named", async () => {
    const before = machine();
    const run = await script(
      `ensure scheduled_task('\\New') { enabled: false, definition: "<Task><Settings/></Task>" }
       ensure scheduled_task('\\Contoso\\Inventory') { enabled: false }
       ensure scheduled_task('\\Microsoft\\Windows\\Defrag\\ScheduledDefrag') absent`,
    );
    const fixed = await run(before);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([
      expect.stringMatching(/^UNDONE .* 3 of 4 undone, .*; left: scheduled task .*ScheduledDefrag was deleted: cannot be undone/),
    ]);
    expect(back.machine.tasks).toEqual({ "\\Contoso\\Inventory": before.tasks["\\Contoso\\Inventory"] });
  });

  it("and of Schannel; the restart that they need is asked for again", async () => {
    const before = machine();
    const run = await script('ensure tls("1.0") { client: off }');
    const fixed = await run(before);
    expect(fixed.exitCode).toBe(3010);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE .*; restart needed$/)]);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([3010, []]);
  });

  it("but one of a type that .NET does not know is left and named", async () => {
    const before = machine(value("link", { type: "Unknown", data: null }));
    const run = await script(`ensure registry_value('${DEMO}', "link") { data: 1 }`);
    const back = await run((await run(before)).machine, BACK);
    expect(back.output).toEqual([
      expect.stringContaining("left: registry value HKLM\\SOFTWARE\\Demo link: it was of a type that cannot be written"),
    ]);
    expect(back.exitCode).toBe(20001);
  });
});

describe("registry keys come back", () => {
  it("one that was made goes where it is empty, and stays where others have put something in", async () => {
    const before = machine();
    const run = await script(`ensure registry_key('${DEMO}\\A') present`);
    const fixed = await run(before);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
    setRegistryValue(fixed.machine, `${DEMO}\\A`, "theirs", { type: "DWord", data: 1 });
    const kept = await run(fixed.machine, BACK);
    expect(kept.exitCode).toBe(20001);
    expect(kept.output[0]).toContain(
      "left: registry key HKLM\\SOFTWARE\\Demo\\A: it holds what others have put there; registry key HKLM\\SOFTWARE\\Demo: it holds",
    );
    expect(differences(fixed.machine, kept.machine)).toEqual([]);
  });

  it("one that was deleted has its values and all below it again", async () => {
    const before = machine(
      value("a", { type: "DWord", data: 1 }),
      value("b", { type: "Binary", data: [1] }, `${DEMO}\\One\\Two`),
      value("", { type: "String", data: "é" }, `${DEMO}\\Other`),
      (made) => void addRegistryKey(made, `${DEMO}\\Empty`),
    );
    const run = await script(`ensure registry_key('${DEMO}') absent`);
    const fixed = await run(before);
    expect(fixed.machine.registry[DEMO]).toBeUndefined();
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("one with more than 1,000 keys and values is not kept, and is named", async () => {
    const before = machine((made) => {
      for (let i = 0; i < 1001; i++) setRegistryValue(made, DEMO, `v${i}`, { type: "DWord", data: i });
    });
    const run = await script(`ensure registry_key('${DEMO}') absent`);
    const fixed = await run(before);
    expect(fixed.exitCode).toBe(0);
    expect(journal(fixed)).toHaveLength(1);
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain("left: registry key HKLM\\SOFTWARE\\Demo: cannot be undone, too large to be kept");
  });
});

describe("local groups come back", () => {
  const body = String.raw`ensure local_group("S-1-5-32-544") { only: ['CONTOSO\ann'] }
ensure local_group('.\Operators') { includes: ["S-1-1-0"], description: "They operate" }`;

  it("member by member, a description, and one that was made goes", async () => {
    const before = machine();
    const run = await script(body);
    const fixed = await run(before);
    expect(fixed.exitCode, fixed.output.join("\n")).toBe(0);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 5 of 5 undone/)]);
    expect(differences(before, back.machine)).toEqual([]);
  });

  it("as do accounts; one that was made goes", async () => {
    const before = machine((made) => void (made.variables.process["KIOSK"] = "x"));
    const body = String.raw`ensure local_user("Guest") { enabled: true, full_name: "Visitor" }
ensure local_user('.\kiosk') { may_change_password: false, description: "Kiosk", password: secret.env("KIOSK") }`;
    const run = await script(body);
    const fixed = await run(before);
    expect(fixed.exitCode, fixed.output.join("\n")).toBe(0);
    const back = await run(fixed.machine, BACK);
    expect(back.output).toEqual([expect.stringMatching(/^UNDONE sample 1\.0\.0 \| 4 of 4 undone/)]);
    expect(differences(before, back.machine)).toEqual([]);
  });

  it("but one that was made and that others use stays", async () => {
    const run = await script(body);
    const fixed = await run(machine());
    for (const members of Object.values(fixed.machine.groups)) if (members.includes("S-1-1-0")) members.push("S-1-5-11");
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain("it has members that others have added");
  });
});

describe("the time zone comes back", () => {
  it("by its id, with the startup of the service that sets it", async () => {
    const run = await script('ensure time_zone { id: "W. Europe Standard Time", automatic: false }');
    const known = machine(service("tzautoupdate", { startType: "manual" }), (made) => {
      addRegistryKey(made, "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Time Zones\\W. Europe Standard Time");
    });
    const fixed = await run(known);
    expect(differences(known, fixed.machine)).toHaveLength(2);
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 2 of 2 undone/);
    expect(differences(known, back.machine)).toEqual([]);
  });
});

describe("what was changed in a file comes back", () => {
  it("with the whole file as it was", async () => {
    const body = String.raw`ensure file_line('C:\Contoso\app.conf', "mode=fast") present { pattern: '^mode=' }
ensure ini_value('C:\Contoso\app.conf', "server", "url") { value: "x" }
ensure json_value('C:\Contoso\new\c.json', "/a") { data: 1, create_file: true }
ensure ini_value('C:\Contoso\new\b.ini', "server", "url") { value: "x", create_file: true }`;
    const run = await script(body);
    const before = machine(file("C:\\Contoso\\app.conf", "a\nmode=slow\n"));
    const fixed = await run(before);
    expect(fixed.machine.files["C:\\Contoso\\app.conf"]?.content).toBe("a\nmode=fast\n[server]\nurl=x\n");
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 5 of 5 undone/);
    expect(differences(before, back.machine)).toEqual([]);
  });
});

describe("optional features and devices come back", () => {
  it("enabled or disabled as they were", async () => {
    const run = await script(
      'ensure windows_feature("SMB1Protocol") { enabled: false }\nensure windows_feature("NetFx3") { enabled: true }\neach d in pnp_device(class == "Net") { ensure d { enabled: false } }\nensure windows_capability("A~~~~0.0.1.0") absent',
    );
    const known = createHealthyMachine();
    known.features["SMB1Protocol"] = createFeature(true);
    known.features["A~~~~0.0.1.0"] = createFeature(true);
    const fixed = await run(known);
    expect(differences(known, fixed.machine)).toHaveLength(4);
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 4 of 4 undone/);
    expect(differences(known, back.machine)).toEqual([]);
  });
});

describe("certificates come back", () => {
  it("but for those with a private key", async () => {
    const key = "HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ca\\Certificates";
    const give =
      (digit: string, hasKey: number) =>
      (made: Machine): void => {
        setRegistryValue(made, `${key}\\${digit.repeat(40)}`, "Subject", { type: "String", data: "CN=Sample" });
        setRegistryValue(made, `${key}\\${digit.repeat(40)}`, "NotAfter", { type: "QWord", data: made.clock.now + 86_400_000 });
        setRegistryValue(made, `${key}\\${digit.repeat(40)}`, "HasPrivateKey", { type: "DWord", data: hasKey });
        const data = Buffer.from(`certificate ${digit.repeat(40)}`).toString("base64");
        setRegistryValue(made, `${key}\\${digit.repeat(40)}`, "Data", { type: "String", data });
      };
    const run = await script(["A", "B"].map((digit) => `ensure certificate("${digit.repeat(40)}", store: ca) absent`).join("\n"));
    const fixed = await run(machine(give("A", 0), give("B", 1)));
    expect(Object.keys(fixed.machine.registry).filter((name) => name.startsWith(`${key}\\`))).toEqual([]);
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 1 of 2 undone, .*left: certificate B{40} was taken out of ca/);
    expect(Object.keys(back.machine.registry).filter((name) => name.startsWith(`${key}\\`))).toEqual([`${key}\\${"A".repeat(40)}`]);
  });
});

describe("a profile of the firewall, rules, a network interface and routes come back", () => {
  it("with what was changed of them", async () => {
    const before = machine((made) => {
      const key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\StandardProfile";
      for (const name of ["EnableFirewall", "DefaultInboundAction", "DoNotAllowExceptions", "DisableNotifications"])
        setRegistryValue(made, key, name, { type: "DWord", data: name === "DefaultInboundAction" ? 1 : 0 });
      made.firewallRules["Contoso"] = [{ ...createFirewallRule(), localPorts: "443,80" }];
      for (const n of [2, 3, 4]) made.routes[`10.${n}0.0.0/16 10.0.0.${n < 3 ? 9 : 1} Ethernet`] = { metric: n, kept: true, active: true };
    });
    const run = await script(`ensure firewall_profile("private") { enabled: true, inbound: block_all, notify: false }
      ensure firewall_rule("Contoso") { local_ports: ["443"], service: "Dnscache", enabled: false }
      ensure firewall_rule("New") { direction: outbound, action: block } ensure route("10.20.0.0/16") { next_hop: "10.0.0.1" } ensure route("10.30.0.0/16") absent ensure route("10.40.0.0/16") { metric: 5 }
      ensure network_interface("Ethernet") { dns_servers: ["10.0.0.9"], ipv6: false }`);
    const fixed = await run(before);
    expect(differences(before, fixed.machine)).toHaveLength(18);
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 13 of 13 undone/);
    expect(differences(before, back.machine)).toEqual([]);
  });
});

describe("an event channel comes back", () => {
  it("with what was changed of it, in the order that Windows asks for", async () => {
    const before = machine((made) => {
      made.channels["Contoso/Debug"] = { enabled: true, size: 1052672, mode: "retain", direct: true };
      made.channels["Contoso/Trace"] = { enabled: false, size: 20 * 2 ** 20, mode: "circular", direct: true };
    });
    const run = await script(`ensure event_channel("Contoso/Debug") { enabled: false, maximum_size: 8MB, mode: circular }
ensure event_channel("Contoso/Trace") { enabled: true, maximum_size: 30000KB }`);
    const fixed = await run(before);
    expect(differences(before, fixed.machine)).toHaveLength(5);
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toMatch(/^UNDONE sample 1\.0\.0 \| 5 of 5 undone/);
    expect(differences(before, back.machine)).toEqual([]);
  });
});

describe("user rights come back", () => {
  const SVC = "S-1-5-21-1004336348-1177238915-682003330-1201";
  it("given ones are taken, taken ones are given, and nobody else is touched", async () => {
    const before = machine((made) => {
      made.rights["SeBatchLogonRight"] = ["S-1-5-32-551", "S-1-5-32-544"];
    });
    const run = await script(
      `ensure user_right(SeServiceLogonRight) { includes: ["${SVC}"] }\nensure user_right(SeBatchLogonRight) { excludes: ["S-1-5-32-544"] }`,
    );
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    expect(fixed.machine.rights["SeServiceLogonRight"]).toContain(SVC);
    // somebody else changes the same rights meanwhile
    fixed.machine.rights["SeServiceLogonRight"]?.push("S-1-5-11");
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(0);
    expect(back.machine.rights["SeServiceLogonRight"]).toEqual([...(before.rights["SeServiceLogonRight"] ?? []), "S-1-5-11"]);
    expect(back.machine.rights["SeBatchLogonRight"]).toEqual(before.rights["SeBatchLogonRight"]);
  });
});

describe("services come back", () => {
  it.each([
    ["disabled and stopped", { startType: "disabled", state: "stopped" }, "{ state: running, startup: automatic_delayed }"],
    ["by hand and running", { startType: "manual", state: "running" }, "{ state: stopped, startup: disabled }"],
    ["delayed and running", { startType: "automatic", delayed: true, state: "running" }, "{ state: stopped, startup: manual }"],
  ] as const)("one that was %s", async (_, part, state) => {
    const before = machine(service("Agent", part));
    const run = await script(`ensure service("Agent") ${state}`);
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("FIXED")]]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine), back.output[0]]).toEqual([0, [], expect.stringContaining("2 of 2 undone")]);
  });

  it("with those that depend on it and were stopped with it", async () => {
    const before = machine(
      service("Agent", { state: "running" }),
      service("Above", { state: "running", dependencies: ["Agent"] }),
      service("Idle", { dependencies: ["Agent"] }),
    );
    const run = await script('ensure service("Agent") { state: stopped }');
    const fixed = await run(before);
    expect(fixed.machine.services["Above"]?.state).toBe("stopped");
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("with an account that needs no password; one that needs it is left and named", async () => {
    const before = machine(service("Agent", { account: "NT AUTHORITY\\LocalService", state: "running" }));
    const run = await script('ensure service("Agent") { account: "S-1-5-18" }');
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.machine.services["Agent"]?.account]).toEqual([0, "LocalSystem"]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
    const person = machine(service("Agent", { account: "CONTOSO\\svc" }));
    const left = await run((await run(person)).machine, BACK);
    expect(left.exitCode).toBe(20001);
    expect(left.output[0]).toContain("left: service account Agent: its account S-1-5-21-1004336348-1177238915-682003330-1201");
    expect(left.machine.services["Agent"]?.account).toBe("LocalSystem");
  });
});

it("a service that a killed run had stopped for a while runs again after a rollback", async () => {
  const start = machine(service("Agent", { state: "running" }));
  const run = await script(`with service("Agent") stopped { ensure registry_value('${DEMO}', "A") { data: 1 } }`);
  const whole = await run(start, { snapshots: true });
  const write = whole.effects.find((one) => one.function === "Write-RegistryValue")?.number;
  const killed = whole.snapshots.find(({ effect, moment }) => effect === write && moment === "after")?.machine ?? start;
  expect(killed.services["Agent"]?.state).toBe("stopped");
  const back = await run(killed, BACK);
  expect([back.exitCode, differences(start, back.machine)]).toEqual([0, []]);
});

describe("files and folders come back", () => {
  const PATH = "C:\\Data\\a.txt";
  it("written, replaced and deleted ones", async () => {
    const before = machine(file(PATH, "old\r\n"), file("C:\\Data\\gone.txt", "x"), file("C:\\Data\\empty.txt", ""));
    const run = await script(
      [
        `ensure file('${PATH}') { content: "new" }`,
        `ensure file('C:\\Data\\gone.txt') absent`,
        `ensure file('C:\\Data\\empty.txt') absent`,
        `ensure file('C:\\Data\\Deep\\Er\\n.txt') { content: "" }`,
        `ensure directory('C:\\Data\\Made\\Too') present`,
      ].join("\n"),
    );
    const fixed = await run(before);
    expect([fixed.exitCode, fixed.output]).toEqual([0, [expect.stringContaining("5 of 5 fixed")]]);
    const back = await run(fixed.machine, BACK);
    expect([back.exitCode, differences(before, back.machine)]).toEqual([0, []]);
  });

  it("one over 512 KB and one with rights of its own are not kept, and named", async () => {
    const rules = [{ sid: "S-1-5-18", rights: 0x1f01ff, allow: true, inheritOnly: false }];
    const before = machine(file(PATH, "x".repeat(512 * 1024 + 1)), file("C:\\Data\\own.txt", "x", { protected: true, rules } as object));
    const run = await script(`ensure file('${PATH}') absent\nensure file('C:\\Data\\own.txt') absent`);
    const back = await run((await run(before)).machine, BACK);
    expect(back.exitCode).toBe(20001);
    expect(back.output[0]).toContain(
      "left: file C:\\Data\\own.txt: cannot be undone, it had rights of its own; file C:\\Data\\a.txt: it was too large",
    );
  });

  it("one with hard links is not kept, whatever is done to it: its bytes may be another's", async () => {
    const linked = { hardLinked: true };
    const before = machine(file(PATH, "secret", linked), file("C:\\Data\\gone.txt", "secret", linked));
    const run = await script(`ensure file('${PATH}') { content: "new" }\nensure file('C:\\Data\\gone.txt') absent`);
    const fixed = await run(before);
    expect(fixed.output[0]).toContain("2 of 2 fixed");
    expect(journal(fixed).join("\n")).not.toContain(Buffer.from("secret").toString("base64"));
    const back = await run(fixed.machine, BACK);
    expect(back.exitCode).toBe(20001);
    const why = "it was too large to be kept, had hard links, or was no file";
    expect(back.output[0]).toContain(`left: file C:\\Data\\gone.txt: ${why}; file C:\\Data\\a.txt: ${why}`);
  });

  it("never through a junction that was put there since", async () => {
    const run = await script(`ensure file('C:\\Data\\Sub\\a.txt') { content: "new" }`);
    const fixed = await run(machine(file("C:\\Data\\Sub\\a.txt", "old")));
    const folder = fixed.machine.folders["C:\\Data\\Sub"];
    if (folder) fixed.machine.folders["C:\\Data\\Sub"] = { ...folder, link: true };
    const back = await run(fixed.machine, BACK);
    expect(back.output[0]).toContain("C:\\Data\\Sub is a junction or link");
    expect(back.machine.files["C:\\Data\\Sub\\a.txt"]?.content).toBe("new");
  });
});
