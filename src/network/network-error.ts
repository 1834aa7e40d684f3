/**
 * What OpenSSL and Node.js call a certificate that is not to be trusted (https://nodejs.org/docs/latest-v20.x/api/tls.html, X509 certificate error codes):
 * asking again does not help.
 */
const UNTRUSTED =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/;

const REASONS: { readonly [code: string]: string } = {
  ECONNRESET: "the connection broke off",
  EPIPE: "the connection broke off",
  UND_ERR_SOCKET: "the connection broke off",
  ECONNREFUSED: "the connection was refused",
  ETIMEDOUT: "nothing came in time",
  UND_ERR_CONNECT_TIMEOUT: "nothing came in time",
  UND_ERR_HEADERS_TIMEOUT: "nothing came in time",
  UND_ERR_BODY_TIMEOUT: "nothing came in time",
};

/** Whether a request failed since the server's certificate is not trusted. */
export function isUntrusted(error: unknown): boolean {
  return UNTRUSTED.test(codeOf(error));
}

/** Why a request had no answer, in a clause. `fetch` hides the reason in `cause`. */
export function describeNetworkError(error: unknown): string {
  if (!(error instanceof Error)) return "the request failed";
  const reason = error.cause instanceof Error ? error.cause : error;
  const code = codeOf(error);
  if (isUntrusted(error))
    return `the certificate of the server is not trusted (${reason.message}); where a proxy opens encrypted connections, name the file of its authority in the variable NODE_EXTRA_CA_CERTS`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `no address is known for ${"hostname" in reason ? String(reason.hostname) : "its name"}`;
  if (reason.name === "TimeoutError") return "nothing came in time";
  return REASONS[code] ?? (reason.message === "" ? error.message : reason.message);
}

function codeOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error && "code" in reason ? String(reason.code) : "";
}
