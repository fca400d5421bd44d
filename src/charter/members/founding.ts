import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { instantSchema, line, placeSchema, zoneSchema } from '../../base/schema.ts';
import { DAY, after } from '../../base/time.ts';
import { attachmentHashSchema, organisationIdSchema, publicKeySchema, versionHashSchema } from '../../base/ids.ts';
import { defineAct, invitationKeys, newKeySchema, ownKey } from '../act.ts';
import { follows } from '../law/consequences.ts';
import { charterHash, charterSchema, inForce } from '../law/charter.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { calledBy, claimNames, conferenceItself, namesRefusal, notAsStated } from './names.ts';
import { printedSchema } from '../names/printed.ts';
import {
  addDelegate,
  addKey,
  deviceRefusal,
  enter,
  isWellFormed,
  organisationOf,
  outsideRegion,
  profileSchema,
  setStanding,
} from './organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import { nameIn } from '../law/kept.ts';
import { type Resource, itsMaker } from '../law/resource.ts';
import { REGIONAL_RULES } from '../law/rules.ts';
import type { State } from '../state.ts';

/** Chapter 13.1: a conference is founded by the organisations present that sign its charter. */

const founderSchema = z
  .strictObject({
    id: organisationIdSchema,
    ...profileSchema,
    /** The public key of the link by which its first delegate enters; `null` for the organisation that makes this act. */
    invitation: publicKeySchema.nullable(),
  })
  .readonly();

/** The longest founding meeting. */
const LONGEST = 30 * DAY;

/** Where and when the founders meet. */
const foundingMeetingSchema = z
  .strictObject({
    starts: instantSchema,
    ends: instantSchema,
    zone: zoneSchema,
    place: placeSchema(300),
    /** The titles of its provisional agenda. */
    agenda: z.array(line(200)).max(50).readonly(),
  })
  .readonly();

const meetingRefusal = ({ starts, ends }: z.infer<typeof foundingMeetingSchema>): Refusal | null =>
  ends <= starts || ends > after(starts, LONGEST)
    ? { article: '13.1', kind: 'bad-field', field: 'meeting/ends', why: ends <= starts ? 'before-start' : 'too-long' }
    : null;

/** The most founders: each but one brings a key, and an entry holds no more signatures. */
export const MOST_FOUNDERS = 60;

/** The organisations that the founding act brought onto the record. */
const enteredAt = ({ organisations }: State, index: number): readonly Resource[] =>
  [...organisations.values()].flatMap(({ id, entered }) =>
    entered.index === index ? [`organisations/${id}` as const] : [],
  );

/** The first entry of a record: the charter to be signed, and who is to sign it. It gives its maker no right that the others lack. */
export const found = defineAct({
  kind: 'conference.found',
  article: '13.1',
  strength: 'binding',
  from: ['new'],
  whileFounding: true,
  matter: (state) => (state.founded === null ? 'founding' : 'charter'),
  subjects: (_act, state, index) => ['', ...enteredAt(state, index)],
  ofKeys: true,
  signedAlone: true,
  body: z
    .strictObject({
      charter: charterSchema,
      /** The key with which the host signs checkpoints and ticks. */
      host: publicKeySchema,
      /** The meeting at which they found it, which is the first assembly; `null`: they found it in writing. */
      meeting: foundingMeetingSchema.nullable(),
      founders: z.array(founderSchema).min(2).max(MOST_FOUNDERS).readonly(),
      /** The maker's first delegate. */
      delegate: attachmentHashSchema.nullable(),
      ...newKeySchema,
    })
    .readonly(),
  newKeys: (body) => [ownKey(body), ...invitationKeys(body.founders, 'founders')],
  byNewKey: true,
  names: ({ delegate }) => nameIn(delegate),
  judge: (state, { by, body }) => {
    if (state.conference !== null) return { article: '13.1', kind: 'already-founded' };
    if (!isWellFormed(body.host) || !body.host.startsWith('ssh-ed25519 ')) {
      return { article: '13.1', kind: 'bad-field', field: 'host', why: 'not-a-key' };
    }
    // The host's key proves itself by the checkpoints, and it is nobody else's.
    if (found.newKeys?.(body).some(({ key }) => key === body.host) === true)
      return { article: '4.1', kind: 'bad-field', field: 'host', why: 'repeated-key' };
    const ids = body.founders.map((founder) => founder.id);
    const repeated = ids.findIndex((id, i) => ids.indexOf(id) !== i);
    if (repeated !== -1)
      return { article: '13.1', kind: 'bad-field', field: `founders/${repeated}/id`, why: 'repeated' };
    const called = [conferenceItself(body.charter), ...body.founders.map(calledBy)];
    const names = namesRefusal(state, '13.1', called, (way, place) => `founders/${place - 1}/${way}`, [body.charter]);
    if (names !== null) return names;
    const uninvited = body.founders.filter((founder) => founder.invitation === null);
    if (uninvited.length !== 1 || uninvited[0]?.id !== by.organisation || by.delegate !== 1) {
      return { article: '13.1', kind: 'bad-field', field: 'founders', why: 'invitation' };
    }
    for (const { country } of body.founders) {
      const refusal = outsideRegion(body.charter.region, country);
      if (refusal !== null) return refusal;
    }
    const meeting = body.meeting && meetingRefusal(body.meeting);
    if (meeting !== null) return meeting;
    return deviceRefusal(body.use, body.charter.rules.keys.deviceKeys);
  },
  apply: (state, { by, body }, on) => {
    state.host = body.host;
    state.foundingMeeting = body.meeting && mutable({ ...body.meeting, by: by.organisation, on });
    claimNames(state, conferenceItself(body.charter));
    state.charter = {
      number: 1,
      charter: mutable(body.charter),
      hash: charterHash(body.charter),
      since: null,
      source: { kind: 'founding' },
    };
    for (const founder of body.founders) {
      const organisation = enter(state, founder.id, founder, { kind: 'founder' }, on);
      const own = founder.invitation === null;
      addDelegate(
        state,
        organisation,
        { name: own ? body.delegate : null, role: 'representing', invitation: founder.invitation, by: by.organisation },
        on,
        null,
      );
      if (own) addKey(state, founder.id, 1, body.key, body.use, on, null);
    }
  },
  example: {
    charter: {
      title: 'Charter of the Conference of Rivers',
      name: 'Conference of Rivers',
      abbreviation: 'CR',
      region: ['GR', 'BG'],
      seat: 'Thessaloniki',
      languages: ['en', 'el', 'bg'],
      principles: [{ id: 'equals', kind: 'paragraph', words: 'All participants are equal.' }],
      rules: REGIONAL_RULES,
    },
    meeting: {
      starts: EXAMPLE.notice.starts,
      ends: EXAMPLE.notice.ends,
      zone: 'Europe/Athens',
      place: 'Thessaloniki, the old mill',
      agenda: ['The coordinating group', 'The waters that we share'],
    },
    host: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKHEChMXlK3HpbG4yAGFk3ygUBTnd3OVfPCNfIyGkHNa',
    founders: [
      { id: 'diktyo-potamon', ...EXAMPLE.profile, invitation: null },
      {
        id: 'reka',
        printed: [
          { name: 'Река', country: 'България' },
          { name: 'Reka', country: 'Bulgaria' },
        ],
        country: 'BG',
        about: null,
        website: null,
        invitation: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDr8kEsnMGfD7J3jXpJQkYkwl8mIu7uEmcb2z5ZY3eQo',
      },
    ],
    delegate: null,
    ...EXAMPLE.newKey,
  },
});

/** A founder signs the charter. When the last one named has, the conference exists and they are its participants. */
export const signCharter = defineAct({
  kind: 'charter.sign',
  article: '13.1',
  strength: 'binding',
  from: ['founder'],
  whileFounding: true,
  matter: (state) => (state.founded === null ? 'founding' : 'charter'),
  subjects: (act) => ['', ...itsMaker(act)],
  ofKeys: true,
  signedAlone: true,
  signedInPublic: true,
  body: z
    .strictObject({
      charter: versionHashSchema,
      /** How the signatory and its country are printed under it. */
      printed: printedSchema,
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const { hash: current } = inForce(state);
    if (current !== body.charter) return { article: '13.1', kind: 'superseded', field: 'charter', current };
    return state.organisations.get(by.organisation)?.accepted
      ? { article: '13.1', kind: 'already', what: 'signed' }
      : notAsStated(state, by.organisation, body.printed);
  },
  apply: (state, { by, body }, on) => {
    const founder = organisationOf(state, by.organisation);
    founder.accepted = { charter: body.charter, on };
    founder.founding = on;
    state.keyChanges += 1;
    const organisations = [...state.organisations.values()];
    if (organisations.some((organisation) => organisation.accepted === null)) return;
    for (const organisation of organisations) {
      setStanding(state, organisation, { kind: 'participant', since: on });
      follows(state, on, `organisations/${organisation.id}`, 'participant');
    }
    state.founded = on;
    if (state.charter !== null) state.charter.since = on;
  },
  example: { charter: EXAMPLE.hash, printed: EXAMPLE.profile.printed },
});
