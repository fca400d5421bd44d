import { z } from 'zod';
import { attachmentHashSchema, versionHashSchema } from '../../base/ids.ts';
import { defineAct, newKeySchema, ownKey } from '../act.ts';
import { applicationsRefusal, dropApplicationDeadline, openApplication } from './admission.ts';
import { follows } from '../law/consequences.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { calledBy, calledNow, claimNames, namesRefusal } from './names.ts';
import {
  addDelegate,
  addKey,
  deviceRefusal,
  enter,
  organisationOf,
  outsideRegion,
  profileSchema,
  setStanding,
} from './organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { matterOfOrganisation, partOfOrganisation } from '../visibility.ts';
import { itsMaker } from '../law/resource.ts';
import { inForce } from '../law/charter.ts';
import { nameIn, letterIn } from '../law/kept.ts';

/** Chapter 2: an organisation takes part once it has accepted the principles and the rules and nobody has disagreed. */

/** The salted hash of the letter of application, kept as an attachment. */
const letter = attachmentHashSchema;

/** The charter in force is the one to be accepted; another version is refused under 2.1. */
const charterRefusal = (state: State, charter: string): Refusal | null => {
  const { hash: current } = inForce(state);
  return current === charter ? null : { article: '2.1', kind: 'superseded', field: 'charter', current };
};

/**
 * An organisation that the record does not know applies, and by the same signature accepts the principles and the rules of this version of the charter. The
 * no-disagreement period runs once participants present it.
 */
export const apply = defineAct({
  kind: 'participation.apply',
  article: '2.1',
  strength: 'binding',
  from: ['new'],
  matter: 'application',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  limits: ['strangers-applications'],
  body: z
    .strictObject({
      ...profileSchema,
      charter: versionHashSchema,
      letter,
      delegate: attachmentHashSchema.nullable(),
      ...newKeySchema,
    })
    .readonly(),
  newKeys: (body) => [ownKey(body)],
  byNewKey: true,
  names: (body) => [letterIn(body.letter), ...nameIn(body.delegate)],
  judge: (state, { by, body }, at) => {
    if (by.delegate !== 1) return { article: '4.1', kind: 'unknown', thing: 'delegate', ref: `${by.delegate}` };
    const { region, rules } = inForce(state).charter;
    return (
      charterRefusal(state, body.charter) ??
      outsideRegion(region, body.country) ??
      namesRefusal(state, '2.1', [calledBy({ ...body, id: by.organisation })], (way) => (way === 'id' ? 'by' : way)) ??
      deviceRefusal(body.use, rules.keys.deviceKeys) ??
      applicationsRefusal(state, by.organisation, at)
    );
  },
  apply: (state, act, on, signer) => {
    const { by, body } = act;
    const organisation = enter(state, by.organisation, body, { kind: 'outside' }, on);
    addDelegate(
      state,
      organisation,
      { name: body.delegate, role: 'representing', invitation: null, by: by.organisation },
      on,
      null,
    );
    addKey(state, by.organisation, 1, body.key, body.use, on, null);
    openApplication(state, organisation, act, on, signer);
  },
  example: { ...EXAMPLE.profile, charter: EXAMPLE.hash, letter: EXAMPLE.hash, delegate: null, ...EXAMPLE.newKey },
});

/** The same for one that the record knows: refused, withdrawn or not presented before, once a participant, or an outside signatory. */
export const reapply = defineAct({
  kind: 'participation.reapply',
  article: '2.1',
  strength: 'binding',
  from: ['not-admitted', 'withdrawn', 'lapsed', 'former', 'outside'],
  matter: 'application',
  subjects: itsMaker,
  ofKeys: true,
  signedAlone: true,
  limits: ['own-applications'],
  body: z.strictObject({ charter: versionHashSchema, letter }).readonly(),
  names: (body) => [letterIn(body.letter)],
  judge: (state, { by, body }, at) => {
    const organisation = state.organisations.get(by.organisation);
    if (organisation === undefined)
      return { article: '2.1', kind: 'unknown', thing: 'organisation', ref: by.organisation };
    return (
      charterRefusal(state, body.charter) ??
      outsideRegion(inForce(state).charter.region, organisation.country) ??
      namesRefusal(state, '2.1', [calledNow(organisation)], () => 'by') ??
      applicationsRefusal(state, by.organisation, at)
    );
  },
  apply: (state, act, on, signer) => {
    const { by } = act;
    const organisation = organisationOf(state, by.organisation);
    // Whoever could see it before sees that it is another thing, or not there.
    follows(state, on, `organisations/${by.organisation}`, matterOfOrganisation(state, organisation), by.organisation);
    claimNames(state, calledNow(organisation));
    openApplication(state, organisation, act, on, signer);
  },
  example: { charter: EXAMPLE.hash, letter: EXAMPLE.hash },
});

export const withdrawApplication = defineAct({
  kind: 'participation.withdraw',
  article: '2.1',
  strength: 'binding',
  from: ['applicant'],
  matter: 'application',
  signedAlone: true,
  subjects: itsMaker,
  openParts: (state, { by }) => [partOfOrganisation(state, by.organisation)],
  body: z.strictObject({}).readonly(),
  judge: () => null,
  apply: (state, { by }, on) => {
    setStanding(state, organisationOf(state, by.organisation), { kind: 'withdrawn', on });
    dropApplicationDeadline(state, by.organisation);
  },
  example: {},
});
