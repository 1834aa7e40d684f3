/** Names and values by number, so that a state is a row of small numbers. Number 0 is the value that is missing. */
export class Space<T> {
  readonly variables: string[] = [];
  readonly #values: (T | undefined)[] = [undefined];
  readonly #ids = new Map<string, number>();
  readonly #valueIds = new Map<string, number>();
  readonly #sets = new Map<number, readonly number[]>();
  readonly #setIds = new Map<string, number>();
  readonly #groups = new Map<string, number[]>();
  readonly #keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  /** The number of a variable. */
  id(variable: string): number {
    const known = this.#ids.get(variable);
    if (known !== undefined) return known;
    const id = this.variables.length;
    this.variables.push(variable);
    this.#ids.set(variable, id);
    const group = this.group(groupOf(variable));
    group.push(id);
    return id;
  }

  /** The variables that belong together, by what stands before the first NUL in their names: as many as are known by now. */
  group(name: string): number[] {
    const known = this.#groups.get(name) ?? [];
    this.#groups.set(name, known);
    return known;
  }

  /** The number of a value. */
  valueId(value: T): number {
    const key = this.#keyOf(value);
    const known = this.#valueIds.get(key);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#values.push(value);
    this.#valueIds.set(key, id);
    return id;
  }

  value(id: number): T | undefined {
    return this.#values[id];
  }

  /** The number of any of these values, none of which is known to be the one: the same for the same values. */
  oneOf(ids: readonly number[]): number {
    const all = [...new Set(ids.flatMap((id) => this.members(id) ?? [id]))].sort((a, b) => a - b);
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0) return only;
    const key = all.join();
    const known = this.#setIds.get(key);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#values.push(undefined);
    this.#setIds.set(key, id);
    this.#sets.set(id, all);
    return id;
  }

  /** Which values a number made by `oneOf` stands for. */
  members(id: number): readonly number[] | undefined {
    return this.#sets.get(id);
  }
}

/** A variable and its new value, by their numbers. */
export type Change = readonly [id: number, value: number];

/** What of a state is looked at, for `recall.ts`. */
export interface Reader {
  read: (id: number, value: number) => void;
  /** All variables of a group are about to be read, so many. */
  readGroup: (name: string, count: number) => void;
}

/**
 * What variables are. One that is missing is as at the very start, and chosen when it is first read; one may be any of several values (`oneOf`), so that a state stands for many. Two states are told apart by a hash that goes along with each change (Zobrist, "A New Hashing
 * Method with Application for Game Playing", 1970).
 */
export class State<T> {
  readonly space: Space<T>;
  readonly row: number[];
  readonly #reader: Reader | undefined;
  readonly #written: Set<number> | undefined;
  #high: number;
  #low: number;

  constructor(space: Space<T>, from?: State<T>, reader?: Reader) {
    this.space = space;
    this.row = from ? from.row.slice() : [];
    this.#high = from ? from.#high : 0;
    this.#low = from ? from.#low : 0;
    this.#reader = reader;
    this.#written = reader ? new Set() : undefined;
  }

  /** A copy that may be changed; what is read of it counts as read of this one. */
  fork(): State<T> {
    const copy = new State(this.space, this, this.#reader);
    for (const id of this.#written ?? []) copy.#written?.add(id);
    return copy;
  }

  get(variable: string): T | undefined {
    return this.space.value(this.#read(this.space.id(variable)));
  }

  has(variable: string): boolean {
    return this.#read(this.space.id(variable)) !== 0;
  }

  set(variable: string, value: T): void {
    this.put(this.space.id(variable), this.space.valueId(value));
  }

  delete(variable: string): void {
    this.put(this.space.id(variable), 0);
  }

  /** Sets a variable by numbers. */
  put(id: number, value: number): void {
    this.#written?.add(id);
    while (this.row.length <= id) this.row.push(0);
    const before = this.row[id] as number;
    if (before === value) return;
    if (before !== 0) this.#mix(id, before);
    if (value !== 0) this.#mix(id, value);
    this.row[id] = value;
  }

  /** The number of the value of a variable, 0 for none. */
  at(id: number): number {
    return this.row[id] ?? 0;
  }

  /** Whether a variable is, or may be, missing. */
  mayBeMissing(id: number): boolean {
    const value = this.at(id);
    return value === 0 || this.space.members(value)?.includes(0) === true;
  }

  /** The variables of a group that are set. */
  membersOf(group: string): string[] {
    const ids = this.space.group(group);
    this.#reader?.readGroup(group, ids.length);
    return ids.filter((id) => this.#read(id) !== 0).map((id) => this.space.variables[id] as string);
  }

  /** Every variable of a group, set or not. */
  variablesOf(group: string): string[] {
    const ids = this.space.group(group);
    this.#reader?.readGroup(group, ids.length);
    return ids.map((id) => this.space.variables[id] as string);
  }

  /** What was set, where reading is noted, and to what. */
  changes(): Change[] {
    return [...(this.#written ?? [])].map((id) => [id, this.at(id)]);
  }

  /** The same for two states of one space exactly when they are, but for one pair in 2^53. */
  get key(): number {
    return this.#high * 0x200000 + (this.#low >>> 11);
  }

  /** About how many bytes it takes. */
  get size(): number {
    return 8 * this.row.length + 120;
  }

  /** A key of this state with another; `without`: as if that variable were missing. */
  keyWith(other: { readonly key: number }, without?: number): number {
    const key = other.key;
    let [high, low] = [this.#high, this.#low];
    const value = without === undefined ? 0 : this.at(without);
    if (without !== undefined && value !== 0) {
      const mixed = highOf(without, value);
      high ^= mixed;
      low ^= lowOf(without, value, mixed);
    }
    return stir(high ^ stir(key >>> 0)) * 0x200000 + (stir(low ^ stir(Math.floor(key / 0x100000000) ^ 0x27d4eb2f)) >>> 11);
  }

  #read(id: number): number {
    let value = this.row[id] ?? 0;
    if (!this.#reader || this.#written?.has(id)) return value;
    // Who looks sees one of several: the first, as long as nobody asks for another.
    const members = this.space.members(value);
    if (members) value = this.row[id] = members[0] as number;
    this.#reader.read(id, value);
    return value;
  }

  #mix(id: number, value: number): void {
    const high = highOf(id, value);
    this.#high = (this.#high ^ high) >>> 0;
    this.#low = (this.#low ^ lowOf(id, value, high)) >>> 0;
  }
}

/** What stands before the first NUL of a variable's name. */
function groupOf(variable: string): string {
  const end = variable.indexOf("\u0000");
  return end < 0 ? variable : variable.slice(0, end);
}

function highOf(id: number, value: number): number {
  return stir(Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(value, 0x85ebca77));
}

function lowOf(id: number, value: number, high: number): number {
  return stir(Math.imul(id + 1, 0xc2b2ae3d) + Math.imul(value, 0x27d4eb2f) + high);
}

/** The finalizer of MurmurHash3. */
function stir(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
