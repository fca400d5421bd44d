import { z } from 'zod';
import { type OrganisationId, organisationIdSchema, publicKeySchema } from '../../base/ids.ts';
import { defineAct, invitationKey } from '../act.ts';
import { noDelegate, standings } from './delegates.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { addKey, endKeysOf, keysRefusal, organisationOf } from './organisations.ts';
import { keysOf } from './organisation-keys.ts';
import type { Delegate, Key, Organisation } from './organisation-state.ts';
import type { State } from '../state.ts';
import { AUDIENCE, matterOfOrganisation } from '../visibility.ts';
import { itsOrganisation } from '../law/resource.ts';

/** Links of invitation that were lost, or went astray. */

const isForEveryone = (state: State, id: OrganisationId): boolean => {
  const organisation = state.organisations.get(id);
  return organisation !== undefined && AUDIENCE[matterOfOrganisation(state, organisation)] === 'everyone';
};

/** Whether a delegate of an organisation has ever had a key of their own; its keys are among `keys`. */
export const hasEntered = (keys: Iterable<Key>, { id }: Organisation, { number }: Delegate): boolean =>
  [...keys].some(
    ({ organisation, delegate, use }) => organisation === id && delegate === number && use !== 'invitation',
  );

/** Whether another link may be made for a delegate, and by `by`. */
export const mayRenew = (
  keys: Iterable<Key>,
  by: OrganisationId,
  organisation: Organisation,
  delegate: Delegate,
): boolean => delegate.appointedBy === by && delegate.recalled === null && !hasEntered(keys, organisation, delegate);

/**
 * Whoever gave an invitation gives another in its place, and the earlier one ends: an organisation to its own delegates, the maker of the founding
 * act to the other founders, whoever opened a statement to those it invited. That ends with the invited delegate's first key: from
 * then on they alone speak for themselves.
 */
export const renew = defineAct({
  kind: 'invitation.renew',
  article: '4.1',
  strength: 'binding',
  from: standings,
  whileFounding: true,
  matter: (state, { body }) => (isForEveryone(state, body.organisation) ? 'delegate' : 'invited'),
  whose: (_state, { by, body }) => [by.organisation, body.organisation],
  subjects: itsOrganisation,
  ofKeys: true,
  signedAlone: true,
  body: z
    .strictObject({
      organisation: organisationIdSchema,
      delegate: z.int().min(1),
      invitation: publicKeySchema,
    })
    .readonly(),
  newKeys: ({ invitation }) => [invitationKey(invitation)],
  judge: (state, { by, body }) => {
    const organisation = state.organisations.get(body.organisation);
    if (organisation === undefined)
      return { article: '4.1', kind: 'unknown', thing: 'organisation', ref: body.organisation };
    const delegate = organisation.delegates[body.delegate - 1];
    if (delegate === undefined) return noDelegate(body.delegate);
    if (delegate.appointedBy !== by.organisation)
      return { article: '4.1', kind: 'not-yours', owner: delegate.appointedBy };
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: body.delegate };
    return hasEntered(keysOf(state, organisation.id), organisation, delegate)
      ? { article: '4.1', kind: 'already', what: 'entered' }
      : keysRefusal(state, organisation.id, delegate.number);
  },
  apply: (state, { body }, on, signer) => {
    const delegate = organisationOf(state, body.organisation).delegates[body.delegate - 1];
    if (delegate === undefined) return;
    endKeysOf(state, body.organisation, body.delegate, on);
    delegate.invitation = body.invitation;
    addKey(state, body.organisation, body.delegate, body.invitation, 'invitation', on, signer);
  },
  example: { organisation: 'reka', delegate: 1, invitation: EXAMPLE.key },
});
