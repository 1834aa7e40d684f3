/** Thrown where a path cannot be: what was chosen contradicts itself, or is not asked about. Such a path is forgotten. */
export class Infeasible extends Error {
  override readonly name = "Infeasible";
}

/**
 * The choices of one way, in the order in which it came to them: where Windows may be or do one of several things, the way splits. A way is walked again from its beginning with the choices of
 * another up to the one that differs, so what is walked is plain code that knows nothing of the search.
 */
export class Choices {
  readonly #given: readonly number[];
  readonly #note: ((count: number, taken: number) => void) | undefined;
  #at = 0;

  constructor(given: readonly number[] = [], note?: (count: number, taken: number) => void) {
    this.#given = given;
    this.#note = note;
  }

  /** Which of `count` ways this one goes, from 0; the first where nothing is given. */
  choose(count: number): number {
    if (count === 1) return 0;
    const taken = this.#given[this.#at] ?? 0;
    this.#at++;
    this.#note?.(count, taken);
    return taken;
  }
}

/** What a proof may still use. */
export interface PathBudget {
  /** How many ways through single statements may be walked. */
  left: number;
  /** How many bytes, as they are estimated, may be kept of what is known; as many as there are where it is missing. */
  room?: number;
  /** Where it is given, one path alone is walked: at each parting the way from 0 that it picks. */
  readonly pick?: (count: number) => number;
}

/** Whether nothing may be walked or kept any more. */
export function isSpent({ left, room = 1 }: PathBudget): boolean {
  return left <= 0 || room <= 0;
}

/** Notes that something is kept (or, below 0, no longer). It is counted and not measured, so that a proof is the same on every machine. */
export function keep(budget: PathBudget, bytes: number): void {
  if (budget.room !== undefined) budget.room -= bytes;
}
