import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { loadConfig } from "../config/load-config.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { describeRefusal } from "../../grammar/parse-source.ts";
import { catchFault } from "../graph/fault.ts";
import { readAssignmentsFile } from "../publishing/assignments-file.ts";
import type { AssignmentsFile } from "../publishing/assignments-file.ts";
import type { PlannedScript } from "../publishing/plan.ts";
import { planPublication, publish } from "../publishing/publish.ts";
import { countPlan, describePlan, showPlan } from "../publishing/show-plan.ts";
import { decodeSource, largestSourceFile } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { readBuiltRemediations } from "./built-remediations.ts";
import type { PublishArguments } from "./commands/publish.ts";
import { tellPerson } from "./graph-host.ts";
import type { Connect } from "./graph-host.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

const NAMES = ["assignments.yaml", "assignments.yml", "assignments.json"] as const;

/** What a publication came to: its plan, and the scripts that were carried out. */
interface Outcome {
  readonly plan: readonly PlannedScript[];
  readonly done: readonly PlannedScript[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `remedyc publish intune` in `folder`; gives the exit code. */
export async function runPublish(argv: PublishArguments, folder: string, connect: Connect): Promise<number> {
  const { plan, done, diagnostics } = await publishFolder(argv, folder, connect);
  const { create, update, delete: deleted } = countPlan(plan);
  const total = create + update + deleted;
  const whatIf = argv.whatIf === true;
  const outcome = whatIf
    ? "Nothing was changed (--what-if).\n"
    : total === 0
      ? "Nothing to do.\n"
      : `${done.length} of ${total} carried out.\n`;
  await reportFindings(diagnostics, argv.format, {
    text: plan.length === 0 ? "" : `${showPlan(plan)}${outcome}`,
    json: { whatIf, done: done.map(({ name }) => name), ...describePlan(plan) },
  });
  return exitCodeOf(diagnostics);
}

async function publishFolder(argv: PublishArguments, folder: string, connect: Connect): Promise<Outcome> {
  const fail = (diagnostics: readonly Diagnostic[]): Outcome => ({ plan: [], done: [], diagnostics });
  const config = await loadConfig(folder, argv.config === undefined ? undefined : resolve(folder, argv.config));
  if (hasErrors(config.diagnostics)) return fail(config.diagnostics);
  const { path: configPath, config: settings } = config.value;
  const out =
    argv.folder !== undefined
      ? resolve(folder, argv.folder)
      : resolve(configPath === undefined ? folder : join(configPath, ".."), settings.out ?? "out");
  const output = readBuiltRemediations(out, {
    allowUnsigned: argv.allowUnsigned === true,
    now: new Date(),
    show: (path) => relative(folder, join(out, path)).replaceAll("\\", "/"),
  });
  const file = readAssignments(argv.assignments, folder);
  const found = [...output.diagnostics, ...file.diagnostics];
  if (!output.value || !file.value) return fail(found);
  const client = await connect(argv, "publish");
  if (!client.value) return fail(client.diagnostics);
  const graph = client.value;
  const { value: built } = output;
  const assignments = file.value;

  const planned = await catchFault(() =>
    planPublication(built, assignments, graph, argv.delete ? "delete" : argv.prune ? "name" : "ignore"),
  );
  if ("fault" in planned) return fail([planned.fault]);
  const plan = planned.value.value;
  if (!plan || argv.whatIf === true) return { plan: plan?.scripts ?? [], done: [], diagnostics: planned.value.diagnostics };
  const done: PlannedScript[] = [];
  const { create, update, delete: deleted } = countPlan(plan.scripts);
  const carried = await catchFault(() =>
    publish(plan, graph, (script) => {
      done.push(script);
      tellPerson(`${done.length} of ${create + update + deleted}: ${script.name} ${PAST[script.action]}`);
    }),
  );
  return { plan: plan.scripts, done, diagnostics: [...planned.value.diagnostics, ...("fault" in carried ? [carried.fault] : [])] };
}

const PAST = { create: "created", update: "changed", delete: "deleted", none: "", "left over": "" } as const;

function readAssignments(named: string | undefined, folder: string): WithDiagnostics<AssignmentsFile | undefined> {
  const shown = named ?? NAMES.find((name) => existsSync(join(folder, name))) ?? NAMES[0];
  const read = readPlainFile(resolve(folder, shown), largestSourceFile);
  if ("error" in read)
    return {
      value: undefined,
      diagnostics: [createDiagnostic("RMD8204", undefined, { path: shown, reason: `${read.error} ('remedyc explain RMD8204' shows one)` })],
    };
  const decoded = decodeSource(shown.replaceAll("\\", "/"), read.bytes);
  if (decoded.kind !== "source") return { value: undefined, diagnostics: [describeRefusal(shown, decoded)] };
  return readAssignmentsFile(decoded.source);
}
