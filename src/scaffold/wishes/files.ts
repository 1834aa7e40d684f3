import type { Draft } from "../draft.ts";
import { print, tell } from "../questions.ts";
import type { Question } from "../questions.ts";
import { blocked, compliant, fixed, repairTargets } from "../wish.ts";
import type { Wish } from "../wish.ts";

const fileQuestion: Question = {
  option: "path",
  asks: "Which file?",
  type: { kind: "path" },
  example: "%ProgramData%\\Contoso\\agent.ini",
};

export const filePresent: Wish = {
  questions: [fileQuestion, { option: "content", asks: "What is its whole text?", type: { kind: "string" }, example: "mode=managed" }],
  targets: () => repairTargets,
  title: (answers) => `File ${tell(answers, "path")}`,
  draft(answers): Draft {
    return {
      summary: "A file is there and has its text, byte by byte in UTF-8.",
      lets: [
        ["wanted", `file(${print(answers, "path")})`],
        ["text", print(answers, "content")],
      ],
      steps: [{ name: "file", title: "The file", lines: ["ensure wanted { content: text }"] }],
      uninstall: ["ensure wanted absent"],
      scenarios: [
        { title: "it has its text", given: ["wanted { content: text }"], expects: compliant },
        { title: "it is missing", given: ["wanted absent"], expects: [...fixed, "wanted { content: text }"] },
        { title: "it has another text", given: ['wanted { content: "another" }'], expects: [...fixed, "wanted { content: text }"] },
        { title: "it may not be written", given: ['wanted { content: "another", denied: true }'], expects: ["fix blocked"] },
      ],
    };
  },
};

export const fileAbsent: Wish = {
  questions: [fileQuestion],
  targets: () => repairTargets,
  title: (answers) => `File ${tell(answers, "path")} is gone`,
  draft(answers): Draft {
    return {
      summary: "A file is gone.",
      lets: [["unwanted", `file(${print(answers, "path")})`]],
      steps: [{ name: "file", title: "The file", lines: ["ensure unwanted absent"] }],
      uninstall: [],
      scenarios: [
        { title: "it is not there", given: ["unwanted absent"], expects: compliant },
        { title: "it is there", given: ["unwanted { size: 1MB }"], expects: [...fixed, "unwanted absent"] },
        { title: "it may not be deleted", given: ["unwanted { size: 1MB, denied: true }"], expects: blocked },
      ],
    };
  },
};

export const oldFiles: Wish = {
  questions: [
    { option: "path", asks: "Which folder?", type: { kind: "path" }, example: "%ProgramData%\\Contoso\\Logs" },
    { option: "age", asks: "How old may its files become?", type: { kind: "duration" }, example: "30d", fallback: "30d" },
  ],
  targets: () => repairTargets,
  title: (answers) => `No old files in ${tell(answers, "path")}`,
  draft(answers): Draft {
    return {
      summary: "Files of a folder and of those below it go when they are old. What is in use stays.",
      lets: [
        ["folder", `directory(${print(answers, "path")})`],
        ["limit", print(answers, "age")],
      ],
      steps: [
        {
          name: "files",
          title: "Old files",
          lines: [
            'check "no file is too old" { (folder.oldest_file_age ?? 0s) <= limit } fix {',
            "  clear folder { older_than: limit }",
            "}",
          ],
        },
      ],
      uninstall: [],
      scenarios: [
        { title: "no file is old", given: ["folder { file_count: 2, oldest_file_age: 0s }"], expects: compliant },
        { title: "the folder is missing", given: ["folder absent"], expects: compliant },
        { title: "a file is too old", given: ["folder { file_count: 2, oldest_file_age: limit + 1d }"], expects: fixed },
        {
          title: "the old files are in use",
          given: ["folder { file_count: 2, oldest_file_age: limit + 1d, in_use: true }"],
          expects: ["detect noncompliant", "fix failed", "fix blocked"],
        },
      ],
    };
  },
};
