import { beforeAll, describe, expect, it, test } from "vitest";
import type { Machine } from "../../src/simulator/machine.ts";
import { differences, file, machine, service, standalone } from "./rollback-support.ts";
import { startSimulation } from "./simulate.ts";
import type { Simulation } from "./simulate.ts";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await startSimulation();
});

const JUNCTION = "C:\\ProgramData\\Contoso";
const junction = (made: Machine): void => {
  const folder = made.folders[JUNCTION];
  if (folder !== undefined) made.folders[JUNCTION] = { ...folder, link: true };
};

describe("below a folder that somebody made a junction", () => {
  // What would be written or removed there lies where the junction leads.
  const cases: readonly (readonly [what: string, body: string])[] = [
    ["a file is not removed", `ensure file('${JUNCTION}\\cache\\a.db') absent`],
    ["a file is not written", `ensure file('${JUNCTION}\\cache\\a.db') { content: "new" }`],
    ["a file is not made", `ensure file('${JUNCTION}\\made\\b.txt') { content: "new" }`],
    ["a file is not copied", `ensure file('${JUNCTION}\\c.txt') present { source: 'C:\\Windows\\System32\\drivers\\etc\\hosts' }`],
    ["a folder is not made", `ensure directory('${JUNCTION}\\made\\below') present`],
    ["a folder is not removed", `ensure directory('${JUNCTION}\\cache') absent`],
    [
      "a folder is not cleared",
      `check "empty" { directory('${JUNCTION}\\cache').file_count == 0 } fix { clear directory('${JUNCTION}\\cache') }`,
    ],
  ];
  test.each(cases)("%s, and the junction is named", async (_, body) => {
    const before = machine(file(`${JUNCTION}\\cache\\a.db`, "x"), junction);
    const run = await (await standalone(simulation, body))(before);
    expect(run.output[0]).toContain(`${JUNCTION} is a junction or link`);
    expect(differences(before, run.machine).filter((one) => !one.includes("Remedyc"))).toEqual([]);
  });
});

describe("a source without sha256", () => {
  const SOURCE = "C:\\Drop\\new.txt";
  const drop =
    (writer: string) =>
    (made: Machine): void => {
      made.folders["C:\\Drop"] = {
        written: 0,
        owner: "S-1-5-32-544",
        protected: false,
        rules: [{ sid: writer, rights: 0x1301bf, allow: true, inheritOnly: false }],
      };
    };
  it("is copied from a folder of administrators", async () => {
    const run = await (
      await standalone(simulation, `ensure file('C:\\Data\\new.txt') present { source: '${SOURCE}' }`)
    )(machine(file(SOURCE, "x"), drop("S-1-5-32-544")));
    expect([run.exitCode, run.machine.files["C:\\Data\\new.txt"]?.content]).toEqual([0, "x"]);
  });
  it("is not copied from one where others write, which is named", async () => {
    const run = await (
      await standalone(simulation, `ensure file('C:\\Data\\new.txt') present { source: '${SOURCE}' }`)
    )(machine(file(SOURCE, "x"), drop("S-1-5-32-545")));
    expect(run.output[0]).toMatch(/^BLOCKED .*has no sha256 in the remedy, and C:\\Drop may be changed by S-1-5-32-545/);
    expect(run.machine.files["C:\\Data\\new.txt"]).toBeUndefined();
  });
});

describe("accounts of this machine alone", () => {
  const right = "SeServiceLogonRight";
  it("'.\\svc' is not the domain's svc: nothing is granted", async () => {
    const before = machine();
    const run = await (await standalone(simulation, `ensure user_right("${right}") { includes: ['.\\svc'] }`))(before);
    expect(run.output[0]).toMatch(/^BLOCKED .*this machine knows no account '\.\\svc'/);
    expect(run.machine.rights[right]).toEqual(before.rights[right]);
  });
  it.each(["SRV01\\svc", ".\\svc"])("with a row %s it is that account, by either name", async (row) => {
    const local = "S-1-5-21-3623811015-3361044348-30300820-1001";
    const before = machine((made) => {
      made.accounts[row] = local;
    });
    const run = await (
      await standalone(simulation, `ensure user_right("${right}") { includes: ['.\\svc', 'SRV01\\svc', 'CONTOSO\\svc'] }`)
    )(before);
    const added = (run.machine.rights[right] ?? []).filter((sid) => !(before.rights[right] ?? []).includes(sid));
    expect(added).toEqual([local, before.accounts["CONTOSO\\svc"]]);
  });
});

describe("a service whose account nobody has", () => {
  const gone = (made: Machine): void => service("ContosoAgent", { account: "CONTOSO\\gone", state: "running" })(made);
  it("has an account that cannot be read, which is not none", async () => {
    const body = `require service("ContosoAgent").account == none else "It has an account."`;
    const run = await (await standalone(simulation, body))(machine(gone));
    expect(run.output[0]).toMatch(/^BLOCKED .*ContosoAgent logs on as CONTOSO\\gone, which is no account here/);
  });
  it("gets another one all the same", async () => {
    const run = await (
      await standalone(simulation, `ensure service("ContosoAgent") { account: 'NT AUTHORITY\\LocalService' }`)
    )(machine(gone));
    expect([run.exitCode, run.machine.services["ContosoAgent"]?.account]).toEqual([0, "NT AUTHORITY\\LocalService"]);
  });
});
