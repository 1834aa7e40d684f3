import { paramMessage } from "../message.ts";

/** RMD8xxx: signing and verification. Holes: `file` is a script, `subject` the name in a certificate, `source` and `service` where a key, a password or a time stamp comes from. */
export const signingDiagnostics = {
  RMD8001: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' may not sign code: its extended key usage lacks code signing (1.3.6.1.5.5.7.3.3). Use a code-signing certificate.`,
  },
  RMD8002: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' is not valid before ${"notBefore"}, and the time in question is ${"time"}. Check the clock, or wait.`,
  },
  RMD8003: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' is not valid after ${"notAfter"}, and the time in question is ${"time"}. Renew it and sign again; a time stamp keeps later signatures valid.`,
  },
  RMD8004: {
    severity: "error",
    message: paramMessage`No certificate of ${"source"} belongs to its private key. Give the certificate that was issued for this key.`,
  },
  RMD8005: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' was signed with the weak or unknown algorithm ${"algorithm"}. Use one that was signed with SHA-256 or better.`,
  },
  RMD8006: {
    severity: "error",
    message: paramMessage`The key of '${"subject"}' is ${"key"}. Use RSA with at least 2048 bits, or ECDSA on P-256 or P-384.`,
  },
  RMD8007: {
    severity: "error",
    message: paramMessage`The chain of '${"subject"}' is incomplete: no certificate of '${"issuer"}' was given. Give the intermediates and the root with --chain.`,
  },
  RMD8008: {
    severity: "error",
    message: paramMessage`'${"file"}' has a character beyond ASCII in line ${"line"} but no byte order mark, so Windows would read it by each machine's code page. Save it as UTF-8 with a byte order mark, or use ASCII only.`,
  },
  RMD8009: {
    severity: "error",
    message: paramMessage`'${"file"}' has more than one signature block, or a line that looks like the mark of one. Remove all blocks, then sign again.`,
  },
  RMD8010: {
    severity: "error",
    message: paramMessage`'${"file"}' has text after its signature block, which no signature protects. Remove that text, or the block, then sign again.`,
  },
  RMD8011: {
    severity: "error",
    message: paramMessage`'${"file"}' is UTF-16 with big-endian bytes, whose signatures Windows does not verify. Save it as UTF-8 with a byte order mark.`,
  },
  RMD8012: {
    severity: "error",
    message: paramMessage`'${"file"}' is not valid ${"encoding"}: ${"detail"}. Save it again as UTF-8 with a byte order mark.`,
  },
  RMD8013: {
    severity: "error",
    message: paramMessage`The signature block of '${"file"}' is damaged: ${"detail"}. Remove the block and sign again.`,
  },
  RMD8014: { severity: "error", message: paramMessage`'${"file"}' has no signature. Sign it with 'remedyc sign'.` },
  RMD8015: {
    severity: "error",
    message: paramMessage`The signature of '${"file"}' cannot be accepted: ${"detail"}. Sign the script again.`,
  },
  RMD8016: {
    severity: "error",
    message: paramMessage`'${"file"}' was changed after it was signed: its digest is not the signed one. Fetch the script anew, or sign it again.`,
  },
  RMD8017: {
    severity: "error",
    message: paramMessage`The signature of '${"file"}' was not made with the key of '${"subject"}'. Do not run the script; fetch it anew.`,
  },
  RMD8018: {
    severity: "error",
    message: paramMessage`The signature of '${"file"}' has wrong signed attributes: ${"detail"}. Do not run the script; fetch it anew.`,
  },
  RMD8019: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' is not trusted: its chain ends at '${"issuer"}', which is not among the trusted ones. Give the root with --ca, or --timestamp-ca for a time stamp.`,
  },
  RMD8020: { severity: "error", message: paramMessage`The time stamp of ${"source"} is not valid: ${"detail"}. Sign the script again.` },
  RMD8022: {
    severity: "warning",
    message: paramMessage`The certificate '${"subject"}' expires on ${"notAfter"}, and the signature has no time stamp, so it expires then, too. Sign with --timestamp-url.`,
  },
  RMD8023: {
    severity: "error",
    message: paramMessage`${"source"} cannot be used as a key or certificate: ${"detail"}. Give the file in the form that 'remedyc sign --help' names.`,
  },
  RMD8024: {
    severity: "error",
    message: paramMessage`The password for ${"source"} is wrong. Give the right one by prompt, environment variable, file or standard input.`,
  },
  RMD8025: {
    severity: "error",
    message: paramMessage`${"source"} is protected by a password, and none was given. Use --password-env, --password-file or --password-stdin, or run in a terminal to be asked.`,
  },
  RMD8026: {
    severity: "error",
    message: paramMessage`No password can be had from ${"source"}: ${"detail"}. Set it, or name another source.`,
  },
  RMD8027: {
    severity: "error",
    message: paramMessage`The signer command '${"command"}' failed: ${"detail"}. Run it by hand with a digest on standard input to see why.`,
  },
  RMD8028: {
    severity: "error",
    message: paramMessage`The signature that ${"source"} gave is not one by the key of '${"subject"}'. Check that key and certificate belong together, and that the digest is signed as it is handed over.`,
  },
  RMD8029: {
    severity: "error",
    message: paramMessage`${"service"} refused or failed: ${"detail"}. Check the address, the names and the rights of the account.`,
  },
  RMD8030: {
    severity: "error",
    message: paramMessage`No time-stamp server gave a usable answer: ${"detail"}. Try again later, or name another server with --timestamp-url.`,
  },
  RMD8031: {
    severity: "error",
    message: paramMessage`The package '@azure/identity' is needed for Azure and cannot be loaded. Install it beside remedyc: npm install @azure/identity.`,
  },
  RMD8032: {
    severity: "error",
    message: paramMessage`It is not clear which key shall sign: ${"detail"}. Name exactly one of --pfx, --key, --signer-command, --azure-key-vault and --azure-trusted-signing.`,
  },
  RMD8033: { severity: "error", message: paramMessage`'${"file"}' cannot be read: ${"detail"}. Check the path and its rights.` },
  RMD8034: { severity: "error", message: paramMessage`'${"file"}' cannot be written: ${"detail"}. Check the folder and its rights.` },
  RMD8035: {
    severity: "note",
    message: paramMessage`'${"subject"}' signs with ${"key"}. App Control for Business accepts only RSA signatures; where such a policy applies, use an RSA certificate.`,
  },
  RMD8036: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' may not sign: its key usage lacks digital signature. Use a code-signing certificate.`,
  },
  RMD8037: {
    severity: "error",
    message: paramMessage`The certificate '${"subject"}' cannot stand in this chain: ${"detail"}. Use a certificate of a proper authority.`,
  },
  RMD8038: {
    severity: "warning",
    message: paramMessage`'${"subject"}' is a certificate for trying out, made by 'remedyc test-certificate'. Do not deploy what it signs.`,
  },
  RMD8039: { severity: "error", message: paramMessage`'${"option"}' cannot be used: ${"detail"}. See 'remedyc sign --help'.` },
  RMD8040: {
    severity: "error",
    message: paramMessage`'${"path"}' in the configuration's signing section is wrong: ${"detail"}. See docs/signing.md for the section's form.`,
  },
} as const;
