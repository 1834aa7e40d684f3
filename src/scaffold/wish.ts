import type { TargetName } from "../targets/target.ts";
import type { Draft } from "./draft.ts";
import type { Answers, Question } from "./questions.ts";

/** A sort of remedy that can be written from a few answers. */
export interface Wish {
  /** What is asked, in this order; earlier answers may decide of later questions. */
  readonly questions: readonly Question[];
  /** What it is built for unless something else is said. */
  targets(answers: Answers): readonly TargetName[];
  /** What it is called unless something else is said: `Service Spooler runs`. */
  title(answers: Answers): string;
  draft(answers: Answers): Draft;
}

/** What Intune and Configuration Manager run again and again, and what runs at a console. */
export const repairTargets: readonly TargetName[] = ["standalone", "intune.remediation", "configmgr.baseline"];

/** Expectations that most scenarios end with. */
export const compliant = ["detect compliant", "fix succeeded"] as const;
export const fixed = ["detect noncompliant", "fix succeeded"] as const;
export const blocked = ["detect noncompliant", "fix blocked"] as const;
