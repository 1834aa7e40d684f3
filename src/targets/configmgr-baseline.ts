import type { ExitAnswer, Target } from "./target.ts";

/** Discovery returns one word that the compliance rule compares with `Compliant`; its exit code is always 0 (a non-zero one reads as a broken script). */
const token = (word: string): ExitAnswer => ({ exitCode: 0, output: { kind: "token", token: word } });
const answer = (exitCode: number): ExitAnswer => ({ exitCode, output: { kind: "summary" } });

export const configmgrBaseline: Target = {
  name: "configmgr.baseline",
  summary:
    "a discovery and a remediation script for a Configuration Manager configuration item (servers and clients), and a script that creates or updates it there",
  passesParameters: false,
  carries: undefined,
  roles: [
    {
      role: "detect",
      fileName: "discover.ps1",
      maximumBytes: undefined,
      dialect: {
        compliant: token("Compliant"),
        noncompliant: token("NonCompliant"),
        blocked: token("Blocked"),
        failed: token("Failed"),
        restartNeeded: token("NonCompliant"),
        busy: token("Failed"),
      },
    },
    {
      role: "remediate",
      fileName: "remediate.ps1",
      maximumBytes: undefined,
      dialect: {
        compliant: answer(0),
        noncompliant: answer(1),
        blocked: answer(1),
        failed: answer(1),
        restartNeeded: answer(0),
        busy: answer(1),
      },
    },
  ],
};
