import { createValue } from "../../simulator/healthy-machine.ts";
import { setRegistryValue } from "../../simulator/tables.ts";
import { factInRegistry, giveFacts, setDomainController, WINDOWS_CONTROL, wordInRegistry } from "../../simulator/given/facts.ts";
import { booleanOf, numberOf, textOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

const VERSION_KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

const PRODUCT_TYPES = { workstation: "WinNT", server: "ServerNT", domain_controller: "LanmanNT" };

export const simulated: SimulatedKind = {
  give: giveFacts({
    build: factInRegistry(VERSION_KEY, "CurrentBuildNumber"),
    edition: factInRegistry(VERSION_KEY, "EditionID"),
    version: (machine, value) => {
      const [major = 10, minor = 0, build = 0, revision = 0] = value.kind === "version" ? value.parts : [];
      for (const [name, data] of Object.entries({
        CurrentMajorVersionNumber: major,
        CurrentMinorVersionNumber: minor,
        CurrentBuildNumber: String(build),
        UBR: revision,
      }))
        setRegistryValue(machine, VERSION_KEY, name, createValue(data));
    },
    product_type: (machine, value, given) => {
      wordInRegistry(`${WINDOWS_CONTROL}\\ProductOptions`, "ProductType", PRODUCT_TYPES)(machine, value, given);
      if (textOf(value) === "workstation") setRegistryValue(machine, VERSION_KEY, "InstallationType", createValue("Client"));
      if (textOf(value) === "domain_controller") setDomainController(machine);
    },
    installation_type: wordInRegistry(VERSION_KEY, "InstallationType", {
      client: "Client",
      server: "Server",
      server_core: "Server Core",
      nano_server: "Nano Server",
    }),
    architecture: (machine, value, given) => {
      wordInRegistry(`${WINDOWS_CONTROL}\\Session Manager\\Environment`, "PROCESSOR_ARCHITECTURE", {
        x64: "AMD64",
        x86: "x86",
        arm64: "ARM64",
      })(machine, value, given);
      machine.host.systemBits = textOf(value) === "x86" ? 32 : 64;
      if (machine.host.systemBits === 32) machine.host.bits = 32;
    },
    language: (machine, value) => {
      machine.host.language = textOf(value) ?? machine.host.language;
    },
    is_activated: (machine, value) => {
      machine.computer.licenseStatus = booleanOf(value) === true ? 1 : 5;
    },
    now: (machine, value) => {
      if (value.kind === "date") machine.clock.now = value.milliseconds;
    },
    uptime: (machine, value) => {
      machine.clock.uptime = numberOf(value) ?? machine.clock.uptime;
    },
  }),
};
