import { type Chosen, EVERYONE, type Instance } from './instance.ts';

/** A choice under change, with who could sign it and what it weighs: a change costs no more than what it touches. */
export interface Tally {
  readonly chosen: Chosen;
  /** How many could sign: nobody, where it is no text. */
  readonly signers: () => number;
  readonly weight: () => number;
  /** The groups that could sign. */
  readonly groups: () => readonly number[];
  /** Chooses this variant for a clause, or, with −1, none. */
  readonly set: (clause: number, variant: number) => void;
  readonly setAll: (chosen: Chosen) => void;
}

/** Lists by number, laid end to end. */
interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

const lists = (rows: readonly (readonly number[])[]): Lists => {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + row.length;
  return { starts, items: Int32Array.from(rows.flat()) };
};

export const createTally = (instance: Instance): Tally => {
  const { conditions, names, sizes } = instance;
  const objectors = lists(instance.objectors);
  const asWhen: number[][] = names.map(() => []);
  const asOther: number[][] = names.map(() => []);
  for (const [at, condition] of conditions.entries()) {
    if (condition.when !== null) asWhen[condition.when]?.push(at);
    for (const variant of 'needs' in condition ? condition.needs : [condition.forbids]) asOther[variant]?.push(at);
  }
  const whens = lists(asWhen);
  const others = lists(asOther);
  const size = Int32Array.from(sizes);
  const gain = Int32Array.from(instance.gain);
  /** Behind the groups: what is against the choice itself. */
  const all = sizes.length;
  const author = Int32Array.from(conditions, ({ group }) => (group === EVERYONE ? all : group));
  const forbids = Uint8Array.from(conditions, (condition) => ('needs' in condition ? 0 : 1));

  const chosen = new Int32Array(instance.clauses.length).fill(-1);
  const active = Uint8Array.from(conditions, ({ when }) => (when === null ? 1 : 0));
  /** For each condition how many of its needs, or of what it forbids, are chosen. */
  const present = new Int32Array(conditions.length);
  /** For each group what keeps it from signing: objections and conditions. */
  const against = new Int32Array(all + 1);
  let weight = 0;
  let signers = instance.signers;

  const weigh = (group: number, by: number): void => {
    const before = against[group] ?? 0;
    against[group] = before + by;
    if (before === 0) signers -= size[group] ?? 0;
    else if (before + by === 0) signers += size[group] ?? 0;
  };
  const broken = (condition: number): boolean =>
    active[condition] === 1 && (present[condition] ?? 0) > 0 === (forbids[condition] === 1);
  for (let condition = 0; condition < conditions.length; condition++)
    if (broken(condition)) weigh(author[condition] ?? 0, 1);

  const turn = (variant: number, on: boolean): void => {
    const by = on ? 1 : -1;
    weight += by * (gain[variant] ?? 0);
    for (let at = objectors.starts[variant] ?? 0; at < (objectors.starts[variant + 1] ?? 0); at++)
      weigh(objectors.items[at] ?? 0, by);
    for (let at = whens.starts[variant] ?? 0; at < (whens.starts[variant + 1] ?? 0); at++) {
      const condition = whens.items[at] ?? 0;
      const before = broken(condition);
      active[condition] = on ? 1 : 0;
      const after = broken(condition);
      if (before !== after) weigh(author[condition] ?? 0, after ? 1 : -1);
    }
    for (let at = others.starts[variant] ?? 0; at < (others.starts[variant + 1] ?? 0); at++) {
      const condition = others.items[at] ?? 0;
      const before = broken(condition);
      present[condition] = (present[condition] ?? 0) + by;
      const after = broken(condition);
      if (before !== after) weigh(author[condition] ?? 0, after ? 1 : -1);
    }
  };

  const set = (clause: number, variant: number): void => {
    const old = chosen[clause] ?? -1;
    if (old === variant) return;
    if (old >= 0) turn(old, false);
    if (variant >= 0) turn(variant, true);
    chosen[clause] = variant;
  };
  return {
    chosen,
    signers: () => (against[all] === 0 ? signers : 0),
    weight: () => weight,
    groups: () => (against[all] === 0 ? [...sizes.keys()].filter((group) => against[group] === 0) : []),
    set,
    setAll: (to) => {
      for (let clause = 0; clause < chosen.length; clause++) set(clause, to[clause] ?? -1);
    },
  };
};
