import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listTemplates } from "../../../src/build/read-templates.ts";
import { runScript } from "../../powershell/host.ts";
import { putScript } from "../../powershell/script-files.ts";
import { startDownloadServer } from "./download-server.ts";
import type { DownloadServer } from "./download-server.ts";

/** The transfer itself, by the genuine PowerShell from a genuine server; only Windows' folders, its proxy setting and the waits are ours. */
const FUNCTIONS = [
  "Use-Download",
  "Save-Download",
  "Receive-WebFile",
  "Find-WebProxy",
  "Get-FailureText",
  "ConvertTo-Line",
  "Test-Match",
  "Test-Text",
  "Get-FileSha256",
];

interface Answer {
  readonly name: string;
  readonly error: string;
  readonly notes: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  readonly left: readonly string[];
  readonly file: string;
}

let server: DownloadServer;
let answers: ReadonlyMap<string, Answer>;
const answer = (name: string): Answer => {
  const found = answers.get(name);
  if (!found) throw new Error(`no answer of ${name}: ${[...answers.keys()].join(", ")}`);
  return found;
};

/** WinHttpSettings as `netsh winhttp set proxy` writes it. */
function proxySetting(servers: string, passed = ""): string {
  const text = (value: string) => [value.length, 0, 0, 0, ...Buffer.from(value, "ascii")];
  return `@(${[0x18, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, ...text(servers), ...text(passed)].join(", ")})`;
}

beforeAll(async () => {
  server = await startDownloadServer();
  const hash = createHash("sha256").update(server.content).digest("hex");
  const { origin, folder, proxy, lockedProxy, strange } = server;
  const get = (url: string, sha256 = hash) => `Use-Download '${url}' '${sha256}' { param($Copy) Show-Copy $Copy }`;
  const receive = (path: string, limit: string, milliseconds: number) =>
    `$null = Receive-WebFile '${origin}${path}' "$root-direct.msi" 'direct' ${limit} ${milliseconds}`;
  const cases: Record<string, string> = {
    whole: get(`${origin}/whole.msi?sig=a%20b`),
    "cut off": get(`${origin}/cut/agent.msi`, hash.toUpperCase()),
    "cut off each time": get(`${origin}/always-cut.msi`),
    "no ranges": get(`${origin}/no-range.msi`),
    "not its beginning": get(`${origin}/behind.msi`),
    chunked: get(`${origin}/chunked.msi`),
    elsewhere: get(`${origin}/elsewhere.msi`),
    "to http": get(`${origin}/to-http.msi`),
    "round and round": get(`${origin}/round.msi`),
    "not there": get(`${origin}/nothing.msi`),
    "busy at first": get(`${origin}/busy.msi`),
    "another file": get(`${origin}/whole.msi`, "a".repeat(64)),
    "no hash": get(`${origin}/whole.msi`, ""),
    "a block that throws": `Use-Download '${origin}/whole.msi' '${hash}' { throw 'the setup returned 1603' }`,
    "a stranger's certificate": get(`${strange}/whole.msi`),
    "nobody answers": get("https://localhost:9/whole.msi"),
    "no such host": get("https://nowhere.invalid/whole.msi"),
    silent: receive("/silent.msi", "1GB", 700),
    slow: receive("/slow.msi", "1GB", 900),
    "too large": receive("/whole.msi", "299999", 20_000),
    "more than said": receive("/chunked.msi", "299999", 20_000),
    "no room": `$script:Free = 1GB; ${get(`${origin}/whole.msi`)}`,
    "by the proxy": `$script:Proxy = ${proxySetting(proxy.replace("http://", ""))}; ${get(`${origin}/whole.msi`)}`,
    "the proxy asks": `$script:Proxy = ${proxySetting(lockedProxy)}; ${get(`${origin}/whole.msi`)}`,
    "past the proxy": `$script:Proxy = ${proxySetting(lockedProxy, "<local>")}; ${get(`${origin}/whole.msi`)}`,
    proxies: [
      [proxySetting("proxy:8080", "localhost;*.contoso.com"), "download.contoso.com"],
      [proxySetting("proxy:8080", "localhost;*.contoso.com"), "contoso.org"],
      [proxySetting("http=a:1;https=b:2"), "contoso.org"],
      [proxySetting("http=a:1"), "contoso.org"],
      [proxySetting("https=https://c:3"), "contoso.org"],
      ["@(24, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)", "contoso.org"],
      ["@(24, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 255, 0, 0, 0, 1)", "contoso.org"],
      ["@(24)", "contoso.org"],
      ["$null", "contoso.org"],
    ]
      .map(([setting = "", target = ""]) => `$script:Proxy = ${setting}; $script:Shown += "$(Find-WebProxy '${target}')"`)
      .join("\n"),
  };
  const files = new Map(listTemplates().flatMap(({ path, stem, role }) => (role.sort === "function" ? [[stem, path] as const] : [])));
  const script = [
    "Set-StrictMode -Version Latest",
    "$ErrorActionPreference = 'Stop'",
    // a backslash is a character of names here, so what lies below $root lies in $folder
    `$folder = '${folder}'; $root = "$folder/state"`,
    ...FUNCTIONS.map((name) => readFileSync(files.get(name) ?? name, "utf8")),
    "$Remedy = @{ State = $root }",
    "function Get-StateFolder([string] $Name) { $root }",
    "function Get-DiskSpace([string] $Drive) { [pscustomobject]@{ Free = $script:Free; Total = 64GB } }",
    "function Get-Tick { [long][Environment]::TickCount64 }",
    "function Wait-Moment([int] $Milliseconds) { }",
    "function Write-Note([string] $Text) { $script:Notes += $Text }",
    "function Clear-LogFile([string] $Path) { [IO.File]::Delete($Path) }",
    "function Find-Left { [IO.Directory]::GetFiles($folder, 'state*') }",
    "function Clear-Download { foreach ($file in Find-Left) { [IO.File]::Delete($file) } }",
    "function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name) { if ($null -ne $script:Proxy) { [pscustomobject]@{ Type = 'Binary'; Data = [byte[]]$script:Proxy } } }",
    "function Show-Copy([string] $Copy) { $script:Bytes = [IO.FileInfo]::new($Copy).Length; $script:Hash = Get-FileSha256 -Path $Copy; $script:File = $Copy.Substring($root.Length + 1) }",
    "function Invoke-Case([string] $Name, [scriptblock] $Body) {",
    "    $script:Notes = @(); $script:Shown = @(); $script:Bytes = -1; $script:Hash = ''; $script:File = ''; $script:Proxy = $null; $script:Free = 64GB",
    "    $why = ''",
    "    try { & $Body } catch { $why = Get-FailureText $_ }",
    "    [ordered]@{ name = $Name; error = $why; notes = @($script:Notes + $script:Shown); bytes = $script:Bytes; sha256 = $script:Hash; file = $script:File; left = @(Find-Left) } | ConvertTo-Json -Compress",
    "}",
    ...Object.entries(cases).map(([name, body]) => `Invoke-Case "${name}" {\n${body}\n}`),
  ].join("\n");
  const run = await runScript(putScript(script), [], { environment: { SSL_CERT_FILE: server.certificate, no_proxy: "*" } });
  answers = new Map(
    run.stdout.split("\n").flatMap((line) => {
      if (!line.startsWith("{")) return [];
      const one = JSON.parse(line) as Answer;
      return [[one.name, one] as const];
    }),
  );
  if (answers.size !== Object.keys(cases).length) throw new Error(`${run.stdout}\n${run.stderr}`);
});

afterAll(() => server.close());

/** What came is what is there, and nothing of it is left. */
const came = (file = "whole.msi") => ({ error: "", bytes: 300_000, file, left: [] });
const failed = (error: string) => ({ error, bytes: -1, left: [] });
const askedFor = (path: string) => server.requests.filter((request) => request.startsWith(`GET ${path}`));
const again = (why: string) => `cannot download from localhost: ${why}; it is tried again`;
const cut = expect.stringMatching(/^cannot download from localhost: .*(prematurely|cut).*; it is tried again$/) as string;

describe("a download", () => {
  test("is whole, verified, handed over under its name, and deleted", () => {
    expect(answer("whole")).toMatchObject({ ...came(), notes: [] });
    expect(answer("chunked")).toMatchObject(came("chunked.msi"));
    expect(answer("a block that throws")).toMatchObject(failed("the setup returned 1603"));
  });

  test("goes on where it was cut off, three times at most", () => {
    expect(answer("cut off")).toMatchObject({ ...came("agent.msi"), notes: [cut] });
    expect(askedFor("/cut/agent.msi")).toEqual(["GET /cut/agent.msi", "GET /cut/agent.msi bytes=100000-"]);
    expect(answer("cut off each time")).toMatchObject({ bytes: -1, left: [], notes: [cut, cut] });
    expect(answer("cut off each time").error).toMatch(/^cannot download from localhost: /);
    expect(askedFor("/always-cut.msi")).toHaveLength(3);
  });

  test("begins anew where the server does not go on, or what is here is no beginning of what is there", () => {
    expect(answer("no ranges")).toMatchObject({ ...came("no-range.msi"), notes: [cut] });
    expect(answer("not its beginning")).toMatchObject({ ...came("behind.msi"), notes: [cut, again("the server answers 416")] });
  });

  test("follows where it is led, as long as that is https", () => {
    expect(answer("elsewhere")).toMatchObject(came("elsewhere.msi"));
    expect(askedFor("/whole.msi?token=1")).toHaveLength(1);
    expect(answer("to http")).toMatchObject(failed("cannot download from localhost: it leads to http://localhost, which is not https"));
    expect(answer("round and round")).toMatchObject(failed("cannot download from localhost: it leads on and on"));
    expect(askedFor("/round.msi")).toHaveLength(11);
  });

  test("waits for a server that is busy, and takes no for an answer", () => {
    const busy = again("the server answers 503");
    expect(answer("busy at first")).toMatchObject({ ...came("busy.msi"), notes: [busy, busy] });
    expect(answer("not there")).toMatchObject({ ...failed("cannot download from localhost: the server answers 404"), notes: [] });
  });

  test("is nothing but the file that was meant", () => {
    const hash = createHash("sha256").update(server.content).digest("hex").toUpperCase();
    const what = `the SHA-256 of what came from localhost is ${hash}, not`;
    expect(answer("another file")).toMatchObject(failed(`${what} ${"A".repeat(64)}`));
    expect(answer("no hash")).toMatchObject(failed(`${what} `));
  });

  test("says why nothing came", () => {
    expect(answer("a stranger's certificate")).toMatchObject({ bytes: -1, left: [] });
    expect(answer("a stranger's certificate").error).toMatch(/^cannot download from localhost: .*certificate/);
    expect(answer("nobody answers").error).toMatch(/^cannot download from localhost: ./);
    expect(answer("no such host").error).toMatch(/^cannot download from nowhere\.invalid: ./);
  });

  test("ends in time, and before the drive is full", () => {
    expect(answer("silent").error).toBe("timed out after 1 s, with 0 bytes");
    expect(answer("slow").error).toMatch(/^timed out after 1 s, with [1-9]\d* bytes$/);
    expect(answer("too large").error).toBe("it has 300000 bytes, and there is room for 299999");
    expect(answer("more than said").error).toBe("it has more bytes than there is room for, 299999");
    expect(answer("no room")).toMatchObject(failed("cannot download from localhost: it has 300000 bytes, and there is room for 0"));
  });

  test("goes by the proxy of the machine", () => {
    const host = server.origin.replace("https://", "");
    expect(answer("by the proxy")).toMatchObject(came());
    expect(answer("past the proxy")).toMatchObject(came());
    expect(answer("the proxy asks").error).toMatch(/407/);
    expect(server.requests.filter((request) => request.startsWith("CONNECT"))).toEqual(Array.from({ length: 4 }, () => `CONNECT ${host}`));
    expect(answer("proxies").notes).toEqual(["direct", "http://proxy:8080", "http://b:2", "", "https://c:3", "", "", "", ""]);
  });
});
