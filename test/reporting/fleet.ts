type Fields = { readonly [field: string]: unknown };

/** Run states of a fleet, as Graph gives them: the same for the same number. */
export function createFleet(count: number): Fields[] {
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  return Array.from({ length: count }, (_, i) => {
    const day = String(30 - (random(100) < 70 ? random(3) : random(14))).padStart(2, "0");
    const texts = TEXTS[pick(random(100))] ?? {};
    return {
      id: `state-${i}`,
      lastStateUpdateDateTime: `2026-11-${day}T${String(random(24)).padStart(2, "0")}:15:00Z`,
      remediationState: "unknown",
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll("{n}", String(random(90) + 1))])),
      managedDevice: {
        id: `device-${i}`,
        deviceName: i === 7 ? HOSTILE : `PC-${String(i).padStart(5, "0")}`,
        userPrincipalName: `user${random(3000)}@contoso.com`,
        osVersion: random(3) === 0 ? "10.0.22631.4460" : "10.0.26100.2314",
      },
    };
  });
}

/** What nobody may take for markup, for the end of a script or for a formula. */
export const HOSTILE = `=<img src=x onerror="document.title='owned'"></script><script>document.title='owned'</script><!--`;

function pick(chance: number): number {
  return [62, 76, 84, 90, 95, 97, 98, 99].findIndex((limit) => chance < limit);
}

const NONCOMPLIANT = "NONCOMPLIANT spooler 1.2.0 | 1 of 3: spooler: service Spooler is stopped";
const TEXTS: readonly { readonly [name: string]: string }[] = [
  { detectionState: "success", preRemediationDetectionScriptOutput: "COMPLIANT spooler 1.2.0 | 3 checks in 0.8 s" },
  {
    detectionState: "fail",
    preRemediationDetectionScriptOutput: NONCOMPLIANT,
    remediationState: "success",
    postRemediationDetectionScriptOutput: "COMPLIANT spooler 1.2.0 | 3 checks in 0.5 s",
  },
  {
    detectionState: "fail",
    preRemediationDetectionScriptOutput: NONCOMPLIANT,
    remediationState: "scriptError",
    remediationScriptError:
      "FAILED spooler 1.2.0 | spooler: service Spooler did not start: error 1069; cause: the service may not log on as a service (event 7041)",
  },
  {
    detectionState: "fail",
    preRemediationDetectionScriptOutput:
      "NONCOMPLIANT spooler 1.2.0 | 1 of 3: logon: SeServiceLogonRight lacks S-1-5-80-0 | last run 2026-11-29T08:00:00Z: BLOCKED logon: set by the domain GPO 'Server baseline'",
  },
  {
    detectionState: "fail",
    preRemediationDetectionScriptOutput: "NONCOMPLIANT spooler 1.2.0 | 2 of 3: disk: C: has {n} MB free; jobs: {n} jobs are stuck",
  },
  { detectionState: "scriptError", preRemediationDetectionScriptError: "The term 'Get-Foo' is not recognized.\r\nAt line:1" },
  { detectionState: "pending" },
  { detectionState: "notApplicable" },
  { detectionState: "success", preRemediationDetectionScriptOutput: "RESTART spooler 1.2.0 | restart needed" },
];
