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
import type { BuildOutput } from "../publishing/remediation.ts";
import type { AppOutput } from "../publishing/win32/plan-app.ts";
import type { UploadHost } from "../publishing/win32/upload.ts";
import { planPublication, publish } from "../publishing/publish.ts";
import { countPlan, describePlan, showPlan } from "../publishing/show-plan.ts";
import type { ShownPlan } from "../publishing/show-plan.ts";
import { decodeSource, largestSourceFile } from "../source/decode.ts";
import { readPlainFile } from "../source/plain-file.ts";
import { readBuiltApps } from "./built-apps.ts";
import { readBuiltRemediations } from "./built-remediations.ts";
import type { PublishArguments } from "./commands/publish.ts";
import { tellPerson } from "./graph-host.ts";
import type { Connect } from "./graph-host.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

const NAMES = ["assignments.yaml", "assignments.yml", "assignments.json"] as const;

/** What a publication came to: its plan, and the scripts and apps that were carried out. */
interface Outcome {
  readonly plan: ShownPlan;
  readonly done: readonly PlannedScript[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `remedyc publish intune` in `folder`; gives the exit code. */
export async function runPublish(argv: PublishArguments, folder: string, connect: Connect, storage: UploadHost): Promise<number> {
  const { plan, done, diagnostics } = await publishFolder(argv, folder, connect, storage);
  const { create, update, delete: deleted } = countPlan(plan);
  const total = create + update + deleted;
  const whatIf = argv.whatIf === true;
  const outcome = whatIf
    ? "Nothing was changed (--what-if).\n"
    : total === 0
      ? "Nothing to do.\n"
      : `${done.length} of ${total} carried out.\n`;
  await reportFindings(diagnostics, argv.format, {
    text: plan.scripts.length + plan.apps.length === 0 ? "" : `${showPlan(plan)}${outcome}`,
    json: {
      whatIf,
      done: namesOf(done.filter((each) => !("built" in each))),
      doneApps: namesOf(done.filter((each) => "built" in each)),
      ...describePlan(plan),
    },
  });
  return exitCodeOf(diagnostics);
}

const namesOf = (scripts: readonly PlannedScript[]): string[] => scripts.map(({ name }) => name);

const NO_PLAN: ShownPlan = { scripts: [], apps: [] };

async function publishFolder(argv: PublishArguments, folder: string, connect: Connect, storage: UploadHost): Promise<Outcome> {
  const fail = (diagnostics: readonly Diagnostic[]): Outcome => ({ plan: NO_PLAN, done: [], diagnostics });
  const config = await loadConfig(folder, argv.config === undefined ? undefined : resolve(folder, argv.config));
  if (hasErrors(config.diagnostics)) return fail(config.diagnostics);
  const { path: configPath, config: settings } = config.value;
  const out =
    argv.folder !== undefined
      ? resolve(folder, argv.folder)
      : resolve(configPath === undefined ? folder : join(configPath, ".."), settings.out ?? "out");
  const options = {
    allowUnsigned: argv.allowUnsigned === true,
    now: new Date(),
    show: (path: string) => relative(folder, join(out, path)).replaceAll("\\", "/"),
  };
  const output = readBuiltRemediations(out, options);
  const file = readAssignments(argv.assignments, folder);
  const apps = hasErrors(output.diagnostics) ? { value: undefined, diagnostics: [] } : await readBuiltApps(out, options);
  const found = [...output.diagnostics, ...apps.diagnostics, ...file.diagnostics];
  try {
    if (!output.value || !apps.value || !file.value) return fail(found);
    return await publishBuilt({ output: output.value, apps: apps.value, file: file.value }, argv, connect, storage);
  } finally {
    await apps.value?.close();
  }
}

async function publishBuilt(
  { output, apps, file }: { readonly output: BuildOutput; readonly apps: AppOutput; readonly file: AssignmentsFile },
  argv: PublishArguments,
  connect: Connect,
  storage: UploadHost,
): Promise<Outcome> {
  const fail = (diagnostics: readonly Diagnostic[]): Outcome => ({ plan: NO_PLAN, done: [], diagnostics });
  const client = await connect(argv, "publish");
  if (!client.value) return fail(client.diagnostics);
  const graph = client.value;
  const planned = await catchFault(() =>
    planPublication(output, apps, file, graph, argv.delete ? "delete" : argv.prune ? "name" : "ignore"),
  );
  if ("fault" in planned) return fail([planned.fault]);
  const plan = planned.value.value;
  if (!plan || argv.whatIf === true) return { plan: plan ?? NO_PLAN, done: [], diagnostics: planned.value.diagnostics };
  const done: PlannedScript[] = [];
  const { create, update, delete: deleted } = countPlan(plan);
  const total = create + update + deleted;
  let told = "";
  const carried = await catchFault(() =>
    publish(plan, graph, storage, {
      onDone: (script) => {
        done.push(script);
        tellPerson(`${done.length} of ${total}: ${"built" in script ? "app " : ""}${script.name} ${PAST[script.action]}`);
      },
      onSent: ({ name }, sent, size) => {
        const line = `${done.length + 1} of ${total}: app ${name}, ${Math.floor((sent * 10) / size) * 10} % of ${Math.ceil(size / 2 ** 20)} MB sent`;
        if (line !== told) tellPerson(line);
        told = line;
      },
    }),
  );
  return { plan, done, diagnostics: [...planned.value.diagnostics, ...("fault" in carried ? [carried.fault] : [])] };
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
