import { parseSource } from "../../grammar/parse-source.ts";
import { loadLibrary } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import type { CompiledFile } from "../../src/compiler/compile.ts";
import type { GivenParameter } from "../../src/parameters/given.ts";
import type { Plan, PlanNode } from "../../src/plan/plan.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import type { TemplateLibrary } from "../../src/powershell/library.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import type { TargetName } from "../../src/targets/target.ts";
import { catalog, completeRemedy } from "../checker/support.ts";

/** The package's own templates. */
export const builtInLibrary = await loadLibrary();

/** What a compilation is tried with. */
export interface Given {
  readonly files?: { readonly [path: string]: string };
  readonly target?: TargetName;
  readonly set?: { readonly [name: string]: string };
  /** Another library of templates than the package's. */
  readonly library?: TemplateLibrary;
}

/** Compiles a text (completed to a remedy) for one target, `standalone` unless another is named. */
export function compileText(
  text: string,
  { files = {}, target = "standalone", set = {}, library = builtInLibrary }: Given = {},
): Promise<CompiledFile> {
  const parameters = Object.entries(set).map(([name, value]): GivenParameter => ({ remedy: undefined, name, value, span: undefined }));
  return compileFile(
    "main.remedy",
    {
      host: createMemoryHost({ ...files, "main.remedy": completeRemedy(text) }),
      catalog,
      library,
      parse: parseSource,
      loadUserKinds: () => Promise.resolve({ value: { kinds: [], scripts: new Map() }, diagnostics: [] }),
      version: "0.0.0",
    },
    { targets: [target], parameters },
  );
}

/** The plan of a text without errors. Throws with the findings when there are some. */
export async function planText(text: string, given: Given = {}): Promise<Plan> {
  const { plans, diagnostics } = await compileText(text, given);
  const [first] = plans;
  if (!first) throw new Error(diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`).join("\n"));
  return first.plan;
}

/** Nodes of a plan's first step, one line each, nested ones indented: `ensure only.1 service A: state running`. */
export function outline(nodes: readonly PlanNode[] | undefined, depth = 0): string[] {
  return (nodes ?? []).flatMap((node): string[] => {
    const pad = "  ".repeat(depth);
    switch (node.kind) {
      case "ensure":
        return [`${pad}ensure ${node.id} ${node.label}`];
      case "require":
      case "warn":
      case "reboot":
      case "check":
        return [`${pad}${node.kind} ${node.id} ${node.guard.text}`];
      case "routine":
        return [`${pad}${node.kind} ${node.id}`];
      case "when":
        return [
          `${pad}when ${node.guard.text}`,
          ...outline(node.body, depth + 1),
          ...(node.otherwise.length > 0 ? [`${pad}else`, ...outline(node.otherwise, depth + 1)] : []),
        ];
      case "each":
        return [`${pad}${node.text} as ${node.variable}`, ...outline(node.body, depth + 1)];
      case "with":
        return [`${pad}with ${node.resources.map((resource) => resource.label).join(", ")}`, ...outline(node.body, depth + 1)];
      default:
        return node satisfies never;
    }
  });
}

/** The outline of the first step of a text. */
export async function outlineText(text: string, given: Given = {}): Promise<string[]> {
  return outline((await planText(text, given)).steps[0]?.body);
}

/** Errors and warnings of a text: `RMD4001 ensure service("A") absent <- ensure service("A")` with the related places. */
export async function findText(text: string, given: Given = {}): Promise<string[]> {
  const { diagnostics } = await compileText(text, given);
  return diagnostics
    .filter((diagnostic) => diagnostic.severity !== "note" && diagnostic.code !== "RMD2007")
    .map(({ code, span, related }) =>
      [`${code} ${span ? getSpanText(span) : "-"}`, ...related.map((place) => getSpanText(place.span))].join(" <- "),
    );
}
