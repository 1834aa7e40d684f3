import type { TemplateFunction, TemplateLayer, TemplateLibrary, TemplateVariant } from "./library.ts";
import type { TemplateSection } from "./sections.ts";

/** What is asked of every function before it is known which ones a script needs. */
interface StoredHead {
  readonly name: string;
  readonly layer: TemplateLayer;
  readonly variant: TemplateVariant;
  readonly isSameInEveryHost?: true;
  readonly sections?: readonly TemplateSection[];
  /** Where its body ends, in UTF-16 units from the start of the first one; it begins where the body before it ends. */
  readonly end: number;
}

/** What is asked only of the functions that a script holds, or may hold. */
type StoredBody = Pick<TemplateFunction, "text" | "parameters" | "words" | "reads">;

/** The first line of a stored library; the bodies follow it. */
interface StoredIndex {
  readonly heads: readonly StoredHead[];
  readonly frames: TemplateLibrary["frames"];
}

/** A library as one text, of which {@link openLibrary} reads a body when it is asked for: a script needs few of the functions, and all of them are a megabyte. */
export function storeLibrary({ functions, frames }: TemplateLibrary): string {
  let end = 0;
  const bodies: string[] = [];
  const heads = functions.map(({ text, parameters, words, reads, ...head }): StoredHead => {
    const body = JSON.stringify({ text, parameters, words, reads } satisfies StoredBody);
    bodies.push(body);
    end += body.length;
    return { ...head, end };
  });
  return `${JSON.stringify({ heads, frames } satisfies StoredIndex)}\n${bodies.join("")}`;
}

/** The library of a text of {@link storeLibrary}; of a text that is none the result is an error of the JSON in it, at once or when a function is used. */
export function openLibrary(stored: string): TemplateLibrary {
  const start = stored.indexOf("\n") + 1;
  const { heads, frames } = JSON.parse(stored.slice(0, start)) as StoredIndex;
  const functions = heads.map((head, i): TemplateFunction => {
    const read = (): StoredBody => JSON.parse(stored.slice(start + (heads[i - 1]?.end ?? 0), start + head.end)) as StoredBody;
    return new StoredFunction(head, read);
  });
  return { functions, frames };
}

/** A function whose body is read when something of it is asked for the first time, and kept. */
class StoredFunction implements TemplateFunction {
  readonly name: string;
  readonly layer: TemplateLayer;
  readonly variant: TemplateVariant;
  declare readonly isSameInEveryHost?: true;
  declare readonly sections?: readonly TemplateSection[];
  readonly #read: () => StoredBody;
  #body: StoredBody | undefined;

  constructor({ name, layer, variant, isSameInEveryHost, sections }: StoredHead, read: () => StoredBody) {
    this.name = name;
    this.layer = layer;
    this.variant = variant;
    if (isSameInEveryHost) this.isSameInEveryHost = isSameInEveryHost;
    if (sections) this.sections = sections;
    this.#read = read;
  }

  get text(): string {
    return this.#getBody().text;
  }

  get parameters(): readonly string[] {
    return this.#getBody().parameters;
  }

  get words(): readonly string[] {
    return this.#getBody().words;
  }

  get reads(): readonly string[] {
    return this.#getBody().reads;
  }

  #getBody(): StoredBody {
    this.#body ??= this.#read();
    return this.#body;
  }
}
