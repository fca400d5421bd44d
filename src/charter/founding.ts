import { z } from 'zod';
import { draft } from '../base/brand.ts';
import { attachmentHashSchema, organisationIdSchema, publicKeySchema, versionHashSchema } from '../base/ids.ts';
import { defineAct, newKeySchema } from './act.ts';
import { charterHash, charterSchema } from './charter.ts';
import {
  addDelegate,
  addKey,
  enter,
  invitationRefusal,
  isWellFormed,
  keyRefusal,
  organisationOf,
  outsideRegion,
  profileSchema,
} from './organisations.ts';

/** Chapter 13.1: a conference is founded by the organisations present that sign its charter. */

const founderSchema = z
  .strictObject({
    id: organisationIdSchema,
    ...profileSchema,
    /** The public key of the link by which its first delegate enters; `null` for the organisation that makes this act. */
    invitation: publicKeySchema.nullable(),
  })
  .readonly();

/** The first entry of a record: the charter to be signed, and who is to sign it. It gives its maker no right that the others lack. */
export const found = defineAct({
  kind: 'conference.found',
  article: '13.1',
  strength: 'binding',
  from: ['new'],
  whileFounding: true,
  body: z
    .strictObject({
      charter: charterSchema,
      /** The key with which the host signs checkpoints and ticks. */
      host: publicKeySchema,
      founders: z.array(founderSchema).min(2).max(200).readonly(),
      /** The maker's first delegate. */
      delegate: attachmentHashSchema.nullable(),
      ...newKeySchema,
    })
    .readonly(),
  newKey: (body) => body.key,
  judge: (state, { by, body }) => {
    if (state.conference !== null) return { article: '13.1', kind: 'already-founded' };
    if (!isWellFormed(body.host) || !body.host.startsWith('ssh-ed25519 ')) {
      return { article: '13.1', kind: 'bad-field', field: 'host', why: 'not-a-key' };
    }
    const keys = [body.host, body.key, ...body.founders.flatMap((founder) => founder.invitation ?? [])];
    const ids = body.founders.map((founder) => founder.id);
    if (new Set(ids).size < ids.length)
      return { article: '13.1', kind: 'bad-field', field: 'founders', why: 'repeated' };
    if (new Set(keys).size < keys.length)
      return { article: '4.1', kind: 'bad-field', field: 'founders', why: 'repeated-key' };
    const uninvited = body.founders.filter((founder) => founder.invitation === null);
    if (uninvited.length !== 1 || uninvited[0]?.id !== by.organisation || by.delegate !== 1) {
      return { article: '13.1', kind: 'bad-field', field: 'founders', why: 'invitation' };
    }
    for (const { country, invitation } of body.founders) {
      const refusal =
        outsideRegion(body.charter.region, country) ??
        (invitation === null ? null : invitationRefusal(state, invitation));
      if (refusal !== null) return refusal;
    }
    return keyRefusal(state, body.key, body.use, body.charter.rules.keys.deviceKeys);
  },
  apply: (state, { body }, on) => {
    state.host = body.host;
    state.charter = {
      number: 1,
      charter: draft(body.charter),
      hash: charterHash(body.charter),
      since: null,
      text: null,
    };
    for (const founder of body.founders) {
      const organisation = enter(state, founder.id, founder, { kind: 'founder' }, on);
      const own = founder.invitation === null;
      addDelegate(
        state,
        organisation,
        { name: own ? body.delegate : null, role: 'representing', invitation: founder.invitation },
        on,
        null,
      );
      if (own) addKey(state, founder.id, 1, body.key, body.use, on, null);
    }
  },
});

/** A founder signs the charter. When the last one named has, the conference exists and they are its participants. */
export const signCharter = defineAct({
  kind: 'charter.sign',
  article: '13.1',
  strength: 'binding',
  from: ['founder'],
  whileFounding: true,
  body: z.strictObject({ charter: versionHashSchema }).readonly(),
  judge: (state, { by, body }) => {
    const current = state.charter?.hash;
    if (current !== undefined && current !== body.charter) {
      return { article: '13.1', kind: 'superseded', field: 'charter', current };
    }
    return state.organisations.get(by.organisation)?.accepted
      ? { article: '13.1', kind: 'already', what: 'signed' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    organisationOf(state, by.organisation).accepted = { charter: body.charter, on };
    const organisations = [...state.organisations.values()];
    if (organisations.some((organisation) => organisation.accepted === null)) return;
    for (const organisation of organisations) organisation.standing = { kind: 'participant', since: on };
    state.founded = on;
    if (state.charter !== null) state.charter.since = on;
  },
});
