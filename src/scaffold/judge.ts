import { compileFile, planFile } from "../compiler/compile.ts";
import type { Compiler } from "../compiler/compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createMemoryHost } from "../source/memory-host.ts";
import { printDraft } from "./draft.ts";
import type { Heading } from "./draft.ts";
import type { AnswerOption } from "./answer-options.ts";
import { fallbackOf, readAnswer } from "./questions.ts";
import type { Answers, GivenAnswers, Question } from "./questions.ts";
import type { Value } from "../checker/value.ts";
import type { Wish } from "./wish.ts";

/** A file's name while it is nowhere but in memory. */
const DRAFT_FILE = "draft.remedy";

/** What is known of a remedy that is being asked for. */
export interface Progress {
  readonly wish: Wish;
  /** Answers so far, as they were given. */
  readonly given: GivenAnswers;
  /** Questions up to this one are answered or left open; the examples of the others stand for their answers. */
  readonly answered: number;
}

/** The answers so far, with examples in the place of those to come. Undefined where one of them is none of its type. */
export function readAnswers({ wish, given, answered }: Progress): Answers | undefined {
  const texts: { [option in AnswerOption]?: string | undefined } = { ...given };
  const values = new Map<AnswerOption, Value>();
  for (const [i, question] of wish.questions.entries()) {
    if (i >= answered) texts[question.option] = fallbackOf(question, texts) ?? question.example;
    const text = texts[question.option];
    if (text === undefined) continue;
    const read = readAnswer(question, texts, text);
    if (read.kind === "wrong") return undefined;
    values.set(question.option, read.value);
  }
  return values;
}

/** Why an answer cannot stand, by the rules of the compiler; undefined where it can. */
export async function judgeAnswer(question: Question, progress: Progress, compiler: Compiler): Promise<string | undefined> {
  const text = progress.given[question.option];
  if (text !== undefined) {
    const read = readAnswer(question, progress.given, text);
    if (read.kind === "wrong") return `expected ${read.expected}`;
  }
  const answers = readAnswers(progress);
  return answers && judgeDraft(progress.wish, answers, {}, compiler);
}

/** Why a remedy cannot be that says of itself what `heading` has; undefined where it can. */
export async function judgeDraft(wish: Wish, answers: Answers, heading: Partial<Heading>, compiler: Compiler): Promise<string | undefined> {
  const text = printDraft({ name: "draft", title: "Draft", targets: wish.targets(answers), ...heading }, wish.draft(answers));
  const host = createMemoryHost({ [DRAFT_FILE]: text });
  const planned = await planFile(DRAFT_FILE, { ...compiler, host }, { targets: undefined, parameters: [] });
  return planned.diagnostics.find(({ severity }) => severity === "error")?.message;
}

/** What a build would find in files of which `entry` is built. `settings`: parameters as `--set` takes them. */
export async function compileFiles(
  files: { readonly [path: string]: string },
  entry: string,
  settings: readonly string[],
  compiler: Compiler,
): Promise<readonly Diagnostic[]> {
  const parameters = settings.map((setting) => {
    const [name = "", value = ""] = setting.split(/=(.*)/s);
    return { remedy: undefined, name, value, span: undefined };
  });
  const compiled = await compileFile(entry, { ...compiler, host: createMemoryHost(files) }, { targets: undefined, parameters });
  return compiled.diagnostics;
}
