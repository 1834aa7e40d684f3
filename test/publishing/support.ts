import { createHash } from "node:crypto";
import { vi } from "vitest";
import { runPublish } from "../../src/cli/publish.ts";
import type { PublishArguments } from "../../src/cli/commands/publish.ts";
import type { Connect } from "../../src/cli/graph-host.ts";
import type { UploadHost } from "../../src/publishing/win32/upload.ts";
import { createFolder } from "../cli/support.ts";

export interface Remedy {
  readonly name: string;
  readonly title?: string;
  readonly detect?: string;
  readonly remediate?: string;
  readonly context?: string;
}

/** A folder as a build leaves it, with a file of assignments beside `out`. */
export function createOutput(remedies: readonly Remedy[], assignments: string, more: object = {}): string {
  const files: { [path: string]: string } = { "assignments.yaml": assignments };
  const scripts = remedies.flatMap((remedy) =>
    (["detect", "remediate"] as const).map((role) => {
      const file = `intune.remediation/${remedy.name}.${role}.ps1`;
      const text = remedy[role] ?? `'${remedy.name} ${role}'\r\nexit 0\r\n`;
      files[`out/${file}`] = text;
      return {
        file,
        name: remedy.name,
        version: "1.0.0",
        title: remedy.title ?? `Title of ${remedy.name}`,
        publisher: null,
        context: remedy.context ?? "system",
        target: "intune.remediation",
        role,
        size: text.length,
        sha256: createHash("sha256").update(text).digest("hex"),
        source: { path: "fleet/a.remedy", sha256: "0".repeat(64) },
        imports: [],
        signature: null,
        parameters: {},
      };
    }),
  );
  files["out/manifest.json"] = JSON.stringify({ compiler: "remedyc 0.1.0", scripts, earlier: [], ...more });
  return createFolder(files);
}

/** Nothing is waited for. */
const STORAGE: UploadHost = { fetch: globalThis.fetch, now: () => new Date(), sleep: () => Promise.resolve(), tell: () => undefined };

export interface Published {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `remedyc publish intune` in a folder, against a tenant of this machine. */
export async function publishFolder(folder: string, connect: Connect, options: Partial<PublishArguments> = {}): Promise<Published> {
  const texts = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      texts[stream] += String(text);
      return true;
    }),
  );
  const argv: PublishArguments = {
    auth: "device-code",
    cloud: "global",
    folder: undefined,
    assignments: undefined,
    whatIf: false,
    prune: false,
    delete: false,
    allowUnsigned: true,
    config: undefined,
    format: "text",
    ...options,
  };
  try {
    return { exitCode: await runPublish(argv, folder, connect, STORAGE), ...texts };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
