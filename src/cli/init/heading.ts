import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { showText } from "../../diagnostics/show-text.ts";
import type { Heading } from "../../scaffold/draft.ts";
import { judgeDraft } from "../../scaffold/judge.ts";
import { isRemedyName, toRemedyName } from "../../scaffold/names.ts";
import type { Answers } from "../../scaffold/questions.ts";
import type { Wish } from "../../scaffold/wish.ts";
import type { TargetName } from "../../targets/target.ts";
import { targetNames } from "../../targets/targets.ts";
import { wrong } from "./session.ts";
import type { InitSession } from "./session.ts";

/** Title, name and targets: each as it was given, else as the person says, else what suits. */
export async function askHeading(wish: Wish, answers: Answers, session: InitSession): Promise<Heading | Diagnostic> {
  const { argv, compiler, place } = session;
  const ownTargets = wish.targets(answers);
  const judge = (heading: Partial<Heading>): Promise<string | undefined> => judgeDraft(wish, answers, heading, compiler);

  const ownTitle = shorten(showText(wish.title(answers)));
  const title = await settle(session, argv.title, {
    option: "title",
    ask: (person) => person.text("What is it called, for people?", { example: ownTitle, initial: ownTitle, isOptional: false }),
    otherwise: ownTitle,
    judge: (text) => judge({ title: text }),
  });
  if ("wrong" in title) return title.wrong;

  const ownName = toRemedyName(place.fileName?.replace(/\.remedy$/i, "") ?? title.value);
  const name = await settle(session, argv.name, {
    option: "name",
    ask: (person) => person.text("What is it called, for scripts and files?", { example: ownName, initial: ownName, isOptional: false }),
    otherwise: ownName,
    judge: async (text) => describeName(text) ?? judge({ name: text }),
  });
  if ("wrong" in name) return name.wrong;

  const heading = { name: name.value, title: title.value };
  const targets = await settle(session, argv.target as readonly TargetName[] | undefined, {
    option: "target",
    ask: async (person) =>
      (await person.several(
        "What is it built for?",
        targetNames.map((value) => ({ value, label: value })),
        ownTargets,
      )) as TargetName[],
    otherwise: ownTargets,
    judge: (names) => judge({ ...heading, targets: names }),
  });
  return "wrong" in targets ? targets.wrong : { ...heading, targets: targets.value };
}

/** What is wrong with a name for a remedy that no parser needs to see. */
export function describeName(name: string): string | undefined {
  return isRemedyName(name)
    ? undefined
    : `a name begins with a letter and has English letters, digits and '_', at most 100: '${toRemedyName(name)}'.`;
}

/** Asks until an answer can stand; what was given as an option must. */
async function settle<T extends string | readonly string[]>(
  { asker }: InitSession,
  given: T | undefined,
  {
    option,
    ask,
    otherwise,
    judge,
  }: {
    readonly option: string;
    readonly ask: (person: NonNullable<InitSession["asker"]>) => Promise<T | undefined>;
    readonly otherwise: T;
    readonly judge: (value: T) => Promise<string | undefined>;
  },
): Promise<{ readonly value: T } | { readonly wrong: Diagnostic }> {
  for (let value = given; ; value = undefined) {
    value ??= (asker && (await ask(asker))) ?? otherwise;
    const reason = await judge(value);
    if (reason === undefined) return { value };
    if (!asker) return { wrong: wrong(option, typeof value === "string" ? value : value.join(" "), reason) };
    asker.complain(reason);
  }
}

/** A title is one line that people read in a table. */
function shorten(title: string): string {
  return title.length > 120 ? `${title.slice(0, 119)}…` : title;
}
