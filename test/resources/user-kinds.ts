import type { WithDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { loadUserKinds } from "../../src/resources/catalog/load-user-kinds.ts";
import type { LoadedKinds } from "../../src/resources/catalog/load-user-kinds.ts";
import type { Catalog } from "../../src/resources/catalog/model.ts";
import type { CompilerHost } from "../../src/source/host.ts";

export const imports =
  'import type { Change, Creatable, Demand, Duration, Ensurable, Findings, Key, Means, NamedKey, Scope, Path, Quoted, Reading, Removable, Resource, RestKey, Selectable, Singleton, Size, State } from "remedyc/kinds";\n';
export const script =
  "function Read-Port { param([string] $Name, [string] $Property) }\nfunction Test-Port { param([string] $Name, [int] $Speed) }\nfunction Repair-Port { param([string] $Name, [int] $Speed) }\n";

export function createHost(files: Readonly<Record<string, string | Uint8Array | undefined>>): CompilerHost {
  return {
    readFile: (path) => {
      const content = files[path];
      if (content === undefined) return { kind: "missing" };
      return { kind: "bytes", bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
    },
  };
}

export async function load(text: string, ps1 = script, catalog?: Catalog): Promise<WithDiagnostics<LoadedKinds>> {
  const host = createHost({ "kinds/port.ts": text, "kinds/port.ps1": ps1 });
  return loadUserKinds("kinds/port.ts", host, { ...(catalog ? { catalog } : {}), functions: [{ name: "Get-RegistryValue" }] });
}

/** The body of a kind `port`, as complete as it has to be for one mistake to be the only one. Doc comments begin a line: TypeScript gives others to no member. */
export function port(members: string, bases = "Ensurable"): string {
  return `${imports}/** A port. */\nexport interface Port extends ${bases} {\n${members.replaceAll("; /**", ";\n/**").replaceAll("} /**", "}\n/**")}\n}\n`;
}

export const name = "/** Its name. */ name: Key<string>;";
export const speed = "/** Bits per second. */ speed: State<number>;";
