import { bool, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word(
    "start",
    oneOf({ runs: "It starts.", hangs: "It stays in 'starting'.", ends: "It ends again at once." }),
    "What happens when it is started.",
  ),
  word(
    "stop",
    oneOf({ stops: "It stops.", hangs: "It stays in 'stopping'.", refuses: "It takes no stop order." }),
    "What happens when it is stopped.",
  ),
  word(
    "without_right",
    oneOf({ refused: "Windows refuses the start (1069).", hangs: "It stays in 'starting'." }),
    "What happens when it is started while its account may not log on as a service.",
  ),
  word("password_valid", bool, "Whether the password of its account is accepted."),
  word("held_open", bool, "Somebody keeps it open, so that a deletion waits until Windows restarts."),
  word("shared_process", bool, "It shares its process with other services."),
  word("marked_for_deletion", bool, "It was deleted, and goes when Windows restarts."),
];
