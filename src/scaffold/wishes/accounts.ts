import type { Draft } from "../draft.ts";
import { print, tell } from "../questions.ts";
import type { Question } from "../questions.ts";
import { compliant, fixed, repairTargets } from "../wish.ts";
import type { Wish } from "../wish.ts";

const accountQuestion: Question = {
  option: "account",
  asks: "Which account?",
  type: { kind: "account" },
  example: "NT SERVICE\\ALL SERVICES",
};

export const userRight: Wish = {
  questions: [{ option: "right", asks: "Which user right?", type: { kind: "string" }, example: "SeServiceLogonRight" }, accountQuestion],
  targets: () => repairTargets,
  title: (answers) => `${tell(answers, "account")} has ${tell(answers, "right")}`,
  draft(answers): Draft {
    const account = print(answers, "account");
    return {
      summary: "An account has a user right. Who else has it keeps it.",
      lets: [["right", `user_right(${print(answers, "right")})`]],
      steps: [{ name: "right", title: "User right", lines: [`ensure right { includes: [${account}] }`] }],
      // Whether somebody else needs the right is nobody's to say here.
      uninstall: [],
      scenarios: [
        { title: "the account has it", given: [`right { includes: [${account}] }`], expects: compliant },
        { title: "nobody has it", given: ["right { includes: [] }"], expects: [...fixed, `right { includes: [${account}] }`] },
        {
          title: "a policy of the domain owns it",
          given: ['right { includes: [], policy: "Server baseline" }'],
          expects: ["detect noncompliant", 'fix blocked "Server baseline"'],
        },
      ],
    };
  },
};

export const groupMember: Wish = {
  questions: [
    { option: "group", asks: "Which local group?", type: { kind: "string" }, example: "Remote Desktop Users" },
    { ...accountQuestion, example: "CONTOSO\\Domain Admins" },
  ],
  targets: () => repairTargets,
  title: (answers) => `${tell(answers, "account")} is a member of ${tell(answers, "group")}`,
  draft(answers): Draft {
    const account = print(answers, "account");
    return {
      summary: "An account is a member of a local group. Its other members stay.",
      lets: [["group", `local_group(${print(answers, "group")})`]],
      steps: [{ name: "group", title: "Local group", lines: [`ensure group { includes: [${account}] }`] }],
      uninstall: [`ensure group { excludes: [${account}] }`],
      scenarios: [
        { title: "the account is a member", given: [`group { includes: [${account}] }`], expects: compliant },
        { title: "it is none", given: ["group { includes: [] }"], expects: [...fixed, `group { includes: [${account}] }`] },
        {
          title: "a policy of the domain sets the members",
          given: ['group { includes: [], policy: "Server baseline" }'],
          expects: ["detect noncompliant", 'fix blocked "Server baseline"'],
        },
      ],
    };
  },
};
