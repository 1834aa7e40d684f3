import { join } from "node:path";
import { BUILDS, createBuildCase, createPeerCase, EMPTY, GROWTH, MEMORY, PROJECT } from "./cases.ts";
import type { Build } from "./cases.ts";
import { clearEnvironment, describeMachine, findUnrest, getLoad } from "./environment.ts";
import { LARGE_FILES } from "./large-files.ts";
import { measureInTurn, measureMemory, runProcess, summarize } from "./measure.ts";
import type { Case, Measure, Series, Timing } from "./measure.ts";
import type { MeasuredCommand } from "./measured-command.ts";
import { isWanted } from "./options.ts";
import type { Options } from "./options.ts";
import { explainError, findPeers } from "./peers.ts";
import type { InstalledPeer } from "./peers.ts";
import { PROOFS } from "./proofs.ts";
import { growthRow, memoryRow, timeRow } from "./rows.ts";
import type { Row } from "./rows.ts";
import { SECTIONS } from "./sections.ts";
import type { Report } from "./table.ts";

/** The rows of commands, in this order. */
export const COMMANDS: readonly MeasuredCommand[] = [...LARGE_FILES, ...PROOFS];

/** What a run needs from its surroundings. */
export interface Surroundings {
  /** Where inputs and outputs are written. */
  readonly folder: string;
  /** Ends the run at once. */
  readonly signal: AbortSignal;
  /** Tells a person how far the run is. */
  readonly report: (line: string) => void;
}

/** Measures the wanted rows. From then on this process's environment lacks what `clearEnvironment` takes out. */
export async function measureReport(options: Options, { folder, signal, report }: Surroundings): Promise<Report> {
  const load = getLoad();
  const original = clearEnvironment();
  const isCompared = BUILDS.some(({ name }) => isWanted(name, options));
  const peersFolder = join(PROJECT, ".bench", "peers");
  const { peers, missing } = isCompared
    ? await findPeers({ folder: peersFolder, environment: original, signal, report })
    : { peers: [], missing: [] };
  const series: Series = {
    rounds: options.rounds,
    signal,
    onRound: (round) => report(round === 0 ? "Warming up" : `Round ${round} of ${options.rounds}`),
  };
  const builds = await measureBuilds(options, folder, peers, series);
  const sections = await measureSections(options, builds.empty, { series, report });
  const commands = await measureCommands(options, builds.empty, folder, { series, report });
  const machine = describeMachine(load);
  return {
    ...machine,
    rounds: options.rounds,
    unrest: findUnrest(machine, builds.empty),
    missing,
    failures: [...sections.failures, ...commands.failures],
    rows: [...builds.rows, ...sections.rows, ...commands.rows],
  };
}

/** All that are whole processes of Node, in turn: the empty program, builds, and what peers take for builds of the same size. */
async function measureBuilds(
  options: Options,
  folder: string,
  peers: readonly InstalledPeer[],
  series: Series,
): Promise<{ readonly empty: Timing; readonly rows: Row[] }> {
  const isGrowthWanted = isWanted(GROWTH.name, options);
  const runs = BUILDS.filter(
    (build) => isWanted(build.name, options) || (isGrowthWanted && [GROWTH.smaller, GROWTH.larger].includes(build)),
  ).map((build) => ({
    build,
    ours: createBuildCase(build, folder),
    others: isWanted(build.name, options) ? peers.map((peer) => createPeerCase(peer, build, folder)) : [],
  }));
  const times = await measureInTurn([EMPTY, ...runs.flatMap(({ ours, others }) => [ours, ...others])], series);
  const get = (each: Case | undefined): Timing => {
    const timing = each && times.get(each);
    if (!timing) throw new Error(`${each?.name ?? "A case"} was not measured.`);
    return timing;
  };
  const empty = get(EMPTY);
  const rows: Row[] = [timeRow({ name: EMPTY.name, ...empty }, empty)];
  for (const { build, ours, others } of runs) {
    if (!isWanted(build.name, options)) continue;
    rows.push(
      timeRow({ name: build.name, ...get(ours) }, empty, {
        limit: build.limit,
        peers: others.map((each) => ({ name: each.name, ...get(each) })),
      }),
    );
  }
  if (isGrowthWanted) {
    const timing = (build: Build): Timing => get(runs.find((run) => run.build === build)?.ours);
    rows.push(growthRow(GROWTH.name, timing(GROWTH.larger), timing(GROWTH.smaller), GROWTH.most));
  }
  for (const { name, build } of MEMORY.filter((each) => isWanted(each.name, options))) {
    const ours = runs.find((run) => run.build === build)?.ours ?? createBuildCase(build, folder);
    rows.push(memoryRow(name, await measureMemory(ours, folder, series.signal)));
  }
  return { empty, rows };
}

/** What cannot be measured here (PowerShell may not be there) does not take the other rows with it. */
async function measureSections(
  options: Options,
  empty: Measure,
  { series, report }: { readonly series: Series; readonly report: Surroundings["report"] },
): Promise<{ readonly rows: Row[]; readonly failures: string[] }> {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const { names, limit, measure } of SECTIONS) {
    if (!names.some((name) => isWanted(name, options))) continue;
    report(names.join(", "));
    try {
      const measures = await measure(series);
      measures.forEach((each, i) => {
        const name = names[i] ?? "";
        if (isWanted(name, options))
          rows.push(each.unit === "MB" ? memoryRow(name, each.median) : timeRow({ name, ...each }, empty, { limit }));
      });
    } catch (error) {
      series.signal.throwIfAborted();
      failures.push(`${names.join(", ")}: ${explainError(error)}`);
    }
    series.signal.throwIfAborted();
  }
  return { rows, failures };
}

/** The rows of time and memory of commands that are processes of their own. */
async function measureCommands(
  options: Options,
  empty: Measure,
  folder: string,
  { series, report }: { readonly series: Series; readonly report: Surroundings["report"] },
): Promise<{ readonly rows: Row[]; readonly failures: string[] }> {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const command of COMMANDS) {
    const memory = `memory, ${command.name}`;
    if (!isWanted(memory, options) || (command.isRare && options.only === undefined)) continue;
    report(command.name);
    try {
      const ours = command.create(folder);
      rows.push(await measureCommand(command, ours, empty, series));
      rows.push(memoryRow(memory, await measureMemory(ours, folder, series.signal)));
    } catch (error) {
      series.signal.throwIfAborted();
      failures.push(`${command.name}: ${explainError(error)}`);
    }
  }
  return { rows, failures };
}

async function measureCommand(
  { name, isRepeated, remark }: MeasuredCommand,
  ours: Case,
  empty: Measure,
  { rounds, signal }: Series,
): Promise<Row> {
  ours.prepare?.();
  const { milliseconds, output } = await runProcess(ours.command, { signal });
  const repeated = isRepeated ? (await measureInTurn([ours], { rounds, signal })).get(ours) : undefined;
  return { ...timeRow({ name, ...(repeated ?? summarize([milliseconds])) }, empty), remark: remark?.(output) };
}
