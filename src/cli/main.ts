import { main } from "./run.ts";
import { watchOutput } from "./streams.ts";

watchOutput();
void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
