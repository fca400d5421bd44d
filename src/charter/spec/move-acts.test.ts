import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { DAY, after } from '../../base/time.ts';
import { type ActKind, ruleOf } from '../acts.ts';
import { charterHash, termsOf } from '../law/charter.ts';
import { nextDelegate } from '../members/delegates.ts';
import {
  makersOf,
  openApplications,
  othersFor,
  pick,
  speakerOf,
  textFor,
  upheld,
  vouchedFor,
  type Move,
} from './move-cast.test.ts';
import { isOpen } from '../members/recoveries.ts';
import { CONSENT_RULES, REGIONAL_RULES, type Rules } from '../law/rules.ts';
import { charterWith, clauses } from './acts.ts';
import { statedBy } from './names.ts';
import { vouching } from './statements.ts';
import { ARCHIVE_ACTS } from './move-archive.test.ts';
import { MEANS_ACTS } from './move-means.test.ts';
import { MEETING_ACTS } from './move-meetings.test.ts';
import { PURPOSE_ACTS } from './move-purpose.test.ts';
import { PUBLICATION_ACTS } from './move-publications.test.ts';
import { STATEMENT_ACTS } from './move-statements.test.ts';
import { NEGOTIATION_ACTS } from './move-negotiation.test.ts';
import {
  type Made,
  type Scene,
  change,
  condition,
  openAmendments,
  printedOf,
  profileOf,
  recovery,
  signatory,
  target,
  wording,
} from './move-scene.test.ts';
import { type Attempt, HOST, type World, fakeHash, fakeKey } from './world.ts';
import { ownerOf, present } from '../texts/texts.ts';

/** Makes acts of moves. Keys and words follow from places in the list of names, never from the names. */

/** The acts that found a conference of the organisations listed, each made in the order of `names`. */
export const founding = (listing: readonly string[], names: readonly string[], rules: Rules): readonly Attempt[] => {
  const place = (id: string): number => names.indexOf(id);
  const inOrder = listing.toSorted((a, b) => place(a) - place(b));
  const charter = charterWith(rules);
  const founders = listing.map((id) => {
    const invitation = id === inOrder[0] ? null : fakeKey(`link ${place(id)}`);
    return { id, ...profileOf(place(id)), invitation };
  });
  const own = (id: string) => ({ key: fakeKey(`own ${place(id)}`), use: 'ssh' });
  const [maker = ''] = inOrder;
  const body = { charter, host: HOST, meeting: null, founders, delegate: null, ...own(maker) };
  return [
    { kind: 'conference.found', by: maker, body },
    ...inOrder
      .slice(1)
      .map((id): Attempt => ({ kind: 'key.enrol', by: id, body: { delegate: 1, ...own(id), name: null } })),
    ...inOrder.map((id): Attempt => ({
      kind: 'charter.sign',
      by: id,
      body: { charter: charterHash(charter), printed: printedOf(place(id)) },
    })),
  ];
};

/** The act that a move is, here and now. */
export const attemptOf = (world: World, names: readonly string[], kind: ActKind, move: Move): Attempt => {
  const { state } = world;
  const number = textFor(state, kind, move);
  const text = state.texts[number - 1];
  const now = text === undefined ? null : present(text);
  const someone = pick(makersOf(state, names, kind, text, move), move.who) ?? pick(names, move.who) ?? '';
  const label = `${state.size} ${names.indexOf(someone)}`;
  const charter = state.charter?.hash ?? fakeHash('none');
  const make = ACTS[kind] ?? ((): Made => ({ body: ruleOf({ kind }).example }));
  const made = make({
    world,
    names,
    move,
    someone,
    other: pick(othersFor(state, names, kind, move), move.what) ?? pick(names, move.what) ?? '',
    number,
    text,
    revision: now?.number ?? 1,
    clause: pick(now?.clauses ?? clauses('None.'), move.how)?.id ?? ('c1' as ClauseId),
    owner: text === undefined || !move.apt ? someone : ownerOf(state, text),
    charter,
    version: now?.hash ?? charter,
    label,
    key: { key: fakeKey(`own ${label}`), use: move.how % 5 === 0 ? 'device' : 'ssh' },
  });
  const by = kind.startsWith('host.') ? '' : (made.by ?? someone);
  const delegate = made.delegate ?? speakerOf(state, by);
  return { kind, by, ...made, ...(by === '' ? {} : { delegate }) };
};

/** Somebody new where there is anybody; else one whom the record knows. */
const invitation = ({ names, other, move: { what, apt }, label, world }: Scene) => {
  const place = what % names.length;
  const id = names[place] ?? '';
  const isNew = [...world.state.organisations.keys()].every((known) => known !== id);
  return isNew || !apt
    ? { organisation: id, newcomer: { ...profileOf(place), invitation: fakeKey(`link ${label}`) }, vouching }
    : { organisation: other, newcomer: null, vouching };
};

/** A kind that is not here is tried with its example. */
const ACTS: { readonly [K in ActKind]?: (scene: Scene) => Made } = {
  'conference.found': ({ names }) => ({ body: founding(names.slice(0, 2), names, REGIONAL_RULES)[0]?.body }),
  'charter.sign': ({ world, someone, charter }) => ({ body: { charter, printed: statedBy(world.state, someone) } }),
  'organisation.rename': ({ names, someone, move: { how } }) => ({
    body: { printed: printedOf(names.indexOf(someone), how) },
  }),
  'participation.apply': ({ names, someone, charter, label, key }) => ({
    body: { ...profileOf(names.indexOf(someone)), charter, letter: fakeHash(label), delegate: null, ...key },
  }),
  'participation.reapply': ({ charter, label }) => ({ body: { charter, letter: fakeHash(label) } }),
  'participation.withdraw': () => ({ body: {} }),
  'participation.present': ({ world, other }) => {
    const found = openApplications(world.state).find(({ organisation }) => organisation === other);
    return { body: { organisation: other, application: found?.act ?? fakeHash('none') } };
  },
  'participation.withdraw-presentation': ({ world, someone, other, move: { apt } }) => {
    const found = apt ? vouchedFor(openApplications(world.state)) : undefined;
    return { by: found?.by ?? someone, body: { organisation: found?.about.organisation ?? other } };
  },
  'participation.disagree': ({ other }) => ({ body: { organisation: other, reasons: 'No.' } }),
  'participation.withdraw-disagreement': ({ world, someone, other, move: { apt } }) => {
    const found = apt ? upheld(openApplications(world.state)) : undefined;
    return { by: found?.by ?? someone, body: { organisation: found?.about.organisation ?? other } };
  },
  'participation.leave': () => ({ body: { reason: null } }),
  'delegate.appoint': ({ world, someone, move: { apt }, label }) => ({
    body: {
      delegate: nextDelegate(world.state.organisations.get(someone as OrganisationId)),
      name: null,
      role: apt ? 'representing' : 'assisting',
      invitation: fakeKey(`link ${label}`),
    },
  }),
  'delegate.recall': ({ move: { what } }) => ({ body: { delegate: 1 + (what % 3) } }),
  'invitation.renew': ({ world, names, someone, other, move: { what, how, apt }, label }) => {
    const listed = [...world.state.organisations.values()].toSorted(
      (a, b) => names.indexOf(a.id) - names.indexOf(b.id),
    );
    const waiting = listed.flatMap(({ id, delegates }) =>
      delegates.flatMap(({ number, invitation, appointedBy }) =>
        apt && invitation !== null ? [{ by: appointedBy, body: { organisation: id, delegate: number } }] : [],
      ),
    );
    const found = pick(waiting, how) ?? { by: someone, body: { organisation: other, delegate: 1 + (what % 3) } };
    return { ...found, body: { ...found.body, invitation: fakeKey(`link ${label}`) } };
  },
  'key.enrol': ({ move: { what, apt }, key }) => ({
    body: { delegate: 1 + (what % 3), ...key, name: null },
    ...(apt ? { delegate: 1 + (what % 3) } : {}),
  }),
  'key.revoke': ({ world, someone, move: { how, apt } }) => {
    const keys = [...world.state.keys.values()].filter(({ organisation }) => !apt || organisation === someone);
    const found = pick(
      keys.map(({ fingerprint }) => fingerprint).toSorted((a, b) => (a < b ? -1 : 1)),
      how,
    );
    return { body: { key: found ?? fingerprint(HOST) } };
  },
  'recovery.request': ({ key, label }) => ({ body: { ...key, explanation: fakeHash(label) } }),
  'recovery.vouch': ({ world, someone, move: { how, apt } }) => {
    // Those that others vouch for first, or none finds enough.
    const awaited = world.state.recoveries
      .filter(({ stage }) => stage.kind === 'awaiting')
      .toSorted((a, b) => b.vouchers.length - a.vouchers.length);
    const found = apt
      ? awaited.find(({ organisation }) => organisation !== someone)
      : pick(world.state.recoveries, how);
    const { organisation = someone, delegate = 1, fingerprint: key = fingerprint(HOST) } = found ?? {};
    return { body: { organisation, delegate, key } };
  },
  'recovery.withdraw-voucher': ({ world, someone, move }) => {
    const found = move.apt ? vouchedFor(world.state.recoveries.filter(isOpen)) : undefined;
    return { by: found?.by ?? someone, body: { recovery: found?.about.number ?? recovery(world, move) } };
  },
  'recovery.disagree': ({ world, move }) => {
    const running = world.state.recoveries.filter(({ stage }) => stage.kind === 'running');
    const found = move.apt ? pick(running, move.how) : undefined;
    return { body: { recovery: found?.number ?? recovery(world, move), reasons: 'No.' } };
  },
  'recovery.withdraw-disagreement': ({ world, someone, move }) => {
    const found = move.apt ? upheld(world.state.recoveries.filter(isOpen)) : undefined;
    return { by: found?.by ?? someone, body: { recovery: found?.about.number ?? recovery(world, move) } };
  },
  'text.table': ({ move: { how } }) => ({
    body:
      how % 4 === 0
        ? {
            kind: 'charter',
            title: 'A charter',
            clauses: wording(how),
            charter: termsOf(charterWith(CONSENT_RULES)),
            language: null,
          }
        : { kind: 'resolution', title: 'A text', clauses: wording(how), charter: null, language: null },
  }),
  'text.cosponsor': ({ number }) => ({ body: { text: number } }),
  'text.revise': ({ owner, number, revision, text, move: { how, apt } }) => ({
    by: owner,
    body: {
      text: number,
      revision,
      title: 'A text',
      clauses: wording(how),
      charter: text === undefined ? null : present(text).charter,
      tookIn: apt ? openAmendments(text).slice(0, how % 3) : [],
      note: null,
    },
  }),
  'text.withdraw': ({ owner, number }) => ({ by: owner, body: { text: number } }),
  'amendment.propose': (scene) => ({
    body: { text: scene.number, revision: scene.revision, change: change(scene), reason: 'So.' },
  }),
  'amendment.withdraw': ({ someone, number, text, move: { how, apt } }) => {
    const amendment = pick(text?.amendments ?? [], how);
    return {
      by: apt ? (amendment?.by ?? someone) : someone,
      body: { text: number, amendment: amendment?.number ?? 1 },
    };
  },
  ...NEGOTIATION_ACTS,
  'positions.take': (scene) => {
    const stands = ['support', 'accept', 'support', 'accept', 'stand-aside', 'object', null] as const;
    const stand = pick(stands, scene.move.how) ?? null;
    const reason = stand === 'object' ? 'It harms us.' : null;
    const conditions = stand === 'accept' && scene.move.what % 3 === 0 ? [condition(scene)] : [];
    const one = { on: target(scene), stand, reason, conditions };
    const whole = { on: { kind: 'whole' }, stand: 'accept', reason: null, conditions: [] };
    const positions = one.on.kind === 'whole' || scene.move.who % 4 > 0 ? [one] : [one, whole];
    return { body: { text: scene.number, revision: scene.revision, positions } };
  },
  'consultation.record': ({ world, someone, other, number, clause, move: { apt } }) => ({
    body: {
      text: number,
      on: apt ? { kind: 'whole' } : { kind: 'clause', clause },
      with: [someone, other],
      held: world.now,
      tried: 'Much.',
      result: 'Little.',
    },
  }),
  'decision.open': ({ world, owner, number, version, move: { how } }) => ({
    by: owner,
    body: {
      text: number,
      version,
      deadline: after(world.now, (1 + (how % 4)) * DAY),
      meeting: world.state.meetings.at(-1)?.stage === 'open' && how % 3 > 0 ? world.state.meetings.length : null,
    },
  }),
  'text.sign': ({ world, someone, number, version, clause, move: { how, apt } }) => ({
    body: {
      text: number,
      printed: statedBy(world.state, someone),
      version,
      clauses: how % 3 === 0 ? [clause] : null,
      riders: how % 4 === 0 ? [{ kind: 'reservation', clause: null, words: 'Not for us.' }] : [],
      adReferendum: apt,
    },
  }),
  'signature.confirm': (scene) => ({ by: signatory(scene), body: { text: scene.number } }),
  'signature.withdraw': (scene) => ({ by: signatory(scene), body: { text: scene.number, reason: 'No more.' } }),
  'observation.make': ({ number, version, clause, move: { how, apt } }) => ({
    body: {
      text: number,
      version,
      kind: 'view',
      clauses: how % 2 === 0 ? [clause] : [],
      words: `View ${how}.`,
      public: apt,
    },
  }),
  'statement.invite': (scene) => {
    const { how, apt } = scene.move;
    const opened = pick(scene.world.state.statements, how);
    const by = apt ? (opened?.by ?? scene.someone) : scene.someone;
    return { by, body: { statement: opened?.number ?? 1, ...invitation(scene) } };
  },
  ...STATEMENT_ACTS,
  ...ARCHIVE_ACTS,
  ...PUBLICATION_ACTS,
  ...MEETING_ACTS,
  ...PURPOSE_ACTS,
  ...MEANS_ACTS,
  'host.tick': () => ({ body: {} }),
};
