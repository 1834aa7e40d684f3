import { expect, test } from "vitest";
import { clearEnvironment, findUnrest } from "./environment.ts";
import { measureInTurn } from "./measure.ts";

test("an environment loses what slows every start of Node, and the copy keeps it", () => {
  const environment = { NODE_EXTRA_CA_CERTS: "/certificates.pem", NODE_OPTIONS: "--require x", PATH: "/bin" };
  const original = clearEnvironment(environment);
  expect(environment).toEqual({ PATH: "/bin" });
  expect(original).toEqual({ NODE_EXTRA_CA_CERTS: "/certificates.pem", NODE_OPTIONS: "--require x", PATH: "/bin" });
});

test("measured programs start without NODE_EXTRA_CA_CERTS", async () => {
  const before = { ...process.env };
  try {
    process.env["NODE_EXTRA_CA_CERTS"] = "/certificates.pem";
    clearEnvironment();
    const command = [process.execPath, "-e", "process.exitCode = 'NODE_EXTRA_CA_CERTS' in process.env ? 1 : 0"];
    // Another exit code than 0 is an error.
    await measureInTurn([{ name: "looks", command }], { rounds: 1, signal: new AbortController().signal });
  } finally {
    Reflect.deleteProperty(process.env, "NODE_EXTRA_CA_CERTS");
    Object.assign(process.env, before);
  }
});

test("a machine is calm when nothing ran before and the empty program takes about the same time each round", () => {
  const machine = (start: number | undefined) => ({ node: "v20.19.0", processors: 2, load: { start, end: 3 } });
  expect(findUnrest(machine(0.2), { fastest: 28, median: 29, slowest: 40 })).toEqual([]);
  expect(findUnrest(machine(undefined), { fastest: 28, median: 29, slowest: 40 })).toEqual([]);
  expect(findUnrest(machine(2), { fastest: 28, median: 29, slowest: 40 })).toEqual(["the load average was 2.00 at start"]);
  const spread = ["an empty Node program took 28 to 60 ms, median 36"];
  expect(findUnrest(machine(0), { fastest: 28, median: 36, slowest: 60 })).toEqual(spread);
});
