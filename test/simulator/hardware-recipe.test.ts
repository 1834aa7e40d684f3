import { describe, expect, test } from "vitest";
import { compileRecipeText } from "./recipe-support.ts";
import { testRecipe } from "./recipe-tests.ts";

/* BitLocker, devices, and what the computer says of itself, in one recipe: its scripts are compiled once. */

const RECIPE = String.raw`
remedy hardware {
  title: "This laptop is as it should be"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation, standalone]

  step facts "What it says of itself" {
    require tpm.present and tpm.enabled and tpm.ready and (tpm.version ?? 1.0) >= 2.0 else "The TPM is missing, off, or too old."
    require not battery.present or (battery.charge ?? 0) >= 20 else "Plug it in."
    warn "The battery is worn: ${"${battery.health ?? 0}"} percent." when battery.health != none and battery.health < 60
    require signed_in_user.name == none or (profile(sid == (signed_in_user.sid ?? "")).name ?? "") == "ann" else "${'${signed_in_user.name ?? "nobody"}'} sits here."
    when computer.is_virtual and computer.hypervisor in [vmware, kvm] { ensure registry_value('HKLM\SOFTWARE\Contoso', "Virtual") { data: 1 } }
    require bitlocker_volume(os.system_drive).exists else "This Windows has no BitLocker."
  }
  step key "Recovery key" {
    ensure bitlocker_volume("C:") { recovery_password: present }
    check "the recovery key is in Entra" every 30d fix { backup bitlocker_volume("C:") { to: entra } }
  }
  step protection "Protection" {
    each v in bitlocker_volume(type == fixed) { ensure v { protection: on } }
    ensure bitlocker_volume("C:") { method: xts_aes_256, protection: on }
  }
  step devices "Devices" {
    require all d in pnp_device(problem == true): d.problem_code != 28 else "A device has no driver."
    check "the reader works" { not pnp_device('USB\VID_1&PID_2\7').exists or not pnp_device('USB\VID_1&PID_2\7').problem } fix { restart pnp_device('USB\VID_1&PID_2\7') }
    each d in pnp_device(class == "Camera") { ensure d { enabled: false } }
    ensure pnp_device('PCI\VEN_8086&DEV_1533\3&11583659&0&C8') { enabled: true }
  }
}

scenario "suspended, no key, a reader that hangs, cameras, no network" for hardware {
  given {
    os.build: 19045
    computer.hypervisor: vmware
    battery { charge: 80, health: 55 }
    bitlocker_volume("C:") { protection: suspended, recovery_password: missing }
    bitlocker_volume("D:") { protection: suspended }
    bitlocker_volume("E:") { protection: suspended, type: removable }
    pnp_device('USB\VID_1&PID_2\7') { problem_code: 43 }
    pnp_device('USB\VID_9&PID_9\1') { class: "Camera", friendly_name: "It's a \"camera\"" }
    pnp_device('USB\VID_9&PID_9\2') { class: "Camera", friendly_name: none }
    pnp_device('pci\ven_8086&dev_1533\3&11583659&0&c8') { enabled: false }
  }
  expect detect noncompliant
  expect fix succeeded
  expect registry_value('HKLM\SOFTWARE\Contoso', "Virtual") { data: 1 }
  expect bitlocker_volume("D:") { protection: on }
  expect pnp_device('USB\VID_9&PID_9\2') { enabled: false }
}

scenario "a camera that goes with the next start of Windows, nobody is there" for hardware {
  given {
    signed_in_user.name: none
    pnp_device('USB\VID_9&PID_9\1') { class: "Camera", needs_restart: true }
  }
  expect detect noncompliant
  expect fix restart_needed
  restart
  expect pnp_device('USB\VID_9&PID_9\1') { enabled: false }
}

scenario "an update of firmware is under way, one has no driver, and the adapter is not there" for hardware {
  given {
    bitlocker_volume("C:") { suspended_restarts: 1 }
    pnp_device('ACPI\X\1') { friendly_name: none, class: none, problem_code: 28 }
    pnp_device('PCI\VEN_8086&DEV_1533\3&11583659&0&C8') { connected: false }
  }
  expect detect noncompliant
  expect fix blocked
}

scenario "an old TPM, no power, somebody else, no BitLocker" for hardware {
  given {
    tpm.version: 1.2
    battery { charge: 5, health: none }
    signed_in_user.name: 'CONTOSO\bob'
    bitlocker_volume("C:") { missing: true }
  }
  expect detect blocked
  expect fix blocked
}
`;

/** What a fault may hit. */
const CHANGES = String.raw`
remedy changes {
  title: "What is changed"
  version: 1.0.0
  publisher: "IT"
  targets: [intune.remediation]

  step all "All" {
    ensure bitlocker_volume("C:") { recovery_password: present }
    ensure pnp_device('USB\VID_9&PID_9\1') { enabled: false }
  }
}

scenario "from nothing" for changes {
  given {
    bitlocker_volume("C:") { recovery_password: missing }
    pnp_device('USB\VID_9&PID_9\1') { class: "Camera" }
  }
  expect fix succeeded
}
`;

describe("a recipe for hardware", async () => {
  testRecipe(await compileRecipeText(RECIPE), {});

  test.each(["", 'USB\\\\A"B', "USB\\\\A B", "a,b"])("an instance id '%s' is refused", async (id) => {
    const text = CHANGES.replace("'USB\\VID_9&PID_9\\1') {", `"${id.replaceAll('"', '\\"')}") {`);
    await expect(compileRecipeText(text)).rejects.toThrow("'instance_id' of pnp_device");
  });
});

describe("a recipe that changes BitLocker and a device", async () => {
  testRecipe(await compileRecipeText(CHANGES), { "from nothing": 4 });
});
