import type { Draft } from "../draft.ts";
import { print, tell } from "../questions.ts";
import type { Question } from "../questions.ts";
import { blocked, compliant, fixed, repairTargets } from "../wish.ts";
import type { Wish } from "../wish.ts";
import { signedByQuestion } from "./trust.ts";

const serviceQuestion: Question = { option: "service", asks: "Which service?", type: { kind: "string" }, example: "ContosoAgent" };
const programQuestion: Question = {
  option: "program",
  asks: "Which program?",
  type: { kind: "path" },
  example: "%ProgramFiles%\\Contoso\\agent.exe",
};
const argumentsQuestion: Question = {
  option: "arguments",
  asks: "With which arguments?",
  type: { kind: "list", element: { kind: "string" } },
  example: "/sync",
  isOptional: true,
};

export const serviceRuns: Wish = {
  questions: [serviceQuestion],
  targets: () => repairTargets,
  title: (answers) => `Service ${tell(answers, "service")} runs`,
  draft: (answers): Draft => ({
    summary: "A service runs, now and after each start of Windows.",
    lets: [["agent", `service(${print(answers, "service")})`]],
    steps: [
      {
        name: "service",
        title: "The service",
        lines: [
          "ensure agent { state: running, startup: automatic }",
          'on failure { diagnose event_log("System", source: "Service Control Manager", last: 1h) }',
        ],
      },
    ],
    uninstall: [],
    scenarios: [
      { title: "it runs", given: ["agent { state: running, startup: automatic }"], expects: compliant },
      {
        title: "it is stopped and disabled",
        given: ["agent { state: stopped, startup: disabled }"],
        expects: [...fixed, "agent { state: running }"],
      },
      { title: "it is not installed", given: ["agent absent"], expects: blocked },
      {
        title: "it ends as soon as it is started",
        given: ["agent { state: stopped, start: ends }"],
        expects: ["detect noncompliant", "fix failed"],
      },
    ],
  }),
};

export const serviceOff: Wish = {
  questions: [serviceQuestion],
  targets: () => repairTargets,
  title: (answers) => `Service ${tell(answers, "service")} is off`,
  draft: (answers): Draft => ({
    summary: "A service is stopped and is not started again. Where it is not installed there is nothing to do.",
    lets: [["unwanted", `service(${print(answers, "service")})`]],
    steps: [
      {
        name: "service",
        title: "The service",
        lines: ["when unwanted.exists {", "  ensure unwanted { state: stopped, startup: disabled }", "}"],
      },
    ],
    uninstall: [],
    scenarios: [
      { title: "it is off", given: ["unwanted { state: stopped, startup: disabled }"], expects: compliant },
      { title: "it is not installed", given: ["unwanted absent"], expects: compliant },
      {
        title: "it runs",
        given: ["unwanted { state: running, startup: automatic }"],
        expects: [...fixed, "unwanted { state: stopped, startup: disabled }"],
      },
      {
        title: "it refuses to stop",
        given: ["unwanted { state: running, startup: automatic, stop: refuses }"],
        expects: ["detect noncompliant", "fix failed"],
      },
    ],
  }),
};

export const scheduledTask: Wish = {
  questions: [
    { option: "task", asks: "What is the task called, with its folder?", type: { kind: "string" }, example: "\\Contoso\\Nightly" },
    programQuestion,
    argumentsQuestion,
    { option: "at", asks: "At which time of day does it start?", type: { kind: "string" }, example: "03:00", fallback: "03:00" },
  ],
  targets: () => repairTargets,
  title: (answers) => `Scheduled task ${tell(answers, "task")}`,
  draft(answers): Draft {
    const words = answers.has("arguments") ? `, arguments: ${print(answers, "arguments")}` : "";
    const state = `program: tool${words}, daily_at: ${print(answers, "at")}`;
    return {
      summary: "A scheduled task starts a program every day as SYSTEM; where it is missing or was changed it is put right.",
      lets: [
        ["tool", print(answers, "program")],
        ["task", `scheduled_task(${print(answers, "task")})`],
      ],
      steps: [{ name: "task", title: "Scheduled task", lines: [`ensure task { ${state}, enabled: true }`] }],
      uninstall: ["ensure task absent"],
      scenarios: [
        {
          title: "it is missing: it is registered, and then nothing is done",
          given: ["file(tool) { size: 1MB }", "task absent"],
          expects: [...fixed, "task { enabled: true }", ...compliant],
        },
        {
          title: "it is switched off",
          given: ["file(tool) { size: 1MB }", `task { ${state}, enabled: false }`],
          expects: [...fixed, "task { enabled: true }"],
        },
        { title: "its program is missing", given: ["file(tool) absent", "task absent"], expects: blocked },
      ],
    };
  },
};

export const runRegularly: Wish = {
  questions: [
    programQuestion,
    argumentsQuestion,
    signedByQuestion,
    { option: "every", asks: "How often?", type: { kind: "duration" }, example: "7d", fallback: "7d" },
  ],
  targets: () => repairTargets,
  title: (answers) => `${tell(answers, "program").replace(/^.*[\\/]/, "")} runs every ${tell(answers, "every")}`,
  draft(answers): Draft {
    const words = [
      ...(answers.has("arguments") ? [`arguments: ${print(answers, "arguments")}`] : []),
      ...(answers.has("signed-by") ? [`signed_by: ${print(answers, "signed-by")}`] : []),
    ];
    const file = `file(tool) { size: 1MB${answers.has("signed-by") ? `, signed_by: ${print(answers, "signed-by")}` : ""} }`;
    const block = words.length === 0 ? "" : ` { ${words.join(", ")} }`;
    return {
      summary: "A program runs once in a period. One that fails is not tried again before a day has passed.",
      lets: [
        ["tool", print(answers, "program")],
        ["action", "program(tool)"],
      ],
      steps: [
        {
          name: "action",
          title: "The program",
          lines: [`check "the program has run" every ${print(answers, "every")} fix {`, `  run action${block}`, "}"],
        },
      ],
      uninstall: [],
      scenarios: [
        { title: "it is due, and then not again", given: [file], expects: [...fixed, ...compliant] },
        {
          title: "it fails: it is told, and not tried again and again",
          given: [file, "action { exit_code: 1 }"],
          expects: ["fix failed", "fix blocked"],
        },
      ],
    };
  },
};
