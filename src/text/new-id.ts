import type { ClauseId } from '../base/ids.ts';
import type { ClauseKind } from './clause.ts';

/** The first of `h1`, `h2` … that is not in use, for a heading; it is in use from here on. */
export const newId = (kind: ClauseKind, used: Set<string>): ClauseId => {
  let number = 1;
  while (used.has(`${kind.slice(0, 1)}${number}`)) number += 1;
  const id = `${kind.slice(0, 1)}${number}` as ClauseId;
  used.add(id);
  return id;
};
