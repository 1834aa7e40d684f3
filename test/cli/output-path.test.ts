import { describe, expect, test } from "vitest";
import { findPathFault, showManifestText } from "../../src/cli/left-over/output-path.ts";

describe("paths of a manifest", () => {
  test.each([
    "standalone/a.ps1",
    "intune.remediation/Low_disk.detect.ps1",
    "a",
    "with blank/in it.ps1",
    "console.ps1",
    "com10",
    "\u00fcber/a.b.c",
    "x~y",
  ])("%j may be a build's", (path) => expect(findPathFault(path)).toBeUndefined());

  test.each<[fault: string, ...paths: string[]]>([
    ["leads out", "..", "../a", "a/../b", "a/.."],
    ["is not relative", "/a", "//server/share/a", "C:/a", "c:a", "Z:"],
    ["has a backslash", "a\\b", "..\\a", "\\\\server\\share\\a", "C:\\a", "\\a"],
    ["has an empty part", "", "a//b", "a/", ".", "./a", "a/./b"],
    [
      "refuses in names",
      "ab:stream",
      "a.ps1::$DATA",
      "a*",
      "a?",
      'a"',
      "a<b",
      "a|b",
      "a\0b",
      "a\nb",
      "a\u001b[2J",
      "a\u202eb",
      "a\u2028b",
      "\ud800",
    ],
    ["Windows drops", "a.", "a ", "a./b", "a /b", "..."],
    ["name of a device", "nul", "NUL.ps1", "a/con", "aux.tar.gz", "PRN", "com1", "LPT9.txt", "com\u00b9", "conin$", "CONOUT$", "con .txt"],
    ["short name", "STANDA~1/a.ps1", "a/NEW_NA~2.PS1"],
    ["is the manifest", "manifest.json", "Manifest.JSON"],
    ["characters", "a".repeat(256), "a/".repeat(600)],
  ])("%s: refused", (fault, ...paths) => {
    for (const path of paths) expect(findPathFault(path), JSON.stringify(path)).toContain(fault);
  });

  test("are shown short, without what a terminal would act on", () => {
    expect(showManifestText("a\u001b[2J\u202eb")).toBe("a?[2J?b");
    expect(showManifestText("x".repeat(5000))).toHaveLength(100);
  });
});
