import { formatText } from "../../src/formatter/format.ts";
import { summarize } from "./measure.ts";
import type { Measure } from "./measure.ts";

/** What `remedyc fmt` takes for a text beyond its start, when the layout is not yet as it should be. */
export function measureFormatting(text: string): Measure {
  const untidy = text.replaceAll("{ ", "{  ");
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    if (formatText("generated.remedy", untidy).value === untidy) throw new Error("nothing was formatted");
    return performance.now() - start;
  });
  return summarize(times);
}
