import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, remedyc, remedyText, spawnRemedyc } from "./support.ts";

const ALL = "standalone, intune.remediation";

/** One thing that somebody does in the project folder: a file's new text (undefined: it is deleted), or a command, in a folder below if one is named. */
type Act = { readonly [path: string]: string | undefined } | readonly string[] | { readonly in: string; readonly run: readonly string[] };

/** What the last command of a story said of files of earlier builds, and what lies in `out` after it. */
interface Ending {
  readonly leftOver: readonly string[];
  readonly removed: readonly string[];
  readonly stale: readonly string[];
  readonly files: readonly string[];
}

interface BuildJson {
  readonly leftOver: readonly { readonly path: string }[];
  readonly removed: readonly string[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

async function tell(folder: string, acts: readonly Act[]): Promise<Ending> {
  let last: BuildJson | undefined;
  for (const act of acts) {
    const command = Array.isArray(act)
      ? { in: ".", run: act as readonly string[] }
      : "run" in act
        ? (act as { in: string; run: string[] })
        : undefined;
    if (command) {
      const { exitCode, stdout } = await remedyc(join(folder, command.in), "build", ...command.run, "--format", "json");
      expect(exitCode, stdout).toBe(0);
      last = JSON.parse(stdout) as BuildJson;
      continue;
    }
    for (const [path, text] of Object.entries(act as { readonly [path: string]: string | undefined })) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      if (text === undefined) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
  }
  const told = (code: string): string[] =>
    (last?.diagnostics ?? [])
      .filter((diagnostic) => diagnostic.code === code)
      .map(({ message }) => /^'(?:\.\.\/)*out\/([^']+)' is /.exec(message)?.[1] ?? message)
      .sort();
  const leftOver = (last?.leftOver ?? []).map(({ path }) => path);
  expect(told("RMD7025"), "what is listed is told").toEqual(leftOver);
  return {
    leftOver,
    removed: last?.removed ?? [],
    stale: told("RMD7028"),
    files: listFiles(join(folder, "out")).filter((file) => file !== "manifest.json"),
  };
}

const ends = (files: readonly string[], rest: Partial<Ending> = {}): Ending => ({
  leftOver: [],
  removed: [],
  stale: [],
  ...rest,
  files: [...files, ...(rest.leftOver ?? [])].sort(),
});

const A = remedyText("a");
const B = remedyText("b");
const part = (startup: string): string => `part p() {\n  ensure service("VaultSvc") { startup: ${startup} }\n}\n`;
const scripts = (name: string): string[] => [
  `intune.remediation/${name}.detect.ps1`,
  `intune.remediation/${name}.remediate.ps1`,
  `standalone/${name}.ps1`,
];

describe("what is left over", () => {
  test.each<[story: string, acts: readonly Act[], ending: Ending]>([
    ["the same build twice", [{ "a.remedy": A }, ["a.remedy"], ["a.remedy"]], ends(["standalone/a.ps1"])],
    [
      "a renamed remedy",
      [{ "a.remedy": remedyText("old", ALL) }, ["a.remedy"], { "a.remedy": remedyText("new", ALL) }, ["a.remedy"]],
      ends(scripts("new"), { leftOver: scripts("old") }),
    ],
    [
      "a renamed remedy in a renamed file",
      [{ "old.remedy": remedyText("old") }, ["old.remedy"], { "old.remedy": undefined, "new.remedy": remedyText("new") }, ["new.remedy"]],
      ends(["standalone/new.ps1"], { leftOver: ["standalone/old.ps1"] }),
    ],
    [
      "a renamed file, the same remedy",
      [{ "a.remedy": A }, ["a.remedy"], { "a.remedy": undefined, "b.remedy": A }, ["b.remedy"]],
      ends(["standalone/a.ps1"]),
    ],
    [
      "a remedy of a deleted file",
      [{ "f/a.remedy": A, "f/b.remedy": B }, ["f"], { "f/a.remedy": undefined }, ["f"]],
      ends(["standalone/b.ps1"], { leftOver: ["standalone/a.ps1"] }),
    ],
    [
      "one of two remedies of a file",
      [{ "a.remedy": A + B }, ["a.remedy"], { "a.remedy": A }, ["a.remedy"]],
      ends(["standalone/a.ps1"], { leftOver: ["standalone/b.ps1"] }),
    ],
    [
      "all remedies of a file",
      [{ "a.remedy": A }, ["a.remedy"], { "a.remedy": 'part p() {\n  ensure service("S") { state: running }\n}\n' }, ["a.remedy"]],
      ends([], { leftOver: ["standalone/a.ps1"] }),
    ],
    [
      "a remedy that moved into another file",
      [{ "a.remedy": A, "b.remedy": B }, ["*.remedy"], { "a.remedy": undefined, "b.remedy": A + B }, ["b.remedy"]],
      ends(["standalone/a.ps1", "standalone/b.ps1"]),
    ],
    [
      "one file after another",
      [{ "a.remedy": A, "b.remedy": B }, ["a.remedy"], ["b.remedy"]],
      ends(["standalone/a.ps1", "standalone/b.ps1"]),
    ],
    [
      "one file after another, with --clean",
      [{ "a.remedy": A, "b.remedy": B }, ["a.remedy"], ["b.remedy", "--clean"]],
      ends(["standalone/a.ps1", "standalone/b.ps1"]),
    ],
    [
      "a build of another file later: what was found is remembered",
      [{ "a.remedy": remedyText("old"), "b.remedy": B }, ["*.remedy"], { "a.remedy": A }, ["a.remedy"], ["b.remedy"], ["b.remedy"]],
      ends(["standalone/a.ps1", "standalone/b.ps1"], { leftOver: ["standalone/old.ps1"] }),
    ],
    [
      "a renamed remedy that another file's build cannot see yet",
      [{ "a.remedy": remedyText("old"), "b.remedy": B }, ["*.remedy"], { "a.remedy": A }, ["b.remedy", "--clean"], ["a.remedy"]],
      ends(["standalone/a.ps1", "standalone/b.ps1"], { leftOver: ["standalone/old.ps1"] }),
    ],
    [
      "a remedy that got its old name back",
      [{ "a.remedy": A }, ["a.remedy"], { "a.remedy": B }, ["a.remedy"], { "a.remedy": A }, ["a.remedy"]],
      ends(["standalone/a.ps1"], { leftOver: ["standalone/b.ps1"] }),
    ],
    [
      "what somebody deleted is forgotten",
      [{ "a.remedy": A }, ["a.remedy"], { "a.remedy": B, "out/standalone/a.ps1": undefined }, ["a.remedy"]],
      ends(["standalone/b.ps1"]),
    ],
    [
      "a target that the remedy no longer names",
      [{ "a.remedy": remedyText("a", ALL) }, ["a.remedy"], { "a.remedy": A }, ["a.remedy"]],
      ends(["standalone/a.ps1"], { leftOver: scripts("a").slice(0, 2) }),
    ],
    [
      "one target after all of them",
      [{ "a.remedy": remedyText("a", ALL) }, ["a.remedy"], ["a.remedy", "--target", "standalone", "--clean"]],
      ends(scripts("a")),
    ],
    [
      "one target after all of them and a change",
      [
        { "a.remedy": remedyText("a", ALL) },
        ["a.remedy"],
        { "a.remedy": remedyText("a", ALL).replace("running", "stopped") },
        ["a.remedy", "--target", "standalone"],
      ],
      ends(scripts("a"), { stale: scripts("a").slice(0, 2) }),
    ],
    [
      "one target after a change of an import",
      [
        {
          "p.remedy": part("manual"),
          "a.remedy": `import "./p.remedy"\n${remedyText("a", ALL).replace("    ensure", "    use p()\n    ensure")}`,
        },
        ["a.remedy"],
        { "p.remedy": part("disabled") },
        ["a.remedy", "--target", "standalone"],
      ],
      ends(scripts("a"), { stale: scripts("a").slice(0, 2) }),
    ],
    [
      "a renamed remedy, one target: the others are seen by the next full build",
      [
        { "a.remedy": remedyText("old", ALL) },
        ["a.remedy"],
        { "a.remedy": remedyText("new", ALL) },
        ["a.remedy", "--target", "standalone"],
      ],
      ends([...scripts("old").slice(0, 2), "standalone/new.ps1"], { leftOver: ["standalone/old.ps1"], stale: scripts("old").slice(0, 2) }),
    ],
    [
      "a target that was taken out of the configuration",
      [
        { "a.remedy": remedyText("a", ALL), "remedyc.config.json": "{}" },
        ["a.remedy"],
        { "remedyc.config.json": '{ "targets": ["standalone"] }' },
        ["a.remedy"],
      ],
      ends(["standalone/a.ps1"], { leftOver: scripts("a").slice(0, 2) }),
    ],
    [
      "the command in a folder above, where the other sources have other paths",
      [
        { "f/a.remedy": A, "f/b.remedy": remedyText("old") },
        { in: "f", run: [".", "--out", "../out"] },
        { "f/b.remedy": B },
        ["f/a.remedy", "--clean"],
        ["f"],
      ],
      ends(["standalone/a.ps1", "standalone/b.ps1"], { leftOver: ["standalone/old.ps1"] }),
    ],
    [
      "the command in a folder below",
      [{ "f/a.remedy": A, "f/b.remedy": B }, ["f"], { "f/b.remedy": undefined }, { in: "f", run: ["a.remedy", "--out", "../out"] }],
      ends(["standalone/a.ps1"], { leftOver: ["standalone/b.ps1"] }),
    ],
    [
      "another project's scripts in a common folder",
      [
        { "one/a.remedy": A, "two/b.remedy": B },
        { in: "one", run: ["a.remedy", "--out", "../out"] },
        { in: "two", run: ["b.remedy", "--out", "../out", "--clean"] },
      ],
      ends(["standalone/a.ps1", "standalone/b.ps1"]),
    ],
    [
      "--clean",
      [
        { "a.remedy": remedyText("old", ALL) },
        ["a.remedy"],
        { "a.remedy": A, "out/notes.txt": "mine", "out/standalone/mine.ps1": "mine" },
        ["a.remedy", "--clean"],
      ],
      ends(["notes.txt", "standalone/a.ps1", "standalone/mine.ps1"], { removed: scripts("old") }),
    ],
    [
      "--clean some builds later",
      [
        { "a.remedy": remedyText("old"), "b.remedy": B },
        ["a.remedy"],
        { "a.remedy": A },
        ["a.remedy"],
        ["b.remedy"],
        ["b.remedy", "--clean"],
      ],
      ends(["standalone/a.ps1", "standalone/b.ps1"], { removed: ["standalone/old.ps1"] }),
    ],
  ])("%s", async (_story, acts, ending) => {
    expect(await tell(createFolder({}, "a project"), acts)).toEqual(ending);
  });

  test("a name whose case alone has changed: not left over where that is one file, left over where it is two", async () => {
    for (const oneFile of [true, false]) {
      const folder = createFolder({ "a.remedy": remedyText("Disk") });
      await tell(folder, [["a.remedy"]]);
      // What a file system that ignores case shows: the old file under both names.
      const ignoresCase = existsSync(join(folder, "out/standalone/disk.ps1"));
      if (ignoresCase && !oneFile) continue;
      if (oneFile && !ignoresCase) linkSync(join(folder, "out/standalone/Disk.ps1"), join(folder, "out/standalone/disk.ps1"));
      const { leftOver, removed } = await tell(folder, [{ "a.remedy": remedyText("disk") }, ["a.remedy", "--clean"]]);
      expect({ leftOver, removed }).toEqual({ leftOver: [], removed: oneFile ? [] : ["standalone/Disk.ps1"] });
    }
  });
});

describe("what is told", () => {
  test("is one line each, with exit code 0; --clean says what it removed, and takes folders that are empty then", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old", ALL) });
    await remedyc(folder, "build", "a.remedy", "--out", "to here");
    writeFileSync(join(folder, "a.remedy"), remedyText("new"));
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy", "--out", "to here");
    expect(exitCode).toBe(0);
    expect(stderr.split("\n")).toEqual([
      ...scripts("old").map(
        (file) =>
          `warning RMD7025: 'to here/${file}' is left over from an earlier build: 'a.remedy' no longer makes it. Remove it with --clean.`,
      ),
      "3 warnings",
      "",
    ]);
    const cleaned = await remedyc(folder, "build", "a.remedy", "--out", "to here", "--clean");
    expect(cleaned.stderr).toBe("");
    for (const file of scripts("old")) expect(cleaned.stdout).toContain(`  ${file} `);
    expect(cleaned.stdout.match(/ {2}removed, left over from an earlier build\n/g)).toHaveLength(3);
    expect(cleaned.stdout).toMatch(/\n1 script and manifest\.json written to to here, 3 left-over files removed\n$/);
    expect(existsSync(join(folder, "to here/intune.remediation"))).toBe(false);
    expect((await remedyc(folder, "build", "a.remedy", "--out", "to here", "--clean")).stdout).not.toContain("removed");
  });

  test("a build with an error removes nothing and writes nothing", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old") });
    await remedyc(folder, "build", "a.remedy");
    const before = readFileSync(join(folder, "out/manifest.json"), "utf8");
    writeFileSync(join(folder, "a.remedy"), remedyText("new").replace("running", "runing"));
    const { exitCode, stdout } = await remedyc(folder, "build", "a.remedy", "--clean", "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ scripts: [], files: [], leftOver: [], removed: [] });
    expect(listFiles(join(folder, "out"))).toEqual(["manifest.json", "standalone/old.ps1"]);
    expect(readFileSync(join(folder, "out/manifest.json"), "utf8")).toBe(before);
  });

  test("nothing is removed and nothing told when the scripts cannot be written", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old"), "out/standalone/new.ps1/x": "a folder" });
    await remedyc(folder, "build", "a.remedy");
    writeFileSync(join(folder, "a.remedy"), remedyText("new"));
    const { exitCode, stderr } = await remedyc(folder, "build", "a.remedy", "--clean");
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^error RMD7022: .*\n1 error\n$/)]);
    expect(listFiles(join(folder, "out"))).toEqual(["manifest.json", "standalone/new.ps1/x", "standalone/old.ps1"]);
  });

  test("signed scripts are known by their signed bytes", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old") });
    await remedyc(folder, "test-certificate", "--key", "p256");
    const sign = ["--sign", "--key", "remedyc-test.key", "--certificate", "remedyc-test.cer"];
    await tell(folder, [["a.remedy", ...sign]]);
    expect(await tell(folder, [{ "a.remedy": A }, ["a.remedy", "--clean", ...sign]])).toEqual(
      ends(["standalone/a.ps1"], { removed: ["standalone/old.ps1"] }),
    );
  });

  test("--watch --clean leaves no script of a name that was changed in the editor", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old") });
    const { child, ended, watching } = spawnRemedyc(folder, ["build", "a.remedy", "--watch", "--clean"]);
    await watching(1);
    writeFileSync(join(folder, "a.remedy"), remedyText("new"));
    await watching(2);
    child.kill("SIGINT");
    const { exitCode, stdout } = await ended;
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("  standalone/old.ps1  removed, ")]);
    expect(listFiles(join(folder, "out"))).toEqual(["manifest.json", "standalone/new.ps1"]);
  });
});

describe("what is not as the earlier build left it stays", () => {
  const OLD = "out/standalone/old.ps1";

  test.each<[obstacle: string, change: (folder: string) => void]>([
    ["it was changed since", (folder) => writeFileSync(join(folder, OLD), "mine")],
    ["it was changed since", (folder) => writeFileSync(join(folder, OLD), "")],
    [
      "it is a link now",
      (folder) => {
        renameSync(join(folder, OLD), join(folder, "elsewhere.ps1"));
        symlinkSync(join(folder, "elsewhere.ps1"), join(folder, OLD));
      },
    ],
    [
      "it is no file now",
      (folder) => {
        rmSync(join(folder, OLD));
        mkdirSync(join(folder, OLD));
      },
    ],
    [
      "its folder 'standalone' is a link",
      (folder) => {
        renameSync(join(folder, "out/standalone"), join(folder, "elsewhere"));
        symlinkSync(join(folder, "elsewhere"), join(folder, "out/standalone"), "junction");
      },
    ],
  ])("%s", async (obstacle, change) => {
    const folder = createFolder({ "a.remedy": remedyText("old") });
    await remedyc(folder, "build", "a.remedy");
    writeFileSync(join(folder, "a.remedy"), A);
    change(folder);
    for (const option of [[], ["--clean"], ["--clean"]]) {
      const { exitCode, stderr, stdout } = await remedyc(folder, "build", "a.remedy", ...option);
      expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining("removed")]);
      expect(stderr).toBe(
        `warning RMD7026: '${OLD}' is left over from an earlier build ('a.remedy' no longer makes it), and --clean leaves it alone: ${obstacle}. Delete it yourself when nobody needs it.\n1 warning\n`,
      );
      expect(existsSync(join(folder, OLD))).toBe(true);
    }
  });

  test("a link that is the output folder itself is the user's choice", async () => {
    const folder = createFolder({ "a.remedy": remedyText("old"), "real/x": "" });
    symlinkSync(join(folder, "real"), join(folder, "out"), "junction");
    await remedyc(folder, "build", "a.remedy");
    expect(await tell(folder, [{ "a.remedy": A }, ["a.remedy", "--clean"]])).toEqual(
      ends(["standalone/a.ps1", "x"], { removed: ["standalone/old.ps1"] }),
    );
  });
});
