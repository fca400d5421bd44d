import type { OrganisationId } from '../../base/ids.ts';
import { targetKey } from '../texts/position-state.ts';
import type { Text } from '../texts/state.ts';
import type { Circulation } from './state.ts';

/** Who has not answered what everyone is asked: derived from what was said, for those who look and for the lists to which a reminder goes. */

/**
 * Whether an organisation has said where it stands on an open text: on the whole or, while it is negotiated, on each of its clauses; who tabled it has. Of a text that is open no more nothing is
 * asked.
 */
export const hasAnswered = (text: Text, id: OrganisationId): boolean => {
  const said = (key: string): boolean => text.standing.get(key)?.has(id) === true;
  if (said(targetKey({ kind: 'whole' }))) return true;
  if (text.stage === 'decision') return false;
  if (text.stage !== 'negotiation' || text.by === id) return true;
  const clauses = text.revisions.at(-1)?.clauses ?? [];
  return clauses.every(({ kind, id: clause }) => kind === 'heading' || said(targetKey({ kind: 'clause', clause })));
};

/** Those of a circulation’s recipients, in their order, that have not confirmed that they have it. */
export const unacknowledged = ({ recipients }: Circulation): readonly OrganisationId[] =>
  [...recipients].flatMap(([id, { acknowledged }]) => (acknowledged === null ? [id] : []));
