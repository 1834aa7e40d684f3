/** What something covers, and what it costs. */
export interface Choice {
  readonly covers: ReadonlySet<string>;
  readonly cost: number;
}

/** Greedy set cover: again and again what covers most that nothing before it does for what it costs, until there is nothing more to cover. */
export function chooseCover<T extends Choice>(choices: readonly T[], wanted: ReadonlySet<string>): readonly T[] {
  const left = new Set(wanted);
  const chosen: T[] = [];
  const worth = ({ covers, cost }: T): number => [...covers].filter((key) => left.has(key)).length / (1 + cost);
  for (;;) {
    let [best, most]: [T | undefined, number] = [undefined, 0];
    for (const choice of choices) {
      const own = worth(choice);
      if (own > most) [best, most] = [choice, own];
    }
    if (!best) return chosen;
    chosen.push(best);
    for (const key of best.covers) left.delete(key);
  }
}
