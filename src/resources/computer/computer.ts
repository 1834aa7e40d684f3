import type { Reading, Singleton, Size } from "../language.ts";

/**
 * The computer and where it belongs.
 *
 * @touches The registry and CIM (read only).
 */
export interface Computer extends Singleton {
  /** The computer's name (NetBIOS). */
  name: Reading<string>;

  /** True on every domain controller, also a read-only one. */
  is_domain_controller: Reading<boolean>;

  /** True when it is a member of an Active Directory domain. */
  is_domain_joined: Reading<boolean>;

  /** The DNS name of the Active Directory domain of which it is a member: `"corp.contoso.com"`; none where it is of none. */
  domain?: Reading<string>;

  /** True when the device itself is joined to Microsoft Entra, also when it is joined to a domain as well (hybrid); not for a registration by a user. */
  is_entra_joined: Reading<boolean>;

  /** The memory that is built in, with what firmware and graphics keep for themselves. */
  memory: Reading<Size>;

  /** Who made it, as its firmware has it: `"Dell Inc."`, `"LENOVO"`, `"Microsoft Corporation"`. Empty where that does not say. (Win32_ComputerSystem.) */
  manufacturer: Reading<string>;

  /** Its model, as its firmware has it: `"Latitude 5440"`, `"Virtual Machine"`. Empty where that does not say. (Win32_ComputerSystem.) */
  model: Reading<string>;

  /** Whether it is a virtual machine, by what its firmware says of maker and model (Win32_ComputerSystem). A computer that itself runs virtual machines is none, and neither is one with virtualization-based security. */
  is_virtual: Reading<boolean>;

  /** Which hypervisor it runs on, where it is a virtual machine; none on hardware. */
  hypervisor?: Reading<
    /** Hyper-V, Azure, Windows 365 and Windows Sandbox. */
    | "hyper_v"
    /** VMware. */
    | "vmware"
    /** Oracle VirtualBox. */
    | "virtualbox"
    /** KVM and QEMU: Proxmox, OpenStack, oVirt, Nutanix, Google Compute Engine, Amazon EC2. */
    | "kvm"
    /** Xen, and older instances of Amazon EC2. */
    | "xen"
    /** Parallels Desktop. */
    | "parallels"
    /** bhyve, Bochs, or Apple's own. */
    | "other"
  >;

  /** Whether Windows was started by Secure Boot; false as well where the firmware has none. */
  secure_boot: Reading<boolean>;
}
