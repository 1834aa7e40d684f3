import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largestSourceFile } from "../../src/source/decode.ts";
import type { CompilerHost } from "../../src/source/host.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { createNodeHost } from "../../src/source/node-host.ts";

const show = (host: CompilerHost, path: string): string => {
  const content = host.readFile(path);
  if (content.kind === "bytes") return new TextDecoder().decode(content.bytes);
  return content.kind === "unreadable" ? `unreadable: ${content.reason}` : content.kind;
};

describe("the host of the file system", () => {
  let folder = "";
  let host: CompilerHost;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "remedyc-host-"));
    const root = join(folder, "root");
    mkdirSync(join(root, "parts"), { recursive: true });
    writeFileSync(join(root, "a.remedy"), "a");
    writeFileSync(join(root, "parts", "b.remedy"), "b");
    writeFileSync(join(folder, "outside.remedy"), "outside");
    mkdirSync(join(folder, "root2"));
    writeFileSync(join(folder, "root2", "c.remedy"), "c");
    writeFileSync(join(root, "large.remedy"), Buffer.alloc(largestSourceFile + 1));
    symlinkSync(join(folder, "outside.remedy"), join(root, "link.remedy"));
    symlinkSync(folder, join(root, "up"));
    symlinkSync(join(root, "a.remedy"), join(root, "inner.remedy"));
    symlinkSync(join(root, "loop.remedy"), join(root, "loop.remedy"));
    host = createNodeHost(root);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["a.remedy", "a"],
    ["parts/b.remedy", "b"],
    ["parts/../a.remedy", "a"],
    ["inner.remedy", "a"],
    ["no.remedy", "missing"],
    ["a.remedy/x", "missing"],
    ["../outside.remedy", "escape"],
    ["../root2/c.remedy", "escape"],
    ["parts/../../outside.remedy", "escape"],
    ["link.remedy", "escape"],
    ["up/outside.remedy", "escape"],
    ["/etc/passwd", "escape"],
    ["parts", "unreadable: it is a folder"],
    ["loop.remedy", "unreadable: its links form a circle"],
    ["a\0.remedy", "unreadable: its name has a NUL character"],
    [`${"x".repeat(300)}.remedy`, "unreadable: its name is too long"],
  ])("%s", (path, expected) => expect(show(host, path)).toBe(expected));

  it("does not read a file that is too large", () => expect(show(host, "large.remedy")).toContain("a source file may have at most"));
});

describe("the host in memory", () => {
  const host = createMemoryHost({
    "a.remedy": "a",
    "p/b.remedy": new Uint8Array([98]),
    "x.remedy": { kind: "unreadable", reason: "access is denied" },
  });
  it.each([
    ["a.remedy", "a"],
    ["./p/../p/b.remedy", "b"],
    ["x.remedy", "unreadable: access is denied"],
    ["toString", "missing"],
    ["../a.remedy", "escape"],
    ["/a.remedy", "escape"],
    ["C:/a.remedy", "escape"],
  ])("%s", (path, expected) => expect(show(host, path)).toBe(expected));
});
