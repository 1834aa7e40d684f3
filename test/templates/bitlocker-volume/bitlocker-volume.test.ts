import { beforeAll, describe, expect, test } from "vitest";
import { runCases, verdictOf } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

let result: (name: string) => CaseResult;
/** BitLocker's answers of a drive that is protected, but for `own`: method -> what it gives. */
const volume = (own: string, body: string) =>
  `$script:Answers = @{ GetProtectionStatus = @{ ProtectionStatus = 1 }; GetConversionStatus = @{ ConversionStatus = 1; EncryptionPercentage = 100 }; GetEncryptionMethod = @{ EncryptionMethod = 6 }; GetLockStatus = @{ LockStatus = 0 }; GetKeyProtectors = @{ VolumeKeyProtectorID = @('{A}') }; GetSuspendCount = @{ ReturnValue = 2147942450 } }
$own = @{ ${own} }; foreach ($key in $own.Keys) { $script:Answers[$key] = $own[$key] }
$script:Calls = @(); $script:Volumes = @([pscustomobject]@{ Drive = 'C:'; Type = 0 }, [pscustomobject]@{ Drive = 'E:'; Type = 2 })
${body}`;
const verdict = (own: string, wish: string) => volume(own, `Get-Verdict BitlockerVolume -Drive 'C:' ${wish}`);
const tried = (body: string) => `try { ${body} } catch { "$_" }`;
const SUSPENDED = "GetProtectionStatus = @{ ProtectionStatus = 0 }";
const NO_KEYS = "GetKeyProtectors = @{ VolumeKeyProtectorID = $null }";

beforeAll(async () => {
  result = await runCases({
    functions: ["RecoveryPassword", "Method", "Protection"]
      .flatMap((part) => [`Test-BitlockerVolume${part}`, `Repair-BitlockerVolume${part}`, `Find-BitlockerVolume${part}Blocker`])
      .concat(["Exists", "Conversion", "EncryptedPercent", "Locked", "Type"].map((name) => `Read-BitlockerVolume${name}`))
      .concat(["Select-BitlockerVolume", "Invoke-BitlockerVolumeBackup"]),
    fakes: ["registry"],
    setup: String.raw`function Find-EncryptableVolume { $script:Volumes }
function Invoke-EncryptableVolume([string] $Drive, [string] $Method, [hashtable] $Values) {
    if ($Drive -eq 'X:') { return }
    if ($Method -notlike 'Get*') { $script:Calls += (@($Method) + @($Values.Values)) -join ' ' }
    $answer = @{ ReturnValue = 0 }
    if ($script:Answers.ContainsKey($Method)) { foreach ($name in $script:Answers[$Method].Keys) { $answer[$name] = $script:Answers[$Method][$name] } }
    [pscustomobject]$answer
}`,
    cases: {
      holds: verdict("", "-RecoveryPassword 'present' -Method 'xts_aes_128' -Protection 'on'"),
      "nothing holds": verdict(`${SUSPENDED}; ${NO_KEYS}`, "-RecoveryPassword 'present' -Method 'xts_aes_256' -Protection 'on'"),
      suspended: verdict(SUSPENDED, "-Protection 'on'"),
      "suspended for a while": verdict(`${SUSPENDED}; GetSuspendCount = @{ SuspendCount = 2 }`, "-Protection 'on'"),
      "waits to be activated": verdict(`${SUSPENDED}; ${NO_KEYS}`, "-Protection 'on'"),
      "being encrypted": verdict(`${SUSPENDED}; GetConversionStatus = @{ ConversionStatus = 4 }`, "-Protection 'on'"),
      "no password": verdict(NO_KEYS, "-RecoveryPassword 'present'"),
      "no password, not encrypted": verdict(
        "GetKeyProtectors = @{ ReturnValue = 2150694920 }; GetConversionStatus = @{ ConversionStatus = 0 }",
        "-RecoveryPassword 'present'",
      ),
      "no password allowed": `Set-Fake 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE' 'OSRecovery' 'DWord' 1; Set-Fake 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE' 'OSRecoveryPassword' 'DWord' 0
${verdict(NO_KEYS, "-RecoveryPassword 'present'")}`,
      "none of its policies counts": `Set-Fake 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE' 'OSRecoveryPassword' 'DWord' 0; Set-Fake 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE' 'FDVRecoveryPassword' 'DWord' 0
${verdict(NO_KEYS, "-RecoveryPassword 'present'")}`,
      "another method": verdict("", "-Method 'xts_aes_256'"),
      "not encrypted": verdict("GetEncryptionMethod = @{ EncryptionMethod = 0 }", "-Method 'xts_aes_256'"),
      "cannot be read": volume(
        "GetConversionStatus = @{ ReturnValue = 2150694912 }; GetProtectionStatus = @{ ProtectionStatus = 2 }; GetKeyProtectors = @{ ReturnValue = 2147942405 }",
        [
          "Test-BitlockerVolumeProtection 'C:' 'on'",
          "Test-BitlockerVolumeRecoveryPassword 'C:' 'present'",
          "Test-BitlockerVolumeMethod 'X:' 'aes_128'",
          "Read-BitlockerVolumeType 'X:'",
          "$script:Volumes = @(); Select-BitlockerVolume",
        ]
          .map(tried)
          .join("; "),
      ),
      "unknown although encrypted": volume("GetProtectionStatus = @{ ProtectionStatus = 2 }", "Read-BitlockerVolumeProtection 'C:'"),
      read: volume(
        "GetConversionStatus = @{ ConversionStatus = 3; EncryptionPercentage = [uint32]40 }; GetLockStatus = @{ LockStatus = 1 }; GetEncryptionMethod = @{ EncryptionMethod = [uint32]::MaxValue }",
        "foreach ($name in 'Exists', 'Conversion', 'EncryptedPercent', 'Locked', 'Type', 'Method') { & \"Read-BitlockerVolume$name\" 'C:' }; Read-BitlockerVolumeExists 'X:'; Select-BitlockerVolume",
      ),
      "set right": volume(
        `${SUSPENDED}; ${NO_KEYS}`,
        `Repair-BitlockerVolumeProtection 'C:' 'on'; Repair-BitlockerVolumeRecoveryPassword 'C:' 'present'; $script:Answers.GetProtectionStatus.ProtectionStatus = 1; $script:Answers.GetKeyProtectors.VolumeKeyProtectorID = '{B}'
Repair-BitlockerVolumeProtection 'C:' 'on'; Repair-BitlockerVolumeRecoveryPassword 'C:' 'present'; $script:Calls`,
      ),
      "a fix that fails": volume(
        `${SUSPENDED}; EnableKeyProtectors = @{ ReturnValue = 2150694919 }`,
        tried("Repair-BitlockerVolumeProtection 'C:' 'on'"),
      ),
      backup: volume(
        "GetKeyProtectors = @{ VolumeKeyProtectorID = @('{A}', '{B}') }",
        `Invoke-BitlockerVolumeBackup 'C:' 'entra'; Invoke-BitlockerVolumeBackup 'C:' 'active_directory'; $script:Calls; $script:Answers.BackupRecoveryInformationToActiveDirectory = @{ ReturnValue = 1 }; ${tried(
          "Invoke-BitlockerVolumeBackup 'C:' 'active_directory'",
        )}; $script:Answers.BackupRecoveryInformationToCloudDomain = @{ ReturnValue = 2149122049 }; ${tried(
          "Invoke-BitlockerVolumeBackup 'C:' 'entra'",
        )}; $script:Answers.GetKeyProtectors.VolumeKeyProtectorID = @(); ${tried("Invoke-BitlockerVolumeBackup 'C:' 'entra'")}`,
      ),
    },
  });
});

describe("the functions of bitlocker_volume", () => {
  test.each([
    ["holds", "holds", ""],
    [
      "nothing holds",
      "blocked",
      "drive C: has no recovery password of BitLocker and drive C: is encrypted with xts_aes_128, not with xts_aes_256 and BitLocker's protection of drive C: is suspended: it would have to be encrypted anew",
    ],
    ["suspended", "deviates", "BitLocker's protection of drive C: is suspended"],
    ["suspended for a while", "blocked", "it is suspended until Windows has restarted (times left: 2), as updates of firmware ask for"],
    ["waits to be activated", "blocked", "it has no key protector, BitLocker waits to be activated by a policy or a person"],
    ["being encrypted", "blocked", "BitLocker's protection of drive C: is off: it is encryption paused, and encrypting it is for a policy"],
    ["no password", "deviates", "drive C: has no recovery password of BitLocker"],
    ["no password, not encrypted", "blocked", "drive C: has no recovery password of BitLocker: it is not encrypted"],
    ["no password allowed", "blocked", "Group Policy or Intune allows none (HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE, OSRecoveryPassword)"],
    ["none of its policies counts", "deviates", "drive C: has no recovery password of BitLocker"],
    ["another method", "blocked", "drive C: is encrypted with xts_aes_128, not with xts_aes_256: it would have to be encrypted anew"],
    ["not encrypted", "blocked", "drive C: is not encrypted, not with xts_aes_256: it would"],
  ])("%s", (name, outcome, why) => {
    expect(verdictOf(result(name))).toEqual({ RemedycVerdict: outcome, Why: expect.stringContaining(why) as string });
  });

  test("are never content with what cannot be read", () => {
    expect(result("cannot be read").output).toEqual([
      "drive C: is locked, so that BitLocker does not say how it is",
      "BitLocker's GetKeyProtectors of drive C: returned 0x80070005",
      "X: is no drive that BitLocker can encrypt, or this Windows has no BitLocker",
      "X: is no drive that BitLocker can encrypt, or this Windows has no BitLocker",
      "this Windows has no BitLocker",
    ]);
    expect(result("unknown although encrypted").error).toBe("BitLocker does not say whether drive C: is protected");
  });

  test("read it", () => {
    expect(result("read")).toEqual({ output: [true, "decrypting", 40, true, "operating_system", "unknown", false, "C:", "E:"], error: "" });
  });

  test("resume protection, add a password and back passwords up", () => {
    expect(result("set right")).toEqual({ output: ["EnableKeyProtectors", "ProtectKeyWithNumericalPassword"], error: "" });
    expect(result("a fix that fails").output).toEqual(["BitLocker's EnableKeyProtectors of drive C: returned 0x80310007"]);
    const [entra, domain] = ["CloudDomain", "ActiveDirectory"].map((to) => `BackupRecoveryInformationTo${to}`);
    expect(result("backup").output).toEqual([
      `${entra} {A}`,
      `${entra} {B}`,
      `${domain} {A}`,
      `${domain} {B}`,
      "Group Policy does not let recovery passwords of drive C: be backed up to Active Directory",
      expect.stringContaining("recovery password {A} of drive C: was not backed up to Microsoft Entra ID (is this computer joined"),
      "drive C: has no recovery password that could be backed up",
    ]);
  });
});
