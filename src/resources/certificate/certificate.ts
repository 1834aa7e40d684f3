import type { Creatable, Duration, Enumerable, Key, Means, NamedKey, Path, Reading } from "../language.ts";

/**
 * A certificate in a store of this computer, by its thumbprint. `present` adds it without a private key; `absent` takes it away, wherever in the store it is.
 *
 * The thumbprint says which bytes are meant, so `source` may lie anywhere and `content` needs no signature: what is another certificate is not added. One with a
 * private key is taken away like any other; `-Rollback` cannot bring the key back, and leaves it. A root that belongs to Windows' own programme comes back when
 * something needs it: put it into `disallowed` as well.
 *
 * `each c in certificate(store: my)` goes over all of a store, or over those for which filters hold: `expires_in == 0s`, `subject matches 'CN=Contoso'`; `c.thumbprint` is its thumbprint.
 *
 * @blocker It is missing, and neither `source` nor `content` is given, or that is missing, another certificate, or none (a `.pfx` or `.p7b` is none).
 * @blocker It is to be absent, and Group Policy or Active Directory brings it: it can only be taken away there. What Intune brings cannot be told from what anybody else added.
 * @touches The stores of certificates of this computer (LocalMachine).
 * @touches The registry, below SOFTWARE\Policies\Microsoft\SystemCertificates and SOFTWARE\Microsoft\EnterpriseCertificates (read only).
 */
export interface Certificate extends Creatable, Enumerable {
  /**
   * Its thumbprint (SHA-1), upper or lower case, without blanks.
   * @pattern ^[0-9A-F]{40}$
   * @fit hex
   * @limitSource FIPS 180-4: a SHA-1 digest has 160 bits
   */
  thumbprint: Key<string>;

  /** The store. Source: "System Store Locations" and "StoreName Enum" (learn.microsoft.com/windows/win32/seccrypto, …/dotnet/api/system.security.cryptography.x509certificates.storename). */
  store: NamedKey<
    /** Personal: this computer's own, with their keys. */
    | "my"
    /** Trusted Root Certification Authorities. */
    | "root"
    /** Intermediate Certification Authorities. */
    | "ca"
    /** Trusted Publishers: whose programs and scripts run without a question. */
    | "trusted_publisher"
    /** Trusted People. */
    | "trusted_people"
    /** Untrusted Certificates. */
    | "disallowed"
  >;

  /**
   * The file to add it from: `.cer`, `.crt` or `.pem`, binary or base64. Targets that carry no files need an absolute path.
   * @only present
   * @makes
   */
  source?: Means<Path>;

  /**
   * The certificate itself as text: what stands from `-----BEGIN CERTIFICATE-----` to the end, or its base64 alone.
   * @only present
   * @minLength 1
   * @maxLength 65536
   * @limitSource A certificate has some thousand characters; scripts are read by people
   * @makes
   */
  content?: Means<string>;

  /** Whom it names. */
  subject: Reading<string>;

  /** How long it is still valid; `0s` when it is over. */
  expires_in: Reading<Duration>;

  /** Whether this computer has its private key. */
  has_private_key: Reading<boolean>;
}
