import type { Fault } from "./graph-server.ts";

/** What a tenant, or a proxy before it, may answer instead of what Graph documents, and what is then said. None helps by being asked for again at once. */
export const wrongAnswers: readonly { readonly answer: Extract<Fault, object>; readonly says: RegExp }[] = [
  {
    answer: { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Blocked</title>" },
    says: /RMD8210: The answer of Microsoft Graph to [A-Z]+ \/\S+ is not as it is documented: it is no JSON\./,
  },
  { answer: { status: 200, body: "[]" }, says: /RMD8210: .* to [A-Z]+ \/\S+ is not as it is documented: it is no object\./ },
  {
    answer: { status: 302, headers: { location: "https://login.example/page?secret=1" } },
    says: /RMD8210: .* to [A-Z]+ \/\S+ is not as it is documented: it leads to https:\/\/login\.example\./,
  },
  {
    answer: { status: 401, body: "" },
    says: /RMD8217: Microsoft Graph does not take the sign-in for [A-Z]+ \/\S+, nor a fresh one: HTTP status 401\. Check '--tenant'/,
  },
  {
    answer: { status: 403, body: "<html>" },
    says: /RMD8209: Microsoft Graph refused [A-Z]+ \/\S+: HTTP status 403 with an answer that is no JSON, as of a proxy\. It needs the permission \w+\.\w/,
  },
  {
    answer: { status: 503, body: "<html>" },
    says: /RMD8208: Microsoft Graph did not carry out [A-Z]+ \/\S+: HTTP status 503; tried 7 times\. Run the same command again/,
  },
  {
    answer: { status: 429, headers: { "retry-after": "240" }, body: '{"error":{"code":"TooManyRequests"}}' },
    says: /RMD8208: .* [A-Z]+ \/\S+: HTTP status 429 TooManyRequests; the service wants another 240 s, after 480 s that were waited\./,
  },
];
