import { describe, expect, test } from "vitest";
import { catalog, checkText } from "./support.ts";
import { testTyped } from "./typed-rows.ts";
import type { Typed } from "./typed-rows.ts";

/** The kinds that can be ensured, as a message lists them. */
const ENSURED = Object.values(catalog.kinds)
  .filter((kind) => kind.ensure !== "none" && !kind.singleton)
  .map(({ name }) => `'${name}'`)
  .sort();
const KINDS = `${ENSURED.slice(0, 20).join(", ")} and ${ENSURED.length - 20} more`;

/** What somebody types who knows PowerShell, DSC, Intune or the registry editor: the one finding, and what stands there once its suggestion is applied. */
const typed: readonly Typed[] = [
  [
    'ensure service("S") { status: running }',
    "RMD3004 'service' has no property 'status'. Did you mean 'state'? Possible here: 'state', 'startup', 'account', 'password', 'timeout', 'path_quoting', 'recovery', 'recovery_delay', 'recovery_reset', 'depends_on' or 'sid_type'.",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S") { Status: running }',
    "RMD3004 'service' has no property 'Status'. Did you mean 'state'? Possible here: 'state', 'startup', 'account', 'password', 'timeout', 'path_quoting', 'recovery', 'recovery_delay', 'recovery_reset', 'depends_on' or 'sid_type'.",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S") { StartupType: automatic }',
    "RMD3004 'service' has no property 'StartupType'. Did you mean 'startup'? Possible here: 'state', 'startup', 'account', 'password', 'timeout', 'path_quoting', 'recovery', 'recovery_delay', 'recovery_reset', 'depends_on' or 'sid_type'.",
    'ensure service("S") { startup: automatic }',
  ],
  [
    'ensure service("S") { StartMode: automatic }',
    "RMD3004 'service' has no property 'StartMode'. Did you mean 'startup'? Possible here: 'state', 'startup', 'account', 'password', 'timeout', 'path_quoting', 'recovery', 'recovery_delay', 'recovery_reset', 'depends_on' or 'sid_type'.",
    'ensure service("S") { startup: automatic }',
  ],
  [
    'ensure service("S") { startup: Disabled }',
    "RMD3015 'Disabled' is no word for 'service.startup', which takes 'automatic', 'automatic_delayed', 'manual', 'disabled', 'boot' or 'system'. Did you mean 'disabled'?",
    'ensure service("S") { startup: disabled }',
  ],
  [
    'ensure service("S") { startup: auto }',
    "RMD3015 'auto' is no word for 'service.startup', which takes 'automatic', 'automatic_delayed', 'manual', 'disabled', 'boot' or 'system'. Did you mean 'automatic'?",
    'ensure service("S") { startup: automatic }',
  ],
  [
    'ensure service("S") { startup: delayed }',
    "RMD3015 'delayed' is no word for 'service.startup', which takes 'automatic', 'automatic_delayed', 'manual', 'disabled', 'boot' or 'system'. Did you mean 'automatic_delayed'?",
    'ensure service("S") { startup: automatic_delayed }',
  ],
  [
    'ensure service("S") { startup: "Automatic (Delayed Start)" }',
    "RMD3001 This must be a word for 'service.startup', but it is a text. Write 'automatic_delayed', without quotes.",
    'ensure service("S") { startup: automatic_delayed }',
  ],
  [
    'ensure service("S") { startup: "Automatic" }',
    "RMD3001 This must be a word for 'service.startup', but it is a text. Write 'automatic', without quotes.",
    'ensure service("S") { startup: automatic }',
  ],
  [
    'ensure service("S") { startup: 2 }',
    "RMD3001 This must be a word for 'service.startup', but it is a whole number. Write 'automatic', 'automatic_delayed', 'manual' or 'disabled'.",
  ],
  [
    'ensure service("S") { state: true }',
    "RMD3001 This must be a word for 'service.state', but it is a condition (true or false). Write 'running' or 'stopped'.",
  ],
  [
    'ensure service("S") { state: started }',
    "RMD3015 'started' is no word for 'service.state', which takes 'running', 'stopped', 'starting', 'stopping' or 'paused'. Did you mean 'running'?",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S") { state: Stopped }',
    "RMD3015 'Stopped' is no word for 'service.state', which takes 'running', 'stopped', 'starting', 'stopping' or 'paused'. Did you mean 'stopped'?",
    'ensure service("S") { state: stopped }',
  ],
  [
    'ensure service("S") { state: "Running" }',
    "RMD3001 This must be a word for 'service.state', but it is a text. Write 'running', without quotes.",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S") { Ensure: Present }',
    "RMD3004 'service' has no property 'Ensure'. Whether it is there stands before the braces: 'ensure service(\"S\") present'.",
  ],
  [
    'ensure package("7-Zip") { Ensure: "Absent" }',
    "RMD3004 'package' has no property 'Ensure'. Whether it is there stands before the braces: 'ensure package(\"7-Zip\") absent'.",
  ],
  [
    'ensure service("S") Absent',
    "RMD1001 'absent', 'present' or '{' expected, found 'Absent'. Did you mean 'absent'?",
    'ensure service("S") absent',
  ],
  [
    'ensure package("7-Zip") uninstalled',
    "RMD1001 'absent', 'present' or '{' expected, found 'uninstalled'. Did you mean 'absent'?",
    'ensure package("7-Zip") absent',
  ],
  [
    'ensure service("S") { DisplayName: "x" }',
    "RMD3006 'display_name' of service can be read, but not ensured. Remove it, or ensure what it follows from.",
  ],
  [
    'ensure service("S") is running',
    "RMD1001 'absent', 'present' or '{' expected, found 'is'. What it should be stands in braces, as in 'ensure service(\"Spooler\") { state: running }'.",
  ],
  [
    'ensure service "S" { state: running }',
    "RMD3012 'service' needs parentheses that say which one. Write 'service(\"S\")'.",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S", state: running)',
    "RMD3009 service has no key 'state'. It is a property: write it behind the parentheses, in '{ … }'.",
  ],
  [
    'ensure service("S") = running',
    "RMD1001 'absent', 'present' or '{' expected, found '='. What it should be stands in braces, as in 'ensure service(\"Spooler\") { state: running }'.",
  ],
  [
    "ensure registry_value('HKLM:\\SOFTWARE\\A', \"b\") { data: 1 }",
    "RMD3104 'HKLM:\\SOFTWARE\\A' is no registry key: write 'HKLM' without ':'. Write hive and key, as in 'HKLM\\SOFTWARE\\Contoso'.",
    "ensure registry_value('HKLM\\SOFTWARE\\A', \"b\") { data: 1 }",
  ],
  [
    'ensure registry_value(HKLM:\\SOFTWARE\\A, "b") { data: 1 }',
    "RMD1035 The path HKLM:\\SOFTWARE\\A stands without quotes. Put it in single quotes.",
    "ensure registry_value('HKLM\\SOFTWARE\\A', \"b\") { data: 1 }",
  ],
  [
    "ensure registry_value('HKLM\\SOFTWARE\\WOW6432Node\\A', \"b\") { data: 1 }",
    "RMD3115 'HKLM\\SOFTWARE\\WOW6432Node\\A' names the place where 64-bit Windows keeps what 32-bit programs see; a 32-bit Windows has no such key. Write 'HKLM\\SOFTWARE\\A' with 'view: 32'.",
  ],
  [
    "ensure registry_value('HKLM\\A', \"b\") { data: 1, type: REG_DWORD }",
    "RMD3015 'REG_DWORD' is no word for 'registry_value.type', which takes 'dword', 'qword', 'string', 'expand_string', 'multi_string', 'binary' or 'unknown'. Did you mean 'dword'?",
    "ensure registry_value('HKLM\\A', \"b\") { data: 1, type: dword }",
  ],
  [
    "ensure registry_value('HKLM\\A', \"b\") { data: 1, type: DWORD }",
    "RMD3015 'DWORD' is no word for 'registry_value.type', which takes 'dword', 'qword', 'string', 'expand_string', 'multi_string', 'binary' or 'unknown'. Did you mean 'dword'?",
    "ensure registry_value('HKLM\\A', \"b\") { data: 1, type: dword }",
  ],
  [
    'ensure registry_value(\'HKLM\\A\', "b") { data: "x", type: REG_SZ }',
    "RMD3015 'REG_SZ' is no word for 'registry_value.type', which takes 'dword', 'qword', 'string', 'expand_string', 'multi_string', 'binary' or 'unknown'. Did you mean 'string'?",
    'ensure registry_value(\'HKLM\\A\', "b") { data: "x", type: string }',
  ],
  [
    'ensure registry_value(\'HKLM\\A\', "b") { data: ["x"], type: REG_MULTI_SZ }',
    "RMD3015 'REG_MULTI_SZ' is no word for 'registry_value.type', which takes 'dword', 'qword', 'string', 'expand_string', 'multi_string', 'binary' or 'unknown'. Did you mean 'multi_string'?",
    'ensure registry_value(\'HKLM\\A\', "b") { data: ["x"], type: multi_string }',
  ],
  [
    'ensure registry_value(\'HKLM\\A\', "b") { data: "x", type: ExpandString }',
    "RMD3015 'ExpandString' is no word for 'registry_value.type', which takes 'dword', 'qword', 'string', 'expand_string', 'multi_string', 'binary' or 'unknown'. Did you mean 'expand_string'?",
    'ensure registry_value(\'HKLM\\A\', "b") { data: "x", type: expand_string }',
  ],
  [
    "ensure registry_value('HKLM\\A', \"b\") { ValueData: 1 }",
    "RMD3004 'registry_value' has no property 'ValueData'. Did you mean 'data'? Possible here: 'data', 'type', 'has_bits', 'lacks_bits' or 'secret'.",
    "ensure registry_value('HKLM\\A', \"b\") { data: 1 }",
  ],
  [
    "ensure registry_value('HKLM\\A', \"b\") { value: 1 }",
    "RMD3004 'registry_value' has no property 'value'. Did you mean 'data'? Possible here: 'data', 'type', 'has_bits', 'lacks_bits' or 'secret'.",
    "ensure registry_value('HKLM\\A', \"b\") { data: 1 }",
  ],
  [
    "ensure registry_value('HKLM\\A', ValueName: \"b\") { data: 1 }",
    "RMD3009 registry_value has no key 'ValueName'. Did you mean 'name'? Possible here: 'key', 'name' or 'view'.",
    "ensure registry_value('HKLM\\A', name: \"b\") { data: 1 }",
  ],
  [
    "ensure registry('HKLM\\A', \"b\") { data: 1 }",
    "RMD2001 Unknown resource kind 'registry'. Did you mean 'registry_value'?",
    "ensure registry_value('HKLM\\A', \"b\") { data: 1 }",
  ],
  [
    "ensure registry_value('HKLM\\A', \"b\") { data: $true }",
    "RMD1010 The language has no '$true'. Write 'true'.",
    "ensure registry_value('HKLM\\A', \"b\") { data: true }",
  ],
  [
    'ensure tls("1.2") { client: true }',
    "RMD3001 This must be a word for 'tls.client', but it is a condition (true or false). Write 'on'.",
    'ensure tls("1.2") { client: on }',
  ],
  [
    'ensure tls("1.2") { client: enabled }',
    "RMD3015 'enabled' is no word for 'tls.client', which takes 'on' or 'off'. Did you mean 'on'?",
    'ensure tls("1.2") { client: on }',
  ],
  [
    'ensure tls("1.2") { Client: on }',
    "RMD3004 'tls' has no property 'Client'. Did you mean 'client'? Possible here: 'client' or 'server'.",
    'ensure tls("1.2") { client: on }',
  ],
  [
    'ensure printer_port("x") { state: running }',
    `RMD2001 Unknown resource kind 'printer_port'. There are ${KINDS}. For what none of them is, write 'ensure script("name") { test: … fix: … }', or a kind of your own: docs/custom-kinds.md.`,
  ],
  [
    "ensure file('C:\\a.txt') { Contents: \"x\" }",
    "RMD3004 'file' has no property 'Contents'. Did you mean 'content'? Possible here: 'content', 'sha256', 'read_only', 'hidden', 'system', 'owner', 'grants_read', 'grants_read_and_execute', 'grants_write', 'grants_modify', 'grants_full_control', 'excludes' and 1 more.",
    "ensure file('C:\\a.txt') { content: \"x\" }",
  ],
  [
    "ensure user_right(\"SeServiceLogonRight\") { members: ['Everyone'] }",
    "RMD3004 'user_right' has no property 'members'. Did you mean 'includes'? Possible here: 'includes' or 'excludes'.",
    "ensure user_right(\"SeServiceLogonRight\") { includes: ['Everyone'] }",
  ],
  [
    'require os.build not < 2 else "x"',
    "RMD1019 'not' stands before all that it negates. Write 'not (os.build < 2)'.",
    'require not (os.build < 2) else "x"',
  ],
  [
    'each p in package(publisher == "C" and version < 2.0) { ensure p absent }',
    "RMD1001 ')' expected, found 'and'. Filters that must all hold have ',' between them.",
  ],
  [
    "ensure file('C:\\a') { content: \"Host \" + computer.name }",
    "RMD3033 '+' takes two numbers, two durations, two sizes, or a date and a duration; this is a text and a text. Texts are put together in one: \"Host ${computer.name}\".",
  ],
  [
    'require os.edition contains "x" else "no"',
    "RMD1001 'else' expected, found 'contains'. Whether a text holds another is asked with a pattern: matches '…'.",
  ],
  ['warn "The disk " + "C:" when os.build == 1', "RMD1001 'when' expected, found '+'. Texts are put together in one, with \"${…}\"."],
  [
    'require service("S").running else "x"',
    "RMD3004 'service' has no property 'running'. Write 'service(\"S\").state == running'.",
    'require service("S").state == running else "x"',
  ],
  [
    'require service("S").status == running else "x"',
    "RMD3004 'service' has no property 'status'. Did you mean 'state'? It has 'state', 'startup', 'account', 'path_quoting', 'recovery', 'recovery_delay', 'recovery_reset', 'dependencies', 'sid_type', 'display_name', 'path', 'process_id' and 3 more.",
    'require service("S").state == running else "x"',
  ],
  [
    'require service("S").state == "Running" else "x"',
    "RMD3002 '==' cannot compare a word for 'service.state' with a text. Write 'running', without quotes.",
    'require service("S").state == running else "x"',
  ],
  [
    'require service("S").state -eq running else "x"',
    "RMD1010 The language has no '-eq'. Write '=='.",
    'require service("S").state == running else "x"',
  ],
  [
    'require computer.model -like "Latitude*" else "x"',
    "RMD1010 The language has no '-like'. Write 'matches '^Latitude''.",
    "require computer.model matches '^Latitude' else \"x\"",
  ],
  ['require [1, 2] -contains 1 else "x"', "RMD1010 The language has no '-contains'. Write 'value in list'."],
  ['ensure environment_variable("A") { value: ["a"] -join ";" }', "RMD1010 The language has no '-join'. Write '\"${…}\"'."],
  [
    "require os.edition -notmatch 'N$' else \"x\"",
    "RMD1010 The language has no '-notmatch'. Write 'not matches'.",
    "require os.edition not matches 'N$' else \"x\"",
  ],
  ['require os.build -notin [1] else "x"', "RMD1010 The language has no '-notin'. Write 'not in'.", 'require os.build not in [1] else "x"'],
  [
    'ensure firewall_rule("A") { direction: in }',
    "RMD3015 'in' is no word for 'firewall_rule.direction', which takes 'inbound' or 'outbound'.",
  ],
  [
    "ensure environment_variable(\"A\") { value: 'it''s' }",
    "RMD1058 A raw text holds no ', and '' is none. Write it in double quotes: \"it's\".",
    'ensure environment_variable("A") { value: "it\'s" }',
  ],
  [
    'stop process("a")',
    "RMD1007 'stop' begins nothing that may stand in a block of statements. Say what should be: 'ensure process(…) { property: value }', 'ensure process(…) present' or 'ensure process(…) absent'.",
  ],
  [
    'foreach x in [1] { ensure service("S") { state: running } }',
    "RMD1006 'foreach' begins nothing that may stand in a block of statements. Did you mean 'each'?",
    'each x in [1] { ensure service("S") { state: running } }',
  ],
  [
    'if os.build > 5 { ensure service("S") { state: running } }',
    "RMD1006 'if' begins nothing that may stand in a block of statements. Did you mean 'when'?",
    'when os.build > 5 { ensure service("S") { state: running } }',
  ],
  [
    'start service("S")',
    "RMD1007 'start' begins nothing that may stand in a block of statements. Say what should be: 'ensure service(\"…\") { state: running }'.",
  ],
  [
    'restart service("S")',
    "RMD1007 'restart' begins nothing that may stand in a block of statements. 'restart' is an action: it stands in the fix of a check, 'check \"…\" { condition } fix { restart … }'.",
  ],
  [
    'install package("7-Zip")',
    "RMD1007 'install' begins nothing that may stand in a block of statements. Say what should be: 'ensure … present', 'ensure … absent' or 'ensure … { property: value }'.",
  ],
  [
    'ensure service("S").state == running',
    "RMD1009 '==' does not stand for ':' here. Write ':' in braces: 'service(\"S\") { state: running }'.",
    'ensure service("S") { state: running }',
  ],
  [
    'ensure service("S").state = running',
    "RMD1009 '=' does not stand for ':' here. Write ':' in braces: 'service(\"S\") { state: running }'.",
    'ensure service("S") { state: running }',
  ],
  [
    'service("S") { state: running }',
    "RMD1007 'service' begins nothing that may stand in a block of statements. Say what it should be: 'ensure service(…) { … }'.",
  ],
  [
    'ensure package("7-Zip") { version: 23.1 }',
    "RMD3006 'version' of package can be read, but not ensured. Filter by it: 'ensure package(\"7-Zip\", version >= 23.1) present'.",
  ],
  [
    'ensure package("7-Zip", version: 23.1) present',
    "RMD3009 package has no key 'version'. It is filtered by: write 'version == …', '<', '>=' or 'matches'.",
  ],
  [
    'ensure package("7-Zip*") absent',
    "RMD3116 '*' is a character of the name '7-Zip*' here, and stands for nothing else. Write package(name matches '^7-Zip').",
  ],
  [
    'ensure service("Spool*") { state: running }',
    "RMD3116 '*' is a character of the name 'Spool*' here, and stands for nothing else. Name each by itself.",
  ],
  [
    "ensure registry_key('HKLM\\SOFTWARE\\A') { present }",
    "RMD1001 ':' expected, found '}'. Whether something is there stands before the braces: 'ensure … present'.",
  ],
  [
    "ensure directory('C:\\Temp') { present: true }",
    "RMD3004 'directory' has no property 'present'. Whether it is there stands before the braces: 'ensure directory('C:\\Temp') present'.",
  ],
  [
    'ensure process("notepad.exe") { state: stopped }',
    "RMD3004 'process' has no property 'state'. Whether it is there stands before the braces: 'ensure process(\"notepad.exe\") absent'.",
  ],
  [
    'ensure process("notepad.exe") stopped',
    "RMD1001 'absent', 'present' or '{' expected, found 'stopped'. What it should be stands in braces, as in 'ensure service(\"Spooler\") { state: running }'.",
  ],
  [
    "ensure user_right(\"Log on as a service\") { includes: ['Everyone'] }",
    "RMD3015 'Log on as a service' is no word for 'user_right.right', which takes 'SeNetworkLogonRight', 'SeBatchLogonRight', 'SeServiceLogonRight', 'SeInteractiveLogonRight', 'SeRemoteInteractiveLogonRight', 'SeDenyNetworkLogonRight', 'SeDenyBatchLogonRight', 'SeDenyServiceLogonRight', 'SeDenyInteractiveLogonRight', 'SeDenyRemoteInteractiveLogonRight', 'SeTrustedCredManAccessPrivilege', 'SeTcbPrivilege' and 34 more. Did you mean 'SeServiceLogonRight'?",
    "ensure user_right(\"SeServiceLogonRight\") { includes: ['Everyone'] }",
  ],
  [
    'ensure tls("TLS 1.2") { client: on }',
    "RMD3015 'TLS 1.2' is no word for 'tls.version', which takes '1.0', '1.1', '1.2' or '1.3'. Did you mean '1.2'?",
    'ensure tls("1.2") { client: on }',
  ],
  [
    "ensure tls(1.2) { client: on }",
    "RMD3001 This must be a word for 'tls.version', but it is a version. Write it in quotes.",
    'ensure tls("1.2") { client: on }',
  ],
  [
    'ensure tls("1.2") on',
    "RMD1001 'absent', 'present' or '{' expected, found 'on'. What it should be stands in braces, as in 'ensure service(\"Spooler\") { state: running }'.",
  ],
  [
    'require os.version == "11" else "x"',
    "RMD3002 '==' cannot compare a version with a text. Write '11.0', without quotes.",
    'require os.version == 11.0 else "x"',
  ],
  ['require Windows.build > 5 else "x"', "RMD2001 Unknown name 'Windows'. Did you mean 'os'?", 'require os.build > 5 else "x"'],
  [
    'require release.pending else "x"',
    "RMD2001 Unknown name 'release'. Facts are battery, computer, defender, delivery_optimization, dotnet, known_folder, network, os, powershell, reboot, signed_in_user, time_zone, tpm, windows_update; other names are declared with 'let' or 'param'.",
  ],
  ['warn "x"', "RMD1001 'when' expected, found '}'. Say when: warn \"…\" when condition."],
  [
    'with service("S") { ensure service("S") { state: running } }',
    "RMD1001 'stopped' expected, found '{'. Write for example: with service(\"Spooler\") stopped { … }.",
  ],
];

test.each([
  "ensure file('C:\\a.txt') { source: 'C:\\b.txt' }",
  'ensure service("S") { timeout: 5s }',
  'ensure package("P") { source: \'C:\\p.msi\', signed_by: "CN=P" }',
])("means alone say that it is there: %s", async (statement) => {
  expect((await checkText(statement)).diagnostics).toEqual([]);
});

describe("what was typed in a hurry", () => {
  testTyped(typed);
});
