import { sameCode } from "../formats/channel.ts";
import type { BundlePackage, BundleStory, ChannelStory, EventStory, Finding, MsiStory, Story } from "../model.ts";
import { baseName } from "../formats/keep.ts";
import { namesService, quoteName, tellServiceError, toHex } from "../rules/meaning.ts";
import { advise, errorRule, isVirtual } from "./advise.ts";
import type { Subject } from "./advise.ts";
import { rootOf } from "./diagnosis.ts";
import type { Cause, Diagnosis } from "./diagnosis.ts";
import { findCrash, findRefusedLogon, findServiceEvent } from "./events.ts";

/** How many causes, and how many other things that were seen, are told. */
const MOST = 5;

/** Puts what single logs say together: channel, bundle, package, installation, action, error, event. */
export function reason(stories: readonly Story[]): Omit<Diagnosis, "logs"> {
  const events = stories.filter((story) => story.kind === "event");
  const failed: Failed = {
    channels: stories.filter((story) => story.kind === "channel"),
    bundles: stories.filter((story) => story.kind === "bundle").filter(({ ended }) => ended === "failed"),
    installations: stories.filter((story) => story.kind === "msi").filter(({ ended }) => ended === "failed"),
    events,
    used: new Set(),
  };
  const causes = [
    ...failed.installations.map((story) => fromInstallation(story, failed)),
    ...failed.bundles.flatMap((story) => fromBundle(story, failed)),
    ...failed.channels.filter((story) => !failed.used.has(story)).map((story) => fromChannel(story, failed)),
  ];
  const told = causes.length > 0 ? causes : fromEvents(failed);
  const ordered = mergeSame(told.sort((a, b) => weigh(a) - weigh(b) || b.chain.length - a.chain.length));
  const inChains = new Set(ordered.flatMap(({ chain }) => chain.map(tellPlace)));
  return {
    causes: ordered.slice(0, MOST),
    seen: newest(
      [
        ...events.filter((event) => !isTold(event, ordered)).map(({ finding }) => finding),
        ...failed.installations.flatMap(({ findings }) => findings),
      ].filter((finding) => !inChains.has(tellPlace(finding))),
    ),
    endedWell: stories.filter((story) => (story.kind === "msi" || story.kind === "bundle") && story.ended === "well").length,
  };
}

interface Failed {
  readonly channels: readonly ChannelStory[];
  readonly bundles: readonly BundleStory[];
  readonly installations: readonly MsiStory[];
  readonly events: readonly EventStory[];
  /** Channel stories, bundles and packages that stand in a chain already. */
  readonly used: Set<Story | BundlePackage>;
}

function fromInstallation(story: MsiStory, failed: Failed): Cause {
  const [root, ...others] = story.findings;
  const action = others.find(({ rule }) => rule === "action-failed");
  const parent = findPackage(story, failed);
  const bundle = parent?.bundle.result?.finding;
  const inner = [
    ...(parent
      ? [...(bundle && bundle.text !== parent.package.finding.text ? [nameBundle(parent.bundle, bundle)] : []), parent.package.finding]
      : []),
    ...(story.result && story.result.rule !== root?.rule ? [story.result] : []),
    ...(action ? [action] : []),
    ...(root ? [root] : []),
  ];
  const code = parent?.bundle.result?.code ?? parent?.package.result ?? story.code;
  const times = [...story.dates, ...(parent?.bundle.begun ? [parent.bundle.begun] : [])];
  const channel = findChannel(code, root, failed);
  return finish(
    [...(channel ? [channel.finding] : []), ...inner],
    { service: root?.service, display: root?.display, account: root?.account, product: story.product },
    times,
    failed,
  );
}

/** The package of a bundle whose log this is: named by the bundle, by its name, or the only one. */
function findPackage(story: MsiStory, failed: Failed): { readonly bundle: BundleStory; readonly package: BundlePackage } | undefined {
  const all = failed.bundles.flatMap((bundle) => bundle.packages.map((one) => ({ bundle, package: one })));
  const name = baseName(story.file).toLowerCase();
  const found =
    all.find((one) => one.package.log !== undefined && baseName(one.package.log).toLowerCase() === name) ??
    all.find((one) => name.includes(`_${one.package.id.toLowerCase()}.`)) ??
    (all.length === 1 && failed.installations.length === 1 ? all[0] : undefined);
  if (found) failed.used.add(found.package).add(found.bundle);
  return found;
}

/** The newest report of a channel with this code; a script of ours also when it found the same cause. */
function findChannel(code: number | undefined, root: Finding | undefined, failed: Failed): ChannelStory | undefined {
  const found = failed.channels
    .filter((story) => !failed.used.has(story))
    .filter((story) => sameCode(story.code, code) || (root !== undefined && story.behind.some(({ text }) => text.startsWith(root.text))))
    .at(-1);
  if (found) failed.used.add(found);
  return found;
}

function fromBundle(bundle: BundleStory, failed: Failed): Cause[] {
  if (failed.used.has(bundle)) return [];
  const [first, ...more] = bundle.packages;
  const result = bundle.result && nameBundle(bundle, bundle.result.finding);
  const channel = findChannel(bundle.result?.code ?? first?.result, undefined, failed);
  const head = [...(channel ? [channel.finding] : []), ...(result ? [result] : [])];
  const times = bundle.begun ? [bundle.begun] : [];
  const tails = first ? [first, ...more].map(({ finding }) => [finding]) : [[]];
  return tails.map((tail) => finish([...head, ...tail], { service: undefined, account: undefined }, times, failed));
}

/** With the bundle's own name, which its log states once, and the result as it stands there. */
function nameBundle({ name, result }: BundleStory, finding: Finding): Finding {
  const named =
    name === undefined || name === "" ? finding.text : finding.text.replace(/^the bundle/, () => `the bundle ${quoteName(name)}`);
  return { ...finding, text: named.replace(/ with (\d)/, (_, digit: string) => ` with ${toHex(result?.code ?? 0)}, which is ${digit}`) };
}

function fromChannel(story: ChannelStory, failed: Failed): Cause {
  const [best] = [...story.behind].sort((a, b) => a.rank - b.rank);
  const service = best?.service;
  return finish(
    [story.finding, ...(best ? [best] : [])],
    { service, account: undefined },
    story.finding.time ? [story.finding.time] : [],
    failed,
  );
}

/** Nothing but events: each service or package once, the newest first. */
function fromEvents(failed: Failed): Cause[] {
  const chosen = new Map<string, EventStory>();
  for (const event of failed.events)
    if (event.finding.rule !== "event-11708") chosen.set(`${event.finding.rule} ${event.values[0] ?? ""}`.toLowerCase(), event);
  const causes = [...chosen.values()].reverse().map((event) => {
    const refused = event.id === 7041 || event.id === 7038;
    const [service, display] = isOfService(event) ? event.values : [];
    return finish(
      [event.finding],
      { service, display: refused ? undefined : display, account: refused ? display : undefined },
      event.time ? [event.time] : [],
      failed,
    );
  });
  // what stands behind another event is no failure of its own
  const inner = new Set(causes.filter(({ chain }) => chain.length > 1).map((cause) => tellPlace(rootOf(cause))));
  return causes.filter((cause) => cause.chain.length > 1 || !inner.has(tellPlace(rootOf(cause))));
}

function isOfService({ finding }: EventStory): boolean {
  return finding.rule.startsWith("msi-192") || finding.rule.startsWith("event-70");
}

/** Adds the event behind a service that did not start, and what to do. */
function finish(chain: readonly Finding[], subject: Subject, times: readonly Date[], failed: Failed): Cause {
  const last = chain.at(-1);
  if (!last) throw new Error("a failure without a finding");
  const isStart = last.rule === "msi-1920" || last.rule === "event-7000";
  const event =
    isStart && subject.service !== undefined
      ? findServiceEvent(failed.events, [subject.service, subject.display ?? ""], times)
      : last.rank >= 2
        ? findRefusedLogon(failed.events, times)
        : undefined;
  if (event && event.finding !== last) {
    const account = event.id === 7041 || event.id === 7038 ? event.values[1] : subject.account;
    return complete([...chain, event.finding], { service: subject.service ?? event.values[0], account }, undefined);
  }
  const crash = ENDED.has(last.rule) ? findCrash(failed.events, [subject.service ?? "", subject.display ?? ""], last.time) : undefined;
  if (crash) return complete([...chain, crash.finding], subject, undefined);
  return complete(chain, subject, isStart && last.error === undefined ? suppose(subject) : undefined);
}

/** Events of a service whose program ended although nobody asked it to, or did not answer. */
const ENDED: ReadonlySet<string> = new Set(["event-7009", "event-7031", "event-7034"]);

function complete(chain: readonly Finding[], subject: Subject, supposition: string | undefined): Cause {
  const last = chain.at(-1);
  if (!last) throw new Error("a failure without a finding");
  const meaning =
    last.error === undefined || last.rule === "msi-1714" || last.rule === "event-7024" ? undefined : tellServiceError(last.error);
  const root = meaning === undefined ? last : { ...last, text: `${last.text} (${meaning})` };
  return {
    chain: [...chain.slice(0, -1), root],
    told:
      last.rank <= 2 ||
      !/^(?:exit-1603|action-failed|event-11708|intune-script|intune-app|configmgr-app|remedy-failed|psadt-process|psadt-60001|crash-report)$/.test(
        last.rule,
      ),
    supposition,
    advice: advise(meaning === undefined ? last : { ...last, rule: last.rule === "event-7000" ? errorRule(last) : last.rule }, subject),
  };
}

/** What is likely of a service that did not start and of which no event tells. */
function suppose({ account, service = "it" }: Subject): string | undefined {
  if (isVirtual(account))
    return `The log gives the service the account ${account}, which needs 'Log on as a service'. Whether it lacks that, event 7041 of the System log tells.`;
  if (account === undefined)
    return `Why ${service} did not start, the log does not say: events 7041, 7038 and 7000 of the System log of that minute do.`;
  return undefined;
}

/** A refused logon says most, then a named error, then the rest. */
function weigh(cause: Cause): number {
  const root = rootOf(cause);
  return (cause.told ? 0 : 10) + (root.place.unit === "record" && cause.chain.length > 1 ? -1 : root.rank);
}

/** Of failures with the same root the longest chain. */
function mergeSame(causes: readonly Cause[]): readonly Cause[] {
  const byRoot = new Map<string, Cause>();
  for (const cause of causes) {
    const { rule, text } = rootOf(cause);
    const same = byRoot.get(`${rule} ${text}`);
    if (!same || same.chain.length < cause.chain.length) byRoot.set(`${rule} ${text}`, cause);
  }
  return [...byRoot.values()];
}

/** How long before or after the event that tells the cause others of its service belong to it. */
const SAME_FAILURE = 10 * 60_000;

/** Whether an event says of the service of a chain what the chain's own event tells better. */
function isTold(event: EventStory, causes: readonly Cause[]): boolean {
  return causes.some((cause) => {
    const root = rootOf(cause);
    if (root.place.unit !== "record" || !root.time || !event.time || Math.abs(root.time.getTime() - event.time.getTime()) > SAME_FAILURE)
      return false;
    return cause.chain.some(({ service = "", display = "" }) => namesService(event.values, service) || namesService(event.values, display));
  });
}

function tellPlace({ place }: Finding): string {
  return `${place.line} ${place.file}`;
}

/** Each text once, the newest first. */
function newest(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    byText.delete(finding.text);
    byText.set(finding.text, finding);
  }
  return [...byText.values()].reverse().slice(0, MOST);
}
