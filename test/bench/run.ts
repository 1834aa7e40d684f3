import { join } from "node:path";
import { BUILDS, createBuildCase, createPeerCase, EMPTY, GROWTH, MEMORY, PROJECT } from "./cases.ts";
import type { Build } from "./cases.ts";
import { clearEnvironment, describeMachine, findUnrest, getLoad } from "./environment.ts";
import { LARGE_FILES } from "./large-files.ts";
import { measureInTurn, measureMemory, runProcess } from "./measure.ts";
import type { Case, Measure, Series, Timing } from "./measure.ts";
import { isWanted } from "./options.ts";
import type { Options } from "./options.ts";
import { explainError, findPeers } from "./peers.ts";
import type { InstalledPeer } from "./peers.ts";
import { growthRow, memoryRow, timeRow } from "./rows.ts";
import type { Row } from "./rows.ts";
import { SECTIONS } from "./sections.ts";
import type { Report } from "./table.ts";

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
  const large = await measureLargeFiles(options, builds.empty, folder, { series, report });
  const machine = describeMachine(load);
  return {
    ...machine,
    rounds: options.rounds,
    unrest: findUnrest(machine, builds.empty),
    missing,
    failures: [...sections.failures, ...large.failures],
    rows: [...builds.rows, ...sections.rows, ...large.rows],
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
        if (isWanted(name, options)) rows.push(timeRow({ name, ...each }, empty, { limit }));
      });
    } catch (error) {
      series.signal.throwIfAborted();
      failures.push(`${names.join(", ")}: ${explainError(error)}`);
    }
    series.signal.throwIfAborted();
  }
  return { rows, failures };
}

/** Time and memory of commands over very large files, one run of each. */
async function measureLargeFiles(
  options: Options,
  empty: Measure,
  folder: string,
  { series, report }: { readonly series: Series; readonly report: Surroundings["report"] },
): Promise<{ readonly rows: Row[]; readonly failures: string[] }> {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const { name, isRare, create } of LARGE_FILES) {
    const memory = `memory, ${name}`;
    if (!isWanted(memory, options) || (isRare && options.only === undefined)) continue;
    report(name);
    try {
      const large = create(folder);
      large.prepare?.();
      const time = await runProcess(large.command, { signal: series.signal });
      rows.push(timeRow({ name, fastest: time, median: time }, empty));
      rows.push(memoryRow(memory, await measureMemory(large, folder, series.signal)));
    } catch (error) {
      series.signal.throwIfAborted();
      failures.push(`${name}: ${explainError(error)}`);
    }
  }
  return { rows, failures };
}
