import { describe } from "vitest";
import { testTyped } from "./typed-rows.ts";

describe("a path, a name or a word that is nearly right", () => {
  testTyped([
    [
      'ensure file("C:\\temp\\new.txt") present',
      "RMD1033 In double quotes '\\t' is a tab, and 'C:\\temp\\new.txt' looks like a path. Use single quotes, in which a backslash is a backslash.",
      "ensure file('C:\\temp\\new.txt') present",
    ],
    [
      'ensure file("C:\\\\temp\\new.txt") present',
      "RMD3110 'C:\\temp\\new.txt' is no path: in double quotes '\\n' is no backslash and a letter; use single quotes. Correct it.",
    ],
    [
      'ensure file("C:\\Program Files\\new.txt") present',
      "RMD1033 In double quotes '\\n' is a line end, and 'C:\\Program Files\\new.txt' looks like a path. Use single quotes, in which a backslash is a backslash.",
      "ensure file('C:\\Program Files\\new.txt') present",
    ],
    [
      'ensure registry_value("HKLM\\temp", "b") { data: 1 }',
      "RMD1033 In double quotes '\\t' is a tab, and 'HKLM\\temp' looks like a path. Use single quotes, in which a backslash is a backslash.",
      "ensure registry_value('HKLM\\temp', \"b\") { data: 1 }",
    ],
    [
      "ensure json_value('C:\\a.json', \"editor.size\") { data: 14 }",
      "RMD3107 'editor.size' cannot be 'pointer' of json_value. Write '/editor.size'.",
      "ensure json_value('C:\\a.json', '/editor.size') { data: 14 }",
    ],
    [
      "ensure file('$env:TEMP\\a.txt') absent",
      "RMD3110 '$env:TEMP\\a.txt' is no path: PowerShell's '$env:TEMP' is written '%TEMP%'. Correct it.",
    ],
    [
      'ensure local_user("localadmin") absent',
      "RMD3107 'localadmin' cannot be 'account' of local_user. Write '.\\localadmin'.",
      "ensure local_user('.\\localadmin') absent",
    ],
    [
      'ensure local_group("Administrators") { includes: ["localadmin"] }',
      "RMD3102 'localadmin' is no account that has a SID. An account of the computer itself is '.\\localadmin', one of a domain 'DOMAIN\\localadmin'.",
      "ensure local_group(\"Administrators\") { includes: ['.\\localadmin'] }",
    ],
    [
      'ensure local_group("Administrators") { includes: ["Administrateurs"] }',
      "RMD3102 'Administrateurs' is no account that has a SID. Did you mean 'BUILTIN\\Administrators'? An account of the computer itself is '.\\Administrateurs', one of a domain 'DOMAIN\\Administrateurs'.",
      "ensure local_group(\"Administrators\") { includes: ['BUILTIN\\Administrators'] }",
    ],
    [
      'ensure scheduled_task("Updater") { enabled: false }',
      "RMD3107 'Updater' cannot be 'path' of scheduled_task. Write '\\Updater'.",
      "ensure scheduled_task('\\Updater') { enabled: false }",
    ],
    [
      'ensure package(product_code: "11111111-1111-1111-1111-111111111111") absent',
      "RMD3107 '11111111-1111-1111-1111-111111111111' cannot be 'product_code' of package. Write '{11111111-1111-1111-1111-111111111111}'.",
      "ensure package(product_code: '{11111111-1111-1111-1111-111111111111}') absent",
    ],
    [
      "require disk('C:\\').free > 1GB else \"x\"",
      "RMD3107 'C:\\' cannot be 'drive' of disk. Write 'C:'.",
      "require disk('C:').free > 1GB else \"x\"",
    ],
    [
      'ensure defender { scan_time: "2:00" }',
      "RMD3107 '2:00' cannot be 'scan_time' of defender. Write '02:00'.",
      "ensure defender { scan_time: '02:00' }",
    ],
    [
      'ensure windows_capability("OpenSSH.Server") present',
      "RMD3107 'OpenSSH.Server' cannot be 'name' of windows_capability. Write 'OpenSSH.Server~~~~0.0.1.0'.",
      "ensure windows_capability('OpenSSH.Server~~~~0.0.1.0') present",
    ],
    [
      'ensure windows_capability("WMIC~~~~") { installed: true }',
      "RMD3004 'windows_capability' has no property 'installed'. Whether it is there stands before the braces: 'ensure windows_capability(\"WMIC~~~~\") present'.",
    ],
    [
      "ensure scheduled_task('\\A') { every: 30s }",
      "RMD3107 '30s' cannot be 'every' of scheduled_task: the least is 1m (\"RepetitionPattern.Interval property\" (learn.microsoft.com/windows/win32/taskschd/repetitionpattern-interval): from 1 minute to 31 days). Change it.",
    ],
    [
      'ensure windows_feature("SMB1Protocol") absent',
      "RMD4102 'windows_feature' cannot be 'absent': it is told by what it should be, '{ enabled: … }'.",
    ],
    [
      'each f in ["telnet-client", "BitLocker"] { ensure windows_feature(f) { enabled: false } }',
      "RMD3123 'telnet-client' is a name for Install-WindowsFeature, and no optional feature of Windows has it. That one is 'TelnetClient'.",
      'each f in ["TelnetClient", "BitLocker"] { ensure windows_feature(f) { enabled: false } }',
    ],
    [
      'ensure windows_feature("SMB1Protocol") { enabled: off }',
      "RMD2001 Unknown name 'off'. Did you mean 'false'?",
      'ensure windows_feature("SMB1Protocol") { enabled: false }',
    ],
    [
      'require windows_update.pending_updates == 0 else "x"',
      "RMD3004 'windows_update' has no property 'pending_updates'. Did you mean 'pending'? It has 'last_search_age', 'last_installation_age', 'pending', 'pending_security', 'pending_age', 'pending_security_age' or 'pending_titles'.",
      'require windows_update.pending == 0 else "x"',
    ],
  ]);
});
