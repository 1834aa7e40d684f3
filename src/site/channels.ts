import { targets } from "../targets/targets.ts";
import type { ExitAnswer, Target } from "../targets/target.ts";
import { cell } from "./links.ts";

/** The guides of a target beside its page. */
const GUIDES: { readonly [name in Target["name"]]: readonly string[] } = {
  standalone: ["standalone", "rollback"],
  scheduled_task: ["scheduled-task"],
  "intune.remediation": ["intune", "publish-and-report"],
  "intune.platform_script": ["intune"],
  "intune.win32": ["intune", "publish-and-report"],
  "configmgr.baseline": ["configmgr"],
  "configmgr.application": ["configmgr"],
};

/** The name of a target's page. */
export const channelPage = (name: string): string => name.replace(/[._]/g, "-");

/** The pages of the targets, by their path on the site. */
export function renderChannels(): ReadonlyMap<string, string> {
  const all = Object.values(targets);
  const rows = all.map(({ name, summary }) => `| [\`${name}\`](/channels/${channelPage(name)}) | ${cell(summary)} |`);
  const index = `# Channels\n\nA remedy names its targets: \`targets: [intune.remediation, configmgr.baseline]\`. A build makes for each what its channel deploys.\n\n| target | what it makes |\n|---|---|\n${rows.join("\n")}\n\nAll exit codes side by side: [exit codes](/guide/exit-codes).\n`;
  return new Map([
    ["channels/index.md", index],
    ...all.map((target) => [`channels/${channelPage(target.name)}.md`, renderChannel(target)] as const),
  ]);
}

function renderChannel({ name, summary, passesParameters, carries, roles }: Target): string {
  const files = roles.map(
    ({ role, fileName, maximumBytes }) =>
      `| \`NAME.${fileName}\` | ${role} | ${maximumBytes === undefined ? "none documented" : `${maximumBytes / 1024} KB, with its signature`} |`,
  );
  const codes = roles
    .filter(({ role }) => role !== "publish")
    .map(
      ({ role, dialect: d }) =>
        `| ${[role, ...[d.compliant, d.noncompliant, d.blocked, d.failed, d.restartNeeded, d.busy].map(tellAnswer)].join(" | ")} |`,
    );
  return `# ${name}

It makes ${summary}.

\`\`\`sh
remedyc build fleet.remedy --target ${name} --out out
\`\`\`

${passesParameters ? "Parameters of the remedy stay parameters of the script." : "The channel hands no arguments to a script: parameters get their values when it is built (`--set`, `--params`)."} ${
    carries === undefined ? "It carries no files beside the script." : `Files that the remedy installs from are carried in a ${carries}.`
  }

## Files

| file | role | largest size |
|---|---|---|
${files.join("\n")}

## Exit codes and output

| role | compliant | noncompliant | blocked | failed | restart needed | busy |
|---|---|---|---|---|---|---|
${codes.join("\n")}

\`line\` is [the summary line](/guide/log-format). More: ${GUIDES[name].map((guide) => `[${guide.replaceAll("-", " ")}](/guide/${guide})`).join(", ")}, [exit codes](/guide/exit-codes).
`;
}

function tellAnswer({ exitCode, output }: ExitAnswer): string {
  if (output.kind === "token") return `${exitCode} \`${output.token}\``;
  if (output.kind === "none") return `${exitCode} silent`;
  return `${exitCode} line${output.onError === true ? " twice" : ""}`;
}
