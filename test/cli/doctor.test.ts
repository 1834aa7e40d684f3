import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examine } from "../../src/cli/doctor.ts";
import type { Finding, Surroundings } from "../../src/cli/doctor.ts";
import { createFolder, remedyc } from "./support.ts";

async function look(files: Readonly<Record<string, string>>, more: Partial<Surroundings> = {}): Promise<ReadonlyMap<string, Finding>> {
  const surroundings: Surroundings = { folder: createFolder(files), node: "22.1.0", isExecutable: false, variables: {}, ...more };
  return new Map((await examine({ config: undefined }, surroundings)).map((finding) => [finding.about, finding]));
}

const config = (signer: object): Readonly<Record<string, string>> => ({ "remedyc.config.json": JSON.stringify({ signing: { signer } }) });

describe("remedyc doctor", () => {
  test("says of each thing that it is there, or for what it is needed", async () => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder(), "doctor");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^ok {7}remedyc {7}\d+\.\d+\.\d+\nok {7}Node\.js/);
    expect(stdout).toContain(
      "missing  configuration no remedyc.config.ts, .js or .json in this folder\n                       None is needed;",
    );
    const json = JSON.parse((await remedyc(createFolder(), "doctor", "--format", "json")).stdout) as {
      readonly findings: readonly Finding[];
    };
    expect(json.findings.map(({ about }) => about)).toEqual([
      "remedyc",
      "Node.js",
      "configuration",
      "PowerShell",
      "signing key",
      "tenant",
      "network",
    ]);
  });

  test("a configuration that is of no use ends with 1, and says what is wrong with it", async () => {
    const { exitCode, stdout } = await remedyc(createFolder({ "remedyc.config.json": '{ "file": [] }' }), "doctor");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^WRONG {4}configuration RMD\d{4}: .*'file'/m);
  });

  test.each<[version: string, state: Finding["state"]]>([
    ["20.19.0", "ok"],
    ["20.18.3", "wrong"],
    ["18.20.0", "wrong"],
    ["24.0.0", "ok"],
  ])("Node.js %s is %s", async (node, state) => {
    expect((await look({}, { node })).get("Node.js")?.state).toBe(state);
  });

  test("a signing key: its file is missing, its password is not set, its program is none", async () => {
    const pfx = { source: "pfx", file: "code.pfx", password: { from: "env", name: "PFX_PASSWORD" } };
    expect((await look(config(pfx))).get("signing key")).toMatchObject({
      state: "wrong",
      text: expect.stringMatching(/^code\.pfx: /) as string,
    });
    const files = { ...config(pfx), "code.pfx": "x" };
    expect((await look(files)).get("signing key")).toMatchObject({
      state: "missing",
      text: expect.stringContaining("PFX_PASSWORD") as string,
    });
    const variables = { PFX_PASSWORD: "the secret" };
    const there = (await look(files, { variables })).get("signing key");
    expect(there).toEqual({ about: "signing key", state: "ok", text: "by pfx: code.pfx" });
    const command = { source: "command", command: ["no-such-program"], certificate: "code.pem" };
    expect((await look({ ...config(command), "code.pem": "x" })).get("signing key")).toMatchObject({
      state: "wrong",
      text: expect.stringContaining("no-such-program") as string,
    });
    expect((await look(config({ source: "paper" }))).get("signing key")).toMatchObject({ state: "wrong" });
  });

  test("tenant and network are told by variables, of which no value is a secret", async () => {
    const folder = createFolder();
    const variables = {
      AZURE_TENANT_ID: "contoso",
      AZURE_CLIENT_ID: "app",
      AZURE_CLIENT_SECRET: "hidden",
      HTTPS_PROXY: "http://somebody:hidden@proxy:3128",
      NODE_EXTRA_CA_CERTS: join(folder, "none.pem"),
    };
    const found = await look({}, { folder, variables });
    expect(found.get("tenant")?.state).toBe("ok");
    expect(found.get("network")).toMatchObject({ state: "wrong", text: expect.stringContaining("none.pem") as string });
    expect((await look({}, { variables: { ...variables, NODE_EXTRA_CA_CERTS: undefined } })).get("network")).toMatchObject({
      state: "missing",
      text: "HTTPS_PROXY is set, and Node.js does not use it",
    });
    const used = await look({}, { variables: { HTTPS_PROXY: variables.HTTPS_PROXY, NODE_USE_ENV_PROXY: "1" } });
    expect(used.get("network")).toMatchObject({ state: "ok", text: "through the proxy of HTTPS_PROXY" });
    expect((await look({})).get("tenant")?.text).toBe("AZURE_TENANT_ID and AZURE_CLIENT_ID not set");
    expect(JSON.stringify([...found.values(), ...used.values()])).not.toContain("hidden");
  });
});
