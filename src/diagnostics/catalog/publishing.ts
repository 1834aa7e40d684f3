import { paramMessage } from "../message.ts";

/** RMD82xx: publishing to Intune and reporting of it. Holes: `request` is method and path, `permission` what Microsoft Graph calls the right, `path` a file as it was named. */
export const publishingDiagnostics = {
  RMD8201: {
    severity: "error",
    message: paramMessage`'${"path"}' does not tell what a build wrote: ${"reason"}. Build the folder with 'remedyc build --sign'.`,
  },
  RMD8202: {
    severity: "error",
    message: paramMessage`'${"file"}' is not what the build wrote: ${"reason"}. Nothing was published; build again, and sign with 'remedyc build --sign'.`,
  },
  RMD8203: {
    severity: "error",
    message: paramMessage`'${"file"}' ${"what"}. Build with 'remedyc build --sign', or publish it all the same with --allow-unsigned.`,
  },
  RMD8204: { severity: "error", message: paramMessage`'${"path"}' cannot be used: ${"reason"}.` },
  RMD8205: {
    severity: "error",
    message: paramMessage`'${"remedy"}' only excludes groups: Intune delivers that to nobody. Name a group, or all devices, under 'assign'.`,
  },
  RMD8206: { severity: "error", message: paramMessage`The build has no remedy '${"remedy"}' for the target ${"target"}.${"hint"}` },
  RMD8207: {
    severity: "error",
    message: paramMessage`Signing in to Microsoft Entra ID failed: ${"reason"}. 'remedyc publish --help' and 'remedyc report --help' tell the ways to sign in.`,
  },
  RMD8208: { severity: "error", message: paramMessage`Microsoft Graph did not carry out ${"request"}: ${"detail"}. ${"advice"}.` },
  RMD8209: {
    severity: "error",
    message: paramMessage`Microsoft Graph refused ${"request"}: ${"detail"}. It needs the permission ${"permission"}, with an administrator's consent, and of a person the same right in Intune.`,
  },
  RMD8210: {
    severity: "error",
    message: paramMessage`The answer of Microsoft Graph to ${"request"} is not as it is documented: ${"reason"}. Nothing is done on its word.`,
  },
  RMD8211: {
    severity: "error",
    message: paramMessage`Somebody else is changing what ${"request"} is about. Nothing of theirs was overwritten; run the command again.`,
  },
  RMD8212: {
    severity: "error",
    message: paramMessage`There is ${"what"} '${"title"}' already (${"id"}), which this project did not publish. Delete or rename it, or hand it over: end its ${"field"} with the line '${"line"}'.`,
  },
  RMD8213: {
    severity: "error",
    message: paramMessage`Several ${"what"} are marked as '${"name"}' of this project: ${"ids"}. Delete all but one in Intune.`,
  },
  RMD8214: { severity: "error", message: paramMessage`The tenant has ${"problem"}.${"hint"}` },
  RMD8215: { severity: "error", message: paramMessage`Who signs in is not clear: ${"reason"}. See 'remedyc ${"command"} --help'.` },
  RMD8216: { severity: "error", message: paramMessage`'${"path"}' cannot be written: ${"reason"}.` },
  RMD8217: {
    severity: "error",
    message: paramMessage`Microsoft Graph does not take the sign-in for ${"request"}, nor a fresh one: ${"detail"}. Check '--tenant' and '--cloud', and that the account or application is still enabled and no access policy of Microsoft Entra ID stops it.`,
  },
} as const;
