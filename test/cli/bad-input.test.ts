import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { createFolder, listFiles, readText, remedyc, remedyText } from "./support.ts";

/** The codes of a check of one file; nothing is on standard output and no stack trace anywhere. */
async function findings(content: string | Uint8Array): Promise<string[]> {
  const { exitCode, stdout, stderr } = await remedyc(createFolder({ "a.remedy": content }), "check", "a.remedy");
  expect(stderr).not.toMatch(/^\s+at .*[:(]\d+/m);
  expect(exitCode).toBe(stdout === "" ? 1 : 0);
  return [...stderr.matchAll(/(?:error|warning) (RMD\d+)/g)].map((match) => match[1] ?? "");
}

const utf16 = (text: string, order: "le" | "be", mark = true): Buffer => {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("sources", () => {
  test("an empty file is told, and a build of parts alone, which makes nothing", async () => {
    for (const text of ["", "\ufeff", " \n// nothing\n"]) expect(await findings(text)).toEqual(["RMD1056"]);
    const folder = createFolder({ "a.remedy": 'part p() {\n  ensure service("VaultSvc") { startup: manual }\n}\n' });
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy");
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^error RMD7032: Nothing is built: 'a\.remedy' declares no remedy\./)]);
    expect(listFiles(folder)).toEqual(["a.remedy"]);
    expect((await remedyc(folder, "check", "a.remedy")).exitCode).toBe(0);
  });

  test("a byte order mark and UTF-16 with one are read as what they are", async () => {
    for (const content of [`\ufeff${remedyText()}`, utf16(remedyText(), "le"), utf16(remedyText(), "be")])
      expect(await findings(content)).toEqual([]);
  });

  test.each<[what: string, content: Uint8Array | string, code: string]>([
    ["a program", Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000", "latin1"), "RMD1"],
    ["NUL in text", `${remedyText()}\0`, "RMD1"],
    ["UTF-16 without a mark", utf16(remedyText(), "le", false), "RMD1"],
    ["bytes that are no UTF-8", Buffer.from(remedyText().replace("Sample", "Pr\u00fcfung"), "latin1"), "RMD1"],
    ["ten megabytes", Buffer.alloc(10 * 1024 * 1024, "ensure "), "RMD"],
  ])("%s gets one clear refusal", async (_what, content, code) => {
    const found = await findings(content);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${code}`));
  });

  test("5,000 nested blocks, brackets and lists end in a finding, not in an overflow", async () => {
    const nested = [
      remedyText().replace(/ensure.*\n/, `${"when true {".repeat(5000)}${"}".repeat(5000)}\n`),
      remedyText().replace(/ensure.*\n/, `require ${"(".repeat(5000)}true${")".repeat(5000)} else "x"\n`),
      remedyText().replace(/ensure.*\n/, `require 1 in ${"[".repeat(5000)}1${"]".repeat(5000)} else "x"\n`),
      remedyText().replace(/ensure.*\n/, `require ${"not ".repeat(5000)}true else "x"\n`),
    ];
    for (const text of nested) {
      const found = await findings(text);
      expect(found.every((code) => code !== "RMD7099")).toBe(true);
    }
    expect((await findings(nested[0] ?? "")).length).toBeGreaterThan(0);
  });

  test("a long chain of operators is read, an absurd one is told", async () => {
    const chain = (length: number) =>
      remedyText().replace("ensure", `require ${Array.from({ length }, (_, i) => `os.build != ${i}`).join(" and ")} else "x"\n    ensure`);
    expect(await findings(chain(200))).toEqual([]);
    expect(await findings(chain(3000))).toEqual(["RMD1013"]);
  });

  test("an unclosed string is told where it begins", async () => {
    const folder = createFolder({ "a.remedy": remedyText().replace('"Spooler")', '"Spooler)') });
    const { exitCode, stderr } = await remedyc(folder, "check", "a.remedy");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^a\.remedy:7:20: error RMD1/m);
  });

  test("a folder that is called like a remedy is looked through, a link that leads nowhere is told", async () => {
    const folder = createFolder({ "folder.remedy/in.remedy": remedyText() });
    expect((await remedyc(folder, "check", "folder.remedy")).exitCode).toBe(0);
    symlinkSync(join(folder, "nowhere"), join(folder, "link.remedy"));
    expect((await remedyc(folder, "check", "link.remedy")).stderr).toContain("RMD7020");
  });
});

describe("an output folder that cannot be written", () => {
  const build = (folder: string, out = "out") => remedyc(folder, "build", "a.remedy", "--out", out);

  test("is a file", async () => {
    const folder = createFolder({ "a.remedy": remedyText(), out: "a file" });
    const { exitCode, stdout, stderr } = await build(folder);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error RMD7022: The output folder '.*out' cannot be written: it is a file\. Nothing was changed\.\n/);
    expect(readText(folder, "out")).toBe("a file");
  });

  test("lies below a file", async () => {
    const folder = createFolder({ "a.remedy": remedyText(), file: "a file" });
    expect((await build(folder, "file/out")).stderr).toContain("a part of it is a file.");
  });

  test("has a folder with a script's name: nothing is replaced, nothing is left behind", async () => {
    const folder = createFolder({
      "a.remedy": remedyText("sample", "standalone, configmgr.baseline"),
      "out/manifest.json/x": "",
      "out/standalone/sample.ps1": "old",
    });
    expect((await build(folder)).stderr).toContain("a folder has the name of a file to be written.");
    expect(listFiles(folder)).toEqual(["a.remedy", "out/manifest.json/x", "out/standalone/sample.ps1"]);
    expect(readText(folder, "out/standalone/sample.ps1")).toBe("old");
  });

  const canMount = ((): boolean => {
    try {
      execFileSync("unshare", ["-rm", "true"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  })();

  // A real full disk where the system lets us mount one; write-outputs.test.ts fills a disk of tables everywhere.
  test.runIf(canMount)("is on a disk that is full", () => {
    const folder = createFolder({ "a.remedy": remedyText("sample", "standalone, intune.remediation") });
    mkdirSync(join(folder, "disk"));
    const project = process.cwd();
    const script =
      'mount -t tmpfs -o size=64k none disk && "$0" --import "$1" "$2" build a.remedy --out disk/to/here; echo "exit $?"; find disk';
    const stdout = execFileSync(
      "unshare",
      ["-rm", "sh", "-c", script, process.execPath, import.meta.resolve("tsx"), join(project, "src/cli/main.ts")],
      { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    expect(stdout).toBe("exit 1\ndisk\n");
  });
});

describe("a defect of remedyc", () => {
  test("is told as RMD7099 with exit code 3 and without a stack trace, which REMEDYC_DEBUG=1 adds", async () => {
    vi.spyOn(Buffer, "compare").mockImplementation(() => {
      throw new RangeError("injected");
    });
    // Two files that import one: the parser's cache compares its bytes.
    const twice = createFolder({
      "p.remedy": "",
      "a.remedy": `import "./p.remedy"\n${remedyText("a")}`,
      "b.remedy": `import "./p.remedy"\n${remedyText("b")}`,
    });
    const plain = await remedyc(twice, "check", "a.remedy", "b.remedy");
    expect(plain).toEqual({
      exitCode: 3,
      stdout: "",
      stderr:
        "error RMD7099: Internal error: RangeError: injected. This is a defect of remedyc; please report it with the input that shows it.\n",
    });
    process.env["REMEDYC_DEBUG"] = "1";
    try {
      expect((await remedyc(twice, "check", "a.remedy", "b.remedy")).stderr).toMatch(/injected\n\s+at /);
    } finally {
      delete process.env["REMEDYC_DEBUG"];
    }
  });
});
