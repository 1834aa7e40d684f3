import { relative, resolve, sep } from "node:path";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { answerOptions, wishNames } from "../../scaffold/answer-options.ts";
import type { AnswerOption, WishName } from "../../scaffold/answer-options.ts";
import { collectAnswers } from "../../scaffold/collect-answers.ts";
import { printDraft } from "../../scaffold/draft.ts";
import type { InstallerWish } from "../../scaffold/installer-wish.ts";
import { judgeDraft } from "../../scaffold/judge.ts";
import type { Wish } from "../../scaffold/wish.ts";
import type { TargetName } from "../../targets/target.ts";
import type { InitArguments } from "../commands/init.ts";
import { createCompiler } from "../compiler-session.ts";
import { betweenWrites } from "../interrupts.ts";
import { exitCodeOf, reportFindings } from "../report.ts";
import { Interrupted } from "./ask.ts";
import type { Asker } from "./ask.ts";
import { finish } from "./finish.ts";
import type { ReadyRemedy } from "./finish.ts";
import { askHeading } from "./heading.ts";
import { fileNameOf, readPlace, showPath } from "./place.ts";
import { createAskQuestion } from "./questions.ts";
import { copyLikeRecipe, listAll, loadRecipes } from "./recipes.ts";
import { fail, missing, wrong } from "./session.ts";
import type { InitOutcome, InitSession } from "./session.ts";

/** Runs `remedyc init` in `folder`; gives the exit code: 130, the shell's for Ctrl-C, where the person gives up. `asker` stands for the terminal in tests. */
export async function runInit(argv: InitArguments, folder: string, asker?: Asker): Promise<number> {
  try {
    const { value, diagnostics } = await betweenWrites(async () => init(argv, folder, asker ?? (await openTerminal(argv))));
    await reportFindings(diagnostics, "text", { text: value?.text ?? "", json: {} });
    return exitCodeOf(diagnostics);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write("Nothing was written.\n");
    return 130;
  }
}

/** The person at the terminal, where there is one at both ends. */
async function openTerminal({ list }: InitArguments): Promise<Asker | undefined> {
  if (list || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const { createAsker } = await import("./ask.ts");
  return createAsker(process.stdin, process.stderr);
}

async function init(argv: InitArguments, folder: string, asker: Asker | undefined): Promise<InitOutcome> {
  if (argv.list) return { value: { text: listAll(await loadRecipes()) }, diagnostics: [] };
  const place = readPlace(argv.file, folder);
  if ("error" in place) return fail(place.error);
  const session: InitSession = { argv, folder, place: place.value, compiler: await createCompiler(folder), asker };
  const [first, second] = (["from", "like", "what"] as const).filter((option) => argv[option] !== undefined);
  if (first !== undefined && second !== undefined)
    return fail(createDiagnostic("RMD8607", undefined, { option: second, reason: `--${first} says already what is written` }));
  if (first === "from") return writeForInstaller(argv.from ?? "", session);
  if (first === "like") return copyLikeRecipe(argv.like ?? "", session);
  if (argv.what !== undefined) return writeWish(argv.what, session);
  if (!asker) return fail(missing(["--what, --from or --like"]));
  const way = await asker.choose(
    "What do you want?",
    [
      ...Object.entries(wishNames).map(([value, label]) => ({ value, label })),
      { value: "from", label: "What a setup file (MSI, EXE, .intunewin) brings is installed" },
      { value: "like", label: "Something like one of the recipes" },
    ],
    undefined,
  );
  if (way === "from") {
    const file = await asker.text("Which setup file?", { example: "agent.msi", initial: undefined, isOptional: false });
    return writeForInstaller(file ?? "", session);
  }
  if (way === "like") {
    const recipes = await loadRecipes();
    const name = await asker.choose(
      "Which recipe?",
      recipes.list.map((recipe) => ({ value: recipe.name, label: `${recipe.name}: ${recipe.title}` })),
      undefined,
    );
    return copyLikeRecipe(name, session);
  }
  return writeWish(way as WishName, session);
}

async function writeWish(name: WishName, session: InitSession): Promise<InitOutcome> {
  const { wishes } = await import("../../scaffold/wishes.ts");
  return writeFromAnswers(wishes[name], `--what ${name}`, session);
}

async function writeForInstaller(path: string, session: InitSession): Promise<InitOutcome> {
  const { argv, compiler, folder, place } = session;
  const file = resolve(folder, path);
  const { inspectFile } = await import("../../inspect/inspect-file.ts");
  const { chooseInstallerWish } = await import("../../scaffold/choose-installer-wish.ts");
  const { value: inspected, diagnostics } = await inspectFile(showPath(file, folder));
  if (!inspected) return { value: undefined, diagnostics };
  const { kind } = inspected.inspection;
  const below = relative(place.folder, file).split(sep).join("/");
  const isBeside = kind !== "intunewin" && !isOutside(below);
  const wish = await chooseInstallerWish(
    inspected,
    isBeside ? below : undefined,
    argv.target as readonly TargetName[] | undefined,
    compiler,
  );
  if (!wish) return fail(createDiagnostic("RMD8604", undefined, { file: path, reason: describeUnsuitable(kind) }));
  const from = kind === "intunewin" ? `the setup file of which ${path} was made` : path;
  return writeFromAnswers(wish, "--from", session, {
    toComplete: (answers) => wish.toComplete(answers),
    setup: wish.fileName === below ? undefined : { path: wish.fileName, from },
  });
}

/** A path that leads out of the folder that it is relative to, or to another drive. */
function isOutside(path: string): boolean {
  return path === ".." || path.startsWith("../") || /^[A-Za-z]:/.test(path);
}

function describeUnsuitable(kind: string): string {
  if (kind === "msp") return "no resource kind installs patches (.msp); 'remedyc inspect' tells what is in it";
  if (kind === "msix") return "no resource kind installs app packages (MSIX); 'remedyc inspect' tells what is in it";
  return "it has no code and no name by which what it installs would be found again; 'remedyc inspect' tells what is in it";
}

interface AfterAnswers {
  readonly toComplete: InstallerWish["toComplete"];
  readonly setup: ReadyRemedy["setup"];
}

/** Asks what is open, prints the remedy, has it compiled, and writes it. `way`: what an option that is not asked for is told to be none of. */
async function writeFromAnswers(wish: Wish, way: string, session: InitSession, after?: AfterAnswers): Promise<InitOutcome> {
  const { argv, asker, compiler, place } = session;
  const asked = wish.questions.map(({ option }) => option);
  const idle = (Object.keys(answerOptions) as AnswerOption[]).find((option) => argv[option] !== undefined && !asked.includes(option));
  if (idle !== undefined) {
    const takes = asked.length === 0 ? "no answers" : asked.map((option) => `--${option}`).join(", ");
    return fail(createDiagnostic("RMD8607", undefined, { option: idle, reason: `${way} takes ${takes} of these` }));
  }
  const collected = await collectAnswers(wish, argv, asker && createAskQuestion(asker), compiler);
  if (collected.kind === "missing") return fail(missing(collected.questions.map(({ option, asks }) => `--${option} (${asks})`)));
  if (collected.kind === "wrong") return fail(wrong(collected.option, collected.text, collected.reason));
  const refused = await judgeDraft(wish, collected.value, {}, compiler);
  if (refused !== undefined) return fail(createDiagnostic("RMD8609", undefined, { reason: refused }));
  const heading = await askHeading(wish, collected.value, session);
  if ("code" in heading) return fail(heading);
  const fileName = fileNameOf(place, heading.name);
  return finish(
    {
      about: `"${heading.title}", for ${heading.targets.join(", ")}`,
      files: { [fileName]: printDraft(heading, wish.draft(collected.value)) },
      fileName,
      settings: [],
      toComplete: after?.toComplete(collected.value) ?? [],
      setup: after?.setup,
    },
    session,
  );
}
