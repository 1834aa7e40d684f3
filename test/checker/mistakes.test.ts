import { describe, expect, test } from "vitest";
import { checkFiles, checkText, completeRemedy, locate, summarize } from "./support.ts";

/** One mistake each, with the one finding it gives: no cascade follows from a value that is wrong already. */
const single: readonly (readonly [string, string])[] = [
  ['ensure servce("A") { state: running, statee: 5 }', "RMD2001 servce"],
  ['let a = servce("A")\nensure a { state: running }\nrequire a.state == running and a.exists else "${a.state}"', "RMD2001 servce"],
  ['let a = os.biuld\nrequire a > 5 and a == "x" else "${a}"', "RMD3004 biuld"],
  ['require network.can_conect("h", 1) else "x"', "RMD3004 can_conect"],
  ['require os.build > 1 and (1 == "a") else "x"', "RMD3002 =="],
  ['ensure service(name matches "^A") { state: running }', 'RMD3020 name matches "^A"'],
  ['each x in servce("a") { ensure x absent }', "RMD2001 servce"],
  ["each x in 5 { ensure service(x) { state: running } }", "RMD4110 5"],
  ["ensure service(5) { state: running }", "RMD3001 5"],
  ['ensure service("A") { state: 5 }', "RMD3001 5"],
  ['ensure service("A") present { timeout: "5s" }', 'RMD3001 "5s"'],
  ['ensure service("A") { }', 'RMD4103 service("A") { }'],
  ['ensure service("A") { tmeout: 5s }', "RMD3004 tmeout"],
  ["ensure registry_key(below: 'HKLM\\SOFTWARE\\A') absent", "RMD3009 below"],
  ["each k in registry_key() { ensure k absent }", "RMD3008 registry_key()"],
  ["each k in registry_key('HKLM\\SOFTWARE\\A') { ensure k absent }", "RMD4110 registry_key('HKLM\\SOFTWARE\\A')"],
  ["each f in file(folder: 'C:\\A', recurse: true) { ensure f absent }", "RMD3009 recurse"],
  ['ensure process("a.exe") { timeout: 5s }', "RMD4126 timeout"],
  ['ensure firewall_rule("A") { local_ports: ["59999", "65535", "80-65536"] }', 'RMD3107 "80-65536"'],
  ['ensure firewall_rule("A") { protocol: icmpv6, local_ports: ["any", "1"] }', "RMD4129 local_ports"],
  ['ensure firewall_rule("A") { protocol: any, remote_ports: ["1"], local_ports: ["any"] }', "RMD4129 remote_ports"],
  ['ensure network_interface("A") { dns_servers: ["10.0.0.1"], dns_source: automatic }', "RMD4129 dns_servers"],
  ['ensure route("0.0.0.0/0") absent', 'RMD3107 "0.0.0.0/0"'],
  ['ensure route("::0/0") { next_hop: "fe80::1" }', 'RMD3107 "::0/0"'],
  ['ensure route("10.20.30.0/16") absent', 'RMD3107 "10.20.30.0/16"'],
  ['ensure route("2001:db8:0:1::/63") absent', 'RMD3107 "2001:db8:0:1::/63"'],
  ['ensure route("10.0.0.0/33") absent', 'RMD3107 "10.0.0.0/33"'],
  ['ensure route("10.0.0.0 255.0.0.0") absent', 'RMD3107 "10.0.0.0 255.0.0.0"'],
  ['each d in ["010.0.0.0/8", "::ffff:10.0.0.0/104"] { ensure route(d) absent }', 'RMD3107 "010.0.0.0/8"'],
  ['ensure route("10.0.0.0/8") { next_hop: "fe80::1%3", interface: "A" }', 'RMD3107 "fe80::1%3"'],
  ['ensure route("10.0.0.0/8") { next_hop: "fe80::1", interface: "A" }', 'RMD3124 "fe80::1"'],
  ["each s in [Spooler, Fax] { ensure service(s) { startup: disabled } }", "RMD3125 [Spooler, Fax]"],
  ['require any p in [tcp, udp]: true else "x"', "RMD3125 [tcp, udp]"],
  ["each p in [domain, prvate] { ensure firewall_profile(p) { enabled: true } }", "RMD3015 prvate"],
  ['each m in [manual, stopped] { ensure service("A") { startup: m } }', "RMD3015 stopped"],
  ['let hosts = ["a"]\neach h in [host] { warn "${hosts}" when network.can_connect(h, 1) }', "RMD2001 host"],
  ['each q in [user, machine] { ensure environment_variable("X", scope: q) absent }', "RMD4115 user"],
  ['ensure package("A") absent { arguments: ["/S"] }', "RMD4126 arguments"],
  ['ensure package("A") present { remove_arguments: ["/S"] }', "RMD4126 remove_arguments"],
  ['param m: service.state = starting\nstep one "One" { ensure service("A") { state: m } }', "RMD3014 starting"],
  ['require service("A").process_id > 5 or service("A").process_id == none else "x"', 'RMD3030 service("A").process_id'],
  ['check "c" { directory("C:\\\\a", files: "x").size == 0KB } fix { flush dns }', 'RMD3001 "x"'],
  ['ensure user_right("SeServiceLogonRight") { includes: "Everyone" }', 'RMD3001 "Everyone"'],
  ['ensure user_right("SeServiceLogonRight") { includes: ["Everyone", 5] }', "RMD3001 5"],
  ['ensure package("A") present { source: \'C:\\a.msi\', sha256: "12" }', 'RMD3107 "12"'],
  ['ensure package("A") present { provides: [service("B"), "C"] }', 'RMD3001 "C"'],
  ['ensure package("A") present { provides: service("B") }', 'RMD3001 service("B")'],
  ['require service("A") else "x"', 'RMD3001 service("A")'],
  ['require service("A") == none else "x"', "RMD3002 =="],
  ['require service("A") == service("B") else "x"', "RMD3002 =="],
  ['require os.edition < "B" else "x"', "RMD3002 <"],
  ['require os.edition matches 5 else "x"', "RMD3001 5"],
  ['require os.build matches "5" else "x"', "RMD3002 matches"],
  ['require os.build in 5 else "x"', "RMD3002 in"],
  ['require os.build in [1, "a"] else "x"', 'RMD3001 "a"'],
  ['require powershell.machine_policy in [undefined, remot_signed] else "x"', "RMD3015 remot_signed"],
  ['require not os.build else "x"', "RMD3001 os.build"],
  ['require os.build and true else "x"', "RMD3001 os.build"],
  ['require none else "x"', "RMD3001 none"],
  ["reboot when os.build", "RMD3001 os.build"],
  ['ensure file(\'C:\\a\') { content: "a" + "b" }', "RMD3033 +"],
  ['warn "x" when os.build + 1h > 2', "RMD3033 +"],
  ['warn "x" when os.version - 1.0 == 2.0', "RMD3033 -"],
  ['warn "x" when service("A").exists and service("A").process_id + 1 > 5', 'RMD3030 service("A").process_id'],
  ['warn "x" when os.uptime > 1h - 2h', "RMD3111 1h - 2h"],
  ['warn "x" when computer.memory > 1GB - 1TB', "RMD3111 1GB - 1TB"],
  ['warn "x" when os.build > 9007199254740991 + 1', "RMD3111 9007199254740991 + 1"],
  ['warn "x" when network.can_connect("h", 65535 + 1)', "RMD3107 65535 + 1"],
  ['warn "x" when any n in 5: n == 1', "RMD4110 5"],
  ['warn "x" when any u in profile(): u.exists', "RMD4110 profile()"],
  ['warn "x" when all n in [1]: n', "RMD3001 n"],
  ['warn "x" when (any n in [1]: n == 1) and n == 1', "RMD2001 n"],
  ['let n = 1\nwarn "x" when n == 1 and any n in [1]: n == os.build', "RMD2003 n"],
  ['require secret else "x"', "RMD3023 secret"],
  ['let s = secret.env("A")\nrequire s == none else "x"', "RMD3019 =="],
  ['let s = secret.env("A")\nensure file("C:\\\\a") { content: s }', "RMD3021 s"],
  ['ensure service("A") { state: running, password: secret.env(5) }', "RMD3001 5"],
  ['ensure service("A") { state: running, password: secret.env("A", "B") }', 'RMD3023 secret.env("A", "B")'],
  ['ensure file("") absent', 'RMD3110 ""'],
  ['ensure file(5 / "a") absent', "RMD3001 5"],
  ['ensure file("C:\\\\a" / 5) absent', "RMD3001 5"],
  ["use missing()", "RMD2001 missing"],
  ["use missing(1, os.build)", "RMD2001 missing"],
  ['require os.biuld in [a, b] else "x"', "RMD3004 biuld"],
  ["ensure os", "RMD4101 os"],
  ['check "x" { os.build > 1 } every 0s fix { restart service("A") }', "RMD3111 0s"],
  ['check "x" { os.build > 1 } every 5 fix { restart service("A") }', "RMD3001 5"],
  ['check "x" { os.build > 1 } fix { restart service("A") { timeout: 5 } }', "RMD3001 5"],
  ['check "x" { os.build > 1 } fix { restart os }', "RMD4107 restart"],
  ['check "x" { os.build > 1 } fix { ensure service("A") { state: runing } }', "RMD3015 runing"],
  ['ensure tls("1.4") { client: on }', 'RMD3015 "1.4"'],
  ['ensure tls("1.${os.build}") { client: on }', 'RMD3025 "1.${os.build}"'],
  ["ensure registry_value('HKLM\\A', \"b\", view: 16) { data: 1 }", "RMD3107 16"],
  ["ensure registry_value('HKLM\\A', \"b\") { data: [1, 2] }", "RMD3001 [1, 2]"],
  ["ensure registry_key('HKLM\\A\\') present", "RMD3104 'HKLM\\A\\'"],
  ["let key = 'HKLN\\A'\nensure registry_key(key) present\nensure registry_key(key) present", "RMD3104 'HKLN\\A'"],
  ["ensure registry_value('HKLM\\A') { name: \"x\", data: 1 }", "RMD3004 name"],
  ['ensure service() { Name: "x", state: running }', "RMD3004 Name"],
  ['ensure user_right("SeDebugPrivilege") { includes: { "a", \'b\' } }', "RMD1001 {"],
];

describe("one mistake", () => {
  test.each(single)("gives one finding: %s", async (text, finding) => {
    expect(summarize((await checkText(text)).diagnostics)).toEqual([finding]);
  });
});

describe("names of a remedy in its scenario", () => {
  test.each([
    ["let key = 'HKLM\\SOFTWARE\\A'", "key", " The let of that name is seen in remedy 'sample' alone. Declare it above the remedy."],
    ['param key: string = "a"', "key", " The param of that name is seen in remedy 'sample' alone. Write the value itself."],
    ["let other = 5", "key", " Declare it with 'let' or 'param', or put text in quotes."],
  ])("%s", async (declaration, name, hint) => {
    const text = `remedy sample { title: "A", version: 1.0.0, targets: [standalone]\n ${declaration}\n step one "One" { ensure service("A") { state: running } } }\nscenario "s" for sample {\n given { registry_value(${name}, "v") { data: 1 } }\n expect detect compliant\n}\n`;
    const { diagnostics } = await checkFiles({ "main.remedy": text });
    expect(diagnostics.filter(({ code }) => code === "RMD2001").map(({ message }) => message)).toEqual([`Unknown name '${name}'.${hint}`]);
  });
});

test.each([
  ["each k in registry_key('HKLM\\SOFTWARE\\A') { ensure k absent }", " Write 'registry_key(below: …)' to go over them."],
  ['each s in service("A") { ensure s absent }', " Write 'service()' to go over them."],
  [`each c in certificate("${"0".repeat(40)}", store: my) { ensure c absent }`, " Write 'certificate(store: …)' to go over them."],
  ['warn "x" when any u in profile(): u.exists', " Only 'each' goes over people: it loads the registry of each of them."],
  ["each x in file('C:\\a') { ensure x absent }", " Write 'file(folder: …)' to go over them."],
  ['each x in tls("1.2") { ensure x { client: on } }', ""],
])("what cannot be gone over comes with what can: %s", async (text, hint) => {
  const [found] = (await checkText(text)).diagnostics;
  expect(found?.code).toBe("RMD4110");
  expect(found?.message.replace(/^.*?\(\w+\)\./, "")).toBe(hint);
});

describe("several mistakes", () => {
  test("give as many findings, in source order", async () => {
    const text = [
      "remedy sample {",
      '  title: "Sample"',
      "  version: 1",
      "  targets: [standalon]",
      "  param limit: integer = 5",
      '  let agent = service("A", "B")',
      '  step one "One" when agent.exits {',
      "    ensure agent { state: runing, startup: 5 }",
      '    require os.build > "5" else "x ${limit}"',
      "    use nothing()",
      "  }",
      "}",
    ].join("\n");
    const { diagnostics } = await checkText(text);
    expect(locate(diagnostics)).toEqual([
      "3:12 RMD3001",
      "4:13 RMD4118",
      "5:16 RMD2001",
      "6:28 RMD3010",
      "7:29 RMD3004",
      "8:27 RMD3015",
      "8:44 RMD3001",
      "9:22 RMD3002",
      "10:9 RMD2001",
    ]);
  });

  test("come in the same order in every run", async () => {
    const text = completeRemedy('ensure service("A") { statee: x, y: 5 }\nrequire a and b or c else "${d}"');
    const first = await checkText(text);
    const second = await checkText(text);
    expect(locate(first.diagnostics)).toEqual(locate(second.diagnostics));
    expect(first.diagnostics.length).toBe(6);
  });
});

describe("people's hives and folders", () => {
  const part = "part telemetry() { ensure registry_value('HKCU\\Software\\A', \"b\") { data: 0 } }\npart outer() { use telemetry() }\n";

  test("a part that needs a hive may be used for each profile, or by a remedy that runs as the user", async () => {
    expect(summarize((await checkText(part + completeRemedy("each u in profile() { use outer() }"))).diagnostics)).toEqual([]);
    expect(summarize((await checkText(part + completeRemedy('context: user\nstep one "One" { use outer() }'))).diagnostics)).toEqual([]);
  });

  test("elsewhere its use is an error that shows the place", async () => {
    const { diagnostics } = await checkText(part + completeRemedy("use outer()"));
    expect(summarize(diagnostics)).toEqual(["RMD4115 use outer()"]);
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  test("a part may go over the profiles itself", async () => {
    const text =
      "part all() { each u in profile() { use telemetry() } }\npart telemetry() { ensure registry_value('HKCU\\Software\\A', \"b\") { data: 0 } }\n";
    expect(summarize((await checkText(text + completeRemedy("use all()"))).diagnostics)).toEqual([]);
  });

  test("a let needs what its value needs, where it is used", async () => {
    const text =
      'let v = registry_value(\'HKCU\\Software\\A\', "b")\nstep one "One" { each u in profile() { ensure v { data: 0 } } ensure v { data: 0 } }'.replace(
        "} ensure",
        "}\nensure",
      );
    expect(summarize((await checkText(`context: system\n${text}`)).diagnostics)).toEqual(["RMD4115 v"]);
  });

  test("variables of a person's folders are not those of the profile that 'each' visits", async () => {
    expect(summarize((await checkText("each u in profile() { ensure file('%APPDATA%\\a') absent }")).diagnostics)).toEqual([
      "RMD3106 '%APPDATA%\\a'",
    ]);
    expect(summarize((await checkText("context: user\nstep one \"One\" { ensure file('%APPDATA%\\a') absent }")).diagnostics)).toEqual([]);
    expect(summarize((await checkText("ensure file('%TEMP%\\a') absent")).diagnostics)).toEqual([]);
  });
});

test("the uses of a name say whose words a list has", async () => {
  const { diagnostics } = await checkText(
    completeRemedy(`let domain = "corp.contoso.com"
let web = firewall_rule("Web")
each p in [domain, private] { ensure firewall_profile(p) { enabled: true } }
each s in [root, ca] { ensure certificate("${"A".repeat(40)}", store: s) absent }
each d in [inbound, outbound] { ensure firewall_rule("\${d} \${domain}") { direction: d, action: block, profiles: ["public"] } }
each n in [private, public] { ensure web { profiles: [n], enabled: true } }
each u in profile() { each s in [machine, user] { ensure environment_variable("X", scope: s) absent } }
require any m in [manual, disabled]: (service("A").startup == m or m in [service("B").startup]) and all p in ([public]): firewall_profile(p).enabled else "x"`),
  );
  expect(summarize(diagnostics)).toEqual([]);
});

describe("scenarios", () => {
  const remedy = completeRemedy('ensure service("A") { state: running }');
  const scenario = (body: string): string => `${remedy}scenario "s" for sample {\n${body}\n}\n`;

  test.each([
    ["given { os.build: 17763 }\nexpect detect compliant", []],
    ['given { service("A") { state: starting } }\nexpect fix restart_needed\nrestart\nexpect fix succeeded', []],
    ['given { network.can_connect("h", 443): false }\nexpect service("A") absent', []],
    ['given { disk("C:").free: 5GB, reboot.pending: true }\nexpect detect blocked', []],
    ['given { user_right("SeServiceLogonRight") { includes: [], policy: "Baseline" } }\nexpect fix blocked', []],
    ['given { profile(name == "ann") { signed_in: false } }\nexpect detect compliant', []],
    ['given { profile(name == "ann") absent }\nexpect detect compliant', []],
    ["given { profile() { signed_in: false } }\nexpect detect compliant", ["RMD4111 profile()"]],
    ['given { profile(sid == "S-1-5-21-1") absent }\nexpect detect compliant', ['RMD4122 profile(sid == "S-1-5-21-1")']],
    ["given { profile(name matches '^a') absent }\nexpect detect compliant", ["RMD4122 profile(name matches '^a')"]],
    ['given { package(name == "A") { version: 1.0 } }\nexpect detect compliant', ['RMD4122 package(name == "A")']],
    ['given { os.build: "x" }\nexpect detect compliant', ['RMD3001 "x"']],
    ["given { os.biuld: 5 }\nexpect detect compliant", ["RMD3004 biuld"]],
    ['given { disk("C:").free: 5 }\nexpect detect compliant', ["RMD3001 5"]],
    ['given { service("A") { statee: starting } }\nexpect detect compliant', ["RMD3004 statee"]],
    ['given { service("A") { state: runing } }\nexpect detect compliant', ["RMD3015 runing"]],
    ['given { registry_value(\'HKLM\\A\', "b") { data: "x", type: dword } }\nexpect detect compliant', ['RMD3031 "x"']],
    ["expect registry_value('HKLM\\A', \"b\") { data: 4294967296 }", ["RMD3111 4294967296"]],
    ["expect detect succeeded", ["RMD2001 succeeded"]],
    ["expect fix compliant", ["RMD2001 compliant"]],
    ['expect service("A") absent { state: stopped }', ["RMD4124 state"]],
    ["given { os.build: os.build }\nexpect detect compliant", ["RMD3025 os.build"]],
    ['given { service("A") { display_name: computer.name } }\nexpect detect compliant', ["RMD3025 computer.name"]],
    ['expect service("A") { display_name: "${computer.name}" }', ['RMD3025 "${computer.name}"']],
    ["given { reboot.pending: changed }\nexpect detect compliant", ["RMD3025 changed"]],
  ])("%s", async (body, findings) => {
    expect(summarize((await checkText(scenario(body))).diagnostics)).toEqual(findings);
  });

  test("a remedy that does not exist is an error with the nearest name", async () => {
    const { diagnostics } = await checkText(`${remedy}scenario "s" for sampel { expect detect compliant }`);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual(["Unknown remedy 'sampel'. Did you mean 'sample'?"]);
  });
});
