import type { ClauseId, OrganisationId } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import { openDisagreement } from '../charter/disagreement.ts';
import { type Text, targetKey } from '../charter/state.ts';
import { present } from '../charter/texts.ts';
import type { Reader } from './reader.ts';

/** What waits for an organisation: the first thing its delegates see. Derived from the state, never stored. */
export type Need =
  | { readonly kind: 'sign-charter'; readonly deadline: null }
  | { readonly kind: 'application'; readonly organisation: OrganisationId; readonly deadline: Instant }
  | {
      readonly kind: 'recovery';
      readonly recovery: number;
      readonly organisation: OrganisationId;
      readonly deadline: Instant;
    }
  | { readonly kind: 'decide'; readonly text: number; readonly deadline: Instant }
  /** Clauses of a text under negotiation on whose present wording it has not said where it stands. */
  | { readonly kind: 'position'; readonly text: number; readonly clauses: readonly ClauseId[]; readonly deadline: null }
  | { readonly kind: 'sign'; readonly text: number; readonly deadline: null }
  | { readonly kind: 'confirm'; readonly text: number; readonly deadline: null }
  /** Observations by others that none of its delegates has been shown yet. */
  | { readonly kind: 'observations'; readonly observations: readonly number[]; readonly deadline: null };

export type NeedKind = Need['kind'];

/** What needs an organisation at `now`, the soonest deadline first and what has none last. */
export const needsOf = (reader: Reader, id: OrganisationId, now: Instant): readonly Need[] => {
  const organisation = reader.organisation(id);
  if (organisation?.standing.kind === 'founder' && organisation.accepted === null)
    return [{ kind: 'sign-charter', deadline: null }];
  if (organisation?.standing.kind !== 'participant') return [];
  const needs: readonly Need[] = [
    ...applicationsFor(reader, id),
    ...recoveriesFor(reader, id),
    ...reader.texts().flatMap((text) => textNeeds(text, id)),
    ...unseen(reader, id),
  ];
  return needs
    .filter((need) => need.deadline === null || need.deadline > now)
    .toSorted((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0);
};

const applicationsFor = (reader: Reader, id: OrganisationId): readonly Need[] =>
  reader.organisations().flatMap((organisation) => {
    if (organisation.standing.kind !== 'applicant' || openDisagreement(organisation, id) !== undefined) return [];
    return [{ kind: 'application', organisation: organisation.id, deadline: organisation.standing.deadline }];
  });

const recoveriesFor = (reader: Reader, id: OrganisationId): readonly Need[] =>
  reader.recoveries().flatMap((recovery) => {
    if (recovery.outcome !== 'open' || openDisagreement(recovery, id) !== undefined) return [];
    return [
      { kind: 'recovery', recovery: recovery.number, organisation: recovery.organisation, deadline: recovery.deadline },
    ];
  });

const textNeeds = (text: Text, id: OrganisationId): readonly Need[] => {
  switch (text.stage) {
    case 'decision':
      if (text.decision === null || text.standing.get(targetKey({ kind: 'whole' }))?.has(id) === true) return [];
      return [{ kind: 'decide', text: text.number, deadline: text.decision.deadline }];
    case 'negotiation': {
      const clauses = present(text)
        .clauses.filter((clause) => clause.kind !== 'heading')
        .map((clause) => clause.id)
        .filter((clause) => text.standing.get(targetKey({ kind: 'clause', clause }))?.has(id) !== true);
      const saidWhole = text.standing.get(targetKey({ kind: 'whole' }))?.has(id) === true;
      return clauses.length === 0 || saidWhole || text.by === id
        ? []
        : [{ kind: 'position', text: text.number, clauses, deadline: null }];
    }
    case 'adopted': {
      const signature = text.signatures.get(id);
      if (signature === undefined) {
        // Whoever objected, or stood aside, has said that it will not, and is not asked again; it may sign all the same.
        const answer = text.decision?.outcome?.answers.find(({ organisation }) => organisation === id)?.stand;
        const willing = answer === undefined || answer === 'support' || answer === 'accept';
        return willing ? [{ kind: 'sign', text: text.number, deadline: null }] : [];
      }
      const waiting =
        signature.referendum !== null && signature.referendum.confirmed === null && signature.withdrawn === null;
      return waiting ? [{ kind: 'confirm', text: text.number, deadline: null }] : [];
    }
    case 'not-adopted':
    case 'withdrawn':
      return [];
  }
};

const unseen = (reader: Reader, id: OrganisationId): readonly Need[] => {
  const observations = reader
    .observations()
    .filter((observation) =>
      observation.circulation.some((recipient) => recipient.organisation === id && recipient.shown === null),
    )
    .map((observation) => observation.number);
  return observations.length === 0 ? [] : [{ kind: 'observations', observations, deadline: null }];
};
