import { DAY, after } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { type Made, type Scene, change, openAmendments, target } from './move-scene.test.ts';
import { type Move, pick, upheld } from './move-cast.test.ts';
import type { Text } from '../texts/state.ts';
import { fakeHash } from './world.ts';
import { present } from '../texts/texts.ts';

/** Makes acts of negotiation of random moves. */

const openProposal = (text: Text | undefined, { what }: Move): number =>
  pick(
    (text?.proposals ?? []).filter(({ outcome }) => outcome === 'open'),
    what,
  )?.number ?? 1;

/** Taken in principle, and completed by the group or, where there is none, by one of them. */
export const principleIn = ({
  world,
  text,
  other,
  how,
}: Pick<Scene, 'world' | 'text' | 'other'> & { readonly how: number }) => ({
  kind: 'principle',
  version: text === undefined ? fakeHash('none') : present(text).hash,
  to: world.state.group === null || how % 3 === 0 ? [other] : 'group',
  until: after(world.now, (5 + (how % 40)) * DAY),
  latest: { of: 'group', nth: world.state.held.group + 1 + (how % 2) },
});

export const NEGOTIATION_ACTS = {
  'amendments.propose': (scene) => ({
    body: {
      text: scene.number,
      revision: scene.revision,
      amendments: [
        { change: change(scene), reason: 'So.', to: scene.move.apt ? null : 1 + (scene.move.how % 3), credit: null },
        {
          change: { kind: 'replace', clause: scene.clause, words: `Others ${scene.move.what}.` },
          reason: 'Or so.',
          to: null,
          credit: null,
        },
      ],
    },
  }),
  'amendment.join': ({ number, text, move: { how } }) => ({
    body: { text: number, amendment: pick(openAmendments(text), how) ?? 1 },
  }),
  'amendment.take-over': ({ number, text, move: { how } }) => ({
    body: {
      text: number,
      amendment:
        pick(
          (text?.amendments ?? []).filter(({ fate }) => fate.kind === 'withdrawn'),
          how,
        )?.number ?? 1,
    },
  }),
  'amendment.renew': ({ number, text, revision, someone, move: { how, apt } }) => {
    const waiting = pick(
      (text?.amendments ?? []).filter(({ fate }) => fate.kind === 'to-renew'),
      how,
    );
    return {
      by: apt ? (waiting?.by ?? someone) : someone,
      body: { text: number, revision, amendment: waiting?.number ?? 1 },
    };
  },
  'revision.object': ({ number, revision }) => ({ body: { text: number, revision, reasons: 'Not what we agreed.' } }),
  'revision.withdraw-objection': ({ number, revision, text, someone, move: { apt } }) => {
    const contested = text === undefined ? undefined : upheld([{ disagreements: present(text).objections }]);
    return { by: apt ? (contested?.by ?? someone) : someone, body: { text: number, revision } };
  },
  'debate.open': (scene) => ({
    body: {
      text: scene.number,
      revision: scene.revision,
      on: target(scene),
      quote: null,
      words: 'Why?',
      language: null,
    },
  }),
  'debate.reply': ({ number, move: { how } }) => ({
    body: { text: number, thread: 1 + (how % 2), words: 'So.', language: null },
  }),
  'debate.resolve': ({ number, text, someone, move: { how, apt } }) => {
    const thread = pick(text?.threads ?? [], how);
    return { by: apt ? (thread?.by ?? someone) : someone, body: { text: number, thread: thread?.number ?? 1 } };
  },
  'proposal.make': ({ world, text, number, other, clause, move: { how } }) => ({
    body: {
      text: number,
      reason: 'It helps.',
      what:
        pick(
          [
            { kind: 'rapporteur', organisation: other },
            { kind: 'weights', weights: [{ clause, weight: how % 7 }] },
            principleIn({ world, text, other, how }),
            { kind: 'languages', authentic: ['en', 'sr'] },
            { kind: 'rectification', clause, words: 'Peace, at last.' },
            { kind: 'page', address: how % 2 === 0 ? 'contact' : null },
          ],
          how,
        ) ?? null,
    },
  }),
  'proposal.disagree': ({ number, text, move }) => ({
    body: { text: number, proposal: openProposal(text, move), reasons: 'No.' },
  }),
  'proposal.withdraw-disagreement': ({ number, text, someone, move }) => {
    const found = move.apt ? upheld((text?.proposals ?? []).filter(({ outcome }) => outcome === 'open')) : undefined;
    return {
      by: found?.by ?? someone,
      body: { text: number, proposal: found?.about.number ?? openProposal(text, move) },
    };
  },
  'proposal.withdraw': ({ number, text, someone, move }) => {
    const proposal = openProposal(text, move);
    return {
      by: move.apt ? (text?.proposals[proposal - 1]?.by ?? someone) : someone,
      body: { text: number, proposal },
    };
  },
  'translation.publish': ({ number, revision, clause, label }) => ({
    body: { text: number, revision, language: 'sr', title: 'Текст', clauses: [{ clause, words: `Реч ${label}.` }] },
  }),
  'translation.check': ({ number, revision, clause }) => ({
    body: { text: number, revision, language: 'sr', clauses: [clause] },
  }),
} as const satisfies Readonly<Partial<Record<ActKind, (scene: Scene) => Made>>>;
