import { describe, expect, it } from "vitest";
import { findPowerShell, type ProgramSearch } from "../../src/simulator/powershell.ts";

const search = (programs: readonly string[], path: string, platform: ProgramSearch["platform"] = "other"): ProgramSearch => ({
  platform,
  path,
  isProgram: (candidate) => programs.includes(candidate),
});

describe("finding a PowerShell", () => {
  it("takes pwsh from PATH before powershell", () => {
    expect(findPowerShell(search(["/a/powershell", "/b/pwsh"], "/a:/b"))).toEqual({
      kind: "found",
      program: "/b/pwsh",
      edition: "pwsh",
      origin: "path",
    });
  });

  it("takes Windows PowerShell where there is no pwsh", () => {
    const program = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    expect(findPowerShell(search([program], "C:\\x;C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\", "windows"))).toEqual({
      kind: "found",
      program,
      edition: "powershell",
      origin: "path",
    });
  });

  it("takes the program that the option names, by path or by name on PATH", () => {
    expect(findPowerShell(search(["./my/pwsh", "/b/pwsh"], "/b"), "./my/pwsh")).toMatchObject({ program: "./my/pwsh", origin: "option" });
    expect(findPowerShell(search(["/b/pwsh-preview"], "/b"), "pwsh-preview")).toMatchObject({
      program: "/b/pwsh-preview",
      edition: "pwsh",
      origin: "option",
    });
  });

  it("does not fall back on PATH when the option names nothing", () => {
    expect(findPowerShell(search(["/b/pwsh"], "/b"), "/nope/pwsh")).toEqual({
      kind: "missing",
      option: "/nope/pwsh",
      looked: ["/nope/pwsh"],
    });
  });

  it("ignores relative entries of PATH, and says what it looked for", () => {
    expect(findPowerShell(search(["/pwsh", "./pwsh", "pwsh", "bin/pwsh"], ":.:bin"))).toEqual({
      kind: "missing",
      looked: ["pwsh", "powershell"],
    });
  });
});
