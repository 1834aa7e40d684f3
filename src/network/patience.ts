/** How long one request may be put off in all, by throttling or a service that is not well. */
const LONGEST_DELAY = 10 * 60_000;
const TRIES = 7;
const SHORTEST_WAIT = 1000;

/** Throttled, or not well for the moment (https://learn.microsoft.com/graph/throttling, https://learn.microsoft.com/graph/errors). */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

export function isPassing(status: number): boolean {
  return PASSING.includes(status);
}

/** How often one request is tried, and how long is waited in between. */
export class Patience {
  #failures = 0;
  #delayed = 0;

  /** What follows a try that failed: so many milliseconds until the next, or why there is none, in a clause. `asked` is what the service wants, if it said so. */
  next(status: number, asked: number | undefined): { readonly wait: number } | { readonly end: string } {
    // Being told to wait is no failure: only the time that is spent counts.
    if (status !== 429 || asked === undefined) this.#failures++;
    if (this.#failures === TRIES) return { end: `tried ${TRIES} times` };
    // A service that says 0 and throttles for ever must come to an end, too.
    const wait = Math.max(asked ?? 1000 * 2 ** (this.#failures - 1), SHORTEST_WAIT);
    if (this.#delayed + wait > LONGEST_DELAY)
      return {
        end: `the service wants another ${Math.round(wait / 1000)} s, after ${Math.round(this.#delayed / 1000)} s that were waited`,
      };
    this.#delayed += wait;
    return { wait };
  }
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
