export interface MachineFile {
  content: string;
  /** How `content` becomes bytes. `utf16` has a byte order mark. */
  encoding: "utf8" | "utf16" | "base64";
  /** Where the real one is larger than `content`. */
  size?: number;
  written: number;
  /** `1.2.3.4` of its version resource. */
  version?: string;
  /** Where the real content is not here. */
  sha256?: string;
  /** Names in it, where it is a ZIP archive; each holds its own name. */
  entries?: string[];
  /** No signature: NotSigned. */
  signature?: { status: string; subject: string; thumbprint: string };
  owner?: string;
  /** Explicit rights; without them those of administrators and SYSTEM (all), users (read). */
  rules?: AccessRule[];
  /** FILE_ATTRIBUTE_READONLY 1, FILE_ATTRIBUTE_HIDDEN 2, FILE_ATTRIBUTE_SYSTEM 4. */
  attributes?: number;
  /** Nobody may read its rights. */
  rightsHidden?: boolean;
  /** Another program has it open, so that it can neither be written nor deleted. */
  inUse?: boolean;
  /** The script may not write or delete it. */
  denied?: boolean;
  link?: boolean;
  /** The file has other names too. */
  hardLinked?: boolean;
  /** Until when another run holds it as its lock. */
  lockedUntil?: number;
}

export interface MachineFolder {
  written: number;
  owner: string;
  /** No right of it is inherited. */
  protected: boolean;
  /** A junction or link. */
  link?: boolean;
  rules?: AccessRule[];
  attributes?: number;
  rightsHidden?: boolean;
  denied?: boolean;
  inUse?: boolean;
}

export interface AccessRule {
  sid: string;
  /** Bits of FileSystemRights. */
  rights: number;
  allow: boolean;
  inheritOnly: boolean;
  /** As an ACE_HEADER has them; without it those of an entry that is inherited, or of one's own where nothing is. */
  flags?: number;
}
