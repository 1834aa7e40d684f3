import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, readText, remedyc, remedyText } from "./support.ts";

const ALL = "standalone, intune.remediation, configmgr.baseline";

interface ManifestText {
  readonly compiler: string;
  readonly scripts: readonly { readonly [field: string]: unknown }[];
}

describe("outputs", () => {
  test("a folder for each target, a file for each role, and a manifest that tells all of them", async () => {
    const folder = createFolder({ "fleet/sample.remedy": remedyText("sample", ALL) });
    const { exitCode, stdout, stderr } = await remedyc(folder, "build", "fleet/sample.remedy", "--out", "to here");
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    const scripts = [
      "configmgr.baseline/sample.discover.ps1",
      "configmgr.baseline/sample.publish.ps1",
      "configmgr.baseline/sample.remediate.ps1",
      "intune.remediation/sample.detect.ps1",
      "intune.remediation/sample.remediate.ps1",
      "standalone/sample.ps1",
    ];
    expect(listFiles(join(folder, "to here"))).toEqual([...scripts.slice(0, 5), "manifest.json", scripts[5]]);
    expect(stdout).toMatch(/ intune\.remediation\/sample\.detect\.ps1 +\d+\.\d KB of 200 KB\n/);
    expect(stdout).toMatch(/6 scripts and manifest\.json written to to here\n$/);
    const manifest = JSON.parse(readText(folder, "to here", "manifest.json")) as ManifestText;
    expect(manifest.compiler).toMatch(/^remedyc \d/);
    expect(manifest.scripts.map((entry) => entry["file"]).sort()).toEqual(scripts);
    expect(manifest).toMatchObject({ files: scripts.map((path) => ({ path, source: "fleet/sample.remedy" })), earlier: [], leftOver: [] });
    for (const entry of manifest.scripts) {
      const bytes = Buffer.from(readText(folder, "to here", String(entry["file"])), "latin1");
      const source = createHash("sha256").update(remedyText("sample", ALL)).digest("hex");
      expect(entry).toMatchObject({
        name: "sample",
        version: "1.0.0",
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        source: { path: "fleet/sample.remedy", sha256: source },
        imports: [],
        parameters: {},
      });
    }
    expect(manifest.scripts.map((entry) => `${String(entry["target"])} ${String(entry["role"])}`)).toEqual([
      "standalone standalone",
      "intune.remediation detect",
      "intune.remediation remediate",
      "configmgr.baseline detect",
      "configmgr.baseline remediate",
      "configmgr.baseline publish",
    ]);
  });

  test("every byte is ASCII, lines end with CRLF, the file with one line end", async () => {
    const folder = createFolder({ "a.remedy": remedyText("sample", ALL).replace('"Sample"', '"Pr\u00fcfung \u2018x\u2019 \u{1F600}"') });
    expect((await remedyc(folder, "build", "a.remedy")).exitCode).toBe(0);
    const files = listFiles(join(folder, "out")).filter((file) => file.endsWith(".ps1"));
    expect(files).toHaveLength(6);
    for (const file of files) {
      const text = readText(folder, "out", file);
      expect(text).not.toMatch(/[^\x09\x0a\x0d\x20-\x7e]/);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(text).toMatch(/[^\r\n]\r\n$/);
    }
  });

  test("the same sources give the same bytes in every folder, without a trace of the machine", async () => {
    const files = {
      "parts/p.remedy": 'part p() {\n  ensure service("VaultSvc") { startup: manual }\n}\n',
      "a.remedy": `import "./parts/p.remedy"\n${remedyText("sample", ALL).replace("{\n    ensure", "{\n    use p()\n    ensure")}`,
    };
    const folders = [createFolder(files, "first"), createFolder(files, "second [x] place")];
    for (const folder of folders) expect((await remedyc(folder, "build", "a.remedy")).exitCode).toBe(0);
    const [first = "", second = ""] = folders.map((folder) => join(folder, "out"));
    const names = listFiles(first);
    expect(names).toHaveLength(7);
    expect(listFiles(second)).toEqual(names);
    for (const name of names) {
      const text = readText(first, name);
      expect(text, name).toBe(readText(second, name));
      expect(text).not.toContain(first);
      expect(text).not.toContain("remedyc-folders-");
      // A date of today in any common form would be a time stamp.
      expect(text).not.toContain(new Date().toISOString().slice(0, 10));
      if (hostname().length > 5) expect(text).not.toContain(hostname());
      if (userInfo().username.length > 5) expect(text).not.toContain(userInfo().username);
    }
  });

  test("--target builds that target, named by the remedy or not; several are several options", async () => {
    const folder = createFolder({ "a.remedy": remedyText() });
    expect((await remedyc(folder, "build", "a.remedy", "--target", "configmgr.baseline", "--target", "intune.remediation")).exitCode).toBe(
      0,
    );
    expect(listFiles(join(folder, "out"))).toEqual([
      "configmgr.baseline/sample.discover.ps1",
      "configmgr.baseline/sample.publish.ps1",
      "configmgr.baseline/sample.remediate.ps1",
      "intune.remediation/sample.detect.ps1",
      "intune.remediation/sample.remediate.ps1",
      "manifest.json",
    ]);
  });

  test("nothing is written when anything is an error, and what was there stays", async () => {
    const folder = createFolder({
      "good.remedy": remedyText("good"),
      "bad.remedy": remedyText("bad").replace("running", "runing"),
      "out/standalone/good.ps1": "old",
    });
    const { exitCode, stdout, stderr } = await remedyc(folder, "build", "good.remedy", "bad.remedy");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("bad.remedy:7:");
    expect(listFiles(join(folder, "out"))).toEqual(["standalone/good.ps1"]);
    expect(readText(folder, "out/standalone/good.ps1")).toBe("old");
  });

  test("secrets appear in no output but by their reference", async () => {
    const text = remedyText(
      "sample",
      ALL,
      "  param password: secret = secret.env(\"AGENT_PASSWORD\")\n  param account: account = 'CONTOSO\\svc'\n",
    ).replace("{ state: running }", "{ account: account, password: password }");
    const folder = createFolder({ "a.remedy": text });
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy", "--set", "password=env:OTHER_PASSWORD");
    expect([exitCode, stderr]).toEqual([0, ""]);
    const manifest = JSON.parse(readText(folder, "out/manifest.json")) as ManifestText;
    expect(manifest.scripts.map((entry) => entry["parameters"])).toEqual([
      {},
      { account: "CONTOSO\\svc" },
      { account: "CONTOSO\\svc" },
      { account: "CONTOSO\\svc" },
      { account: "CONTOSO\\svc" },
      { account: "CONTOSO\\svc" },
    ]);
    expect(readText(folder, "out/intune.remediation/sample.remediate.ps1")).toContain("'env:OTHER_PASSWORD'");
  });
});

describe("inputs", () => {
  test("several files, folders, patterns, and names with blanks and brackets", async () => {
    const folder = createFolder({
      "one.remedy": remedyText("one"),
      "fleet/two.remedy": remedyText("two"),
      "fleet/deep er/three.remedy": remedyText("three"),
      "old [2019]/four {a}.remedy": remedyText("four"),
      "node_modules/x/five.remedy": remedyText("five"),
      "fleet/node_modules/x/six.remedy": remedyText("six"),
      "fleet/.hidden/seven.remedy": remedyText("seven"),
      "fleet/.eight.remedy": remedyText("eight"),
      "fleet/notes.txt": "no remedy",
    });
    const built = async (...args: string[]): Promise<string[]> => {
      const { exitCode, stdout, stderr } = await remedyc(folder, "build", ...args, "--format", "json", "--out", "o");
      expect(stderr).toBe("");
      expect(exitCode).toBe(0);
      return (JSON.parse(stdout) as ManifestText).scripts.map((entry) => String(entry["name"]));
    };
    expect(await built("one.remedy", "fleet/two.remedy", "./one.remedy")).toEqual(["one", "two"]);
    expect(await built("fleet")).toEqual(["three", "two"]);
    expect(await built("fleet/**/*.remedy", "one.remedy")).toEqual(["three", "two", "one"]);
    expect(await built("old [2019]/four {a}.remedy")).toEqual(["four"]);
    expect(await built("old [2019]")).toEqual(["four"]);
    expect(await built("**/*.remedy")).toEqual(["three", "two", "four", "one"]);
    expect(await built(join(folder, "one.remedy"))).toEqual(["one"]);
  });

  test("a folder with a link in it is searched beyond the link", async () => {
    const folder = createFolder({ "fleet/one.remedy": remedyText("one"), "elsewhere/two.remedy": remedyText("two") });
    // A junction needs no privilege on Windows.
    symlinkSync(join(folder, "elsewhere"), join(folder, "fleet", "more"), "junction");
    const { stdout } = await remedyc(folder, "build", "fleet", "--format", "json", "--out", "o");
    expect((JSON.parse(stdout) as ManifestText).scripts.map((entry) => entry["name"])).toEqual(["two", "one"]);
  });

  test("what matches nothing is told by name, each", async () => {
    const folder = createFolder({ "empty/notes.txt": "" });
    const { exitCode, stderr } = await remedyc(folder, "build", "missing.remedy", "no/*.remedy", "empty");
    expect(exitCode).toBe(1);
    expect(stderr.match(/RMD70\d\d: [^']*'[^']+'/g)).toEqual([
      "RMD7020: There is no file or folder 'missing.remedy'",
      "RMD7020: No file matches 'no/*.remedy'",
      "RMD7029: There is no remedy in 'empty'",
    ]);
  });

  test("two remedies that write the same file are told with both places", async () => {
    const folder = createFolder({ "a.remedy": remedyText("twin"), "b.remedy": remedyText("Twin") });
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy", "b.remedy");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/b\.remedy:2:1: error RMD5007: Two remedies write 'standalone\/Twin\.ps1'/);
    expect(stderr).toContain("note: a.remedy:2:1: The other remedy is here.");
    expect(listFiles(folder)).toEqual(["a.remedy", "b.remedy"]);
  });

  test("a file above the project root needs --root, and an import may not leave it", async () => {
    const folder = createFolder({
      "top.remedy": remedyText("top"),
      "sub/in.remedy": remedyText("inside"),
      "sub/out.remedy": `import "../parts.remedy"\n${remedyText("leaves")}`,
      "parts.remedy": "",
    });
    const sub = join(folder, "sub");
    expect(await remedyc(sub, "check", "in.remedy", "../top.remedy")).toEqual({
      exitCode: 0,
      stdout: "2 files with 2 remedies: no errors\n",
      stderr: "",
    });
    expect((await remedyc(sub, "check", "out.remedy")).stderr).toMatch(/^out\.remedy:1:8: error RMD2\d+: /);
    expect((await remedyc(sub, "check", "in.remedy", "../top.remedy", "--root", ".")).stderr).toContain("RMD7023");
    expect((await remedyc(sub, "check", "in.remedy", "../top.remedy", "--root", "..")).exitCode).toBe(0);
  });
});
