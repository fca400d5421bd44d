/** Names of elements (`eId`), by the naming convention of Akoma Ntoso: `clause_2__point_1` is the first point of the second clause. */
export type Names = (within: string | null, what: string) => string;

/** Each name that it gives, it gives once. */
export const createNames = (): Names => {
  const counts = new Map<string, number>();
  return (within, what) => {
    const name = within === null ? what : `${within}__${what}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}_${count}`;
  };
};
