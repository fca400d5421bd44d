import { printedAs, printedBy } from './printed.ts';
import assert from 'node:assert/strict';
import { utf8 } from '../../src/base/bytes.ts';
import { DAY, after } from '../../src/base/time.ts';
import { ACT_RULES } from '../../src/charter/acts.ts';
import { charterHash } from '../../src/charter/law/charter.ts';
import { present } from '../../src/charter/texts/texts.ts';
import { attach } from '../../src/record/envelope.ts';
import type { Attachment } from '../../src/base/act.ts';
import { type ApiScene, createApiScene } from './api.ts';
import { CHARTER, type Speaker, accepted, newSpeaker, someText, write } from './small-conference.ts';
import { EVENT } from '../../src/charter/spec/statements.ts';

export interface Played extends ApiScene {
  readonly applicant: Speaker;
  readonly letter: Attachment;
}

/** A text adopted and signed, one in negotiation, a statement, an observation, an applicant: something of everything. */
export const playEverything = async (): Promise<Played> => {
  const scene = await createApiScene();
  const { small, clock, speaker } = scene;
  const { submit, conference } = small;
  const [alfa, beta, gama] = [speaker(0), speaker(1), speaker(2)];
  const c1 = { kind: 'clause', clause: someText().clauses[0]?.id ?? '' } as never;
  for (let i = 0; i < 2; i++) accepted(await submit(alfa, 'text.table', someText()));
  const take = (by: Speaker, text: number, on: never, stand: 'support' | 'object') =>
    submit(by, 'positions.take', {
      text,
      revision: 1,
      positions: [{ on, stand, reason: stand === 'object' ? 'It is too little.' : null, conditions: [] }],
    });
  accepted(await take(beta, 2, c1, 'object'));
  const held = clock.now();
  const consultation = { text: 2, on: c1, with: [alfa, beta].map(({ organisation }) => organisation), held };
  accepted(await submit(beta, 'consultation.record', { ...consultation, tried: 'A call.', result: 'None yet.' }));
  const change = { kind: 'replace', clause: someText().clauses[1]?.id ?? '', words: 'Cleaner still.' } as never;
  accepted(await submit(gama, 'amendment.propose', { text: 2, revision: 1, change, reason: 'Clearer.' }));
  const first = conference.state().texts[0];
  assert.ok(first);
  const version = present(first).hash;
  const deadline = after(clock.now(), 8 * DAY);
  accepted(await submit(alfa, 'decision.open', { text: 1, version, deadline, meeting: null }));
  for (const by of [alfa, beta, gama]) accepted(await take(by, 1, { kind: 'whole' } as never, 'support'));
  const riders = [{ kind: 'interpretation', clause: null, words: 'As we read it.' }] as never;
  accepted(
    await submit(alfa, 'text.sign', {
      text: 1,
      printed: printedBy(conference, alfa.organisation),
      version,
      clauses: null,
      riders,
      adReferendum: true,
    }),
  );
  const observation = { text: 1, version, clauses: [], words: 'We understand it so.' };
  accepted(await submit(beta, 'observation.make', { ...observation, kind: 'clarification', public: true }));
  accepted(await submit(gama, 'observation.make', { ...observation, kind: 'view', public: false }));
  const statement = {
    title: 'On the flood',
    clauses: someText().clauses,
    event: EVENT,
    lead: null,
    calls: ['to help'],
  };
  accepted(await submit(gama, 'statement.open', statement));
  const hash = conference.state().statements[0]?.hash;
  assert.ok(hash);
  accepted(
    await submit(gama, 'statement.sign', {
      statement: 1,
      printed: printedBy(conference, gama.organisation),
      version: hash,
    }),
  );

  const told = { title: 'From here', country: 'GR', period: null, occasion: null, language: 'en', files: [] };
  accepted(await submit(alfa, 'report.make', { ...told, words: 'The river is low.', public: true } as never));
  const rendering = { report: 1, version: 1, language: 'el', title: 'Από εδώ', words: 'Το ποτάμι έχει λίγο νερό.' };
  accepted(await submit(beta, 'report.translate', rendering as never));
  accepted(await submit(gama, 'report.comment', { report: 1, words: 'So is ours.', language: null }));

  const appeal = { ...ACT_RULES['appeal.make'].example, until: null };
  accepted(await submit(alfa, 'appeal.make', appeal as never));
  accepted(await submit(beta, 'appeal.help', ACT_RULES['appeal.help'].example as never));
  const [from, to] = ['2096-06-05', '2096-06-06'];
  const parts = [{ title: 'There', country: 'GR', place: 'A bridge', from, to }];
  accepted(await submit(gama, 'action.propose', { ...ACT_RULES['action.propose'].example, parts } as never));
  const { what } = ACT_RULES['archive.bring'].example;
  accepted(await submit(beta, 'archive.bring', { what, papers: { words: null, files: [] } } as never));

  const applicant = newSpeaker('delta');
  const letter = attach(utf8('We apply.'));
  const profile = { printed: printedAs('Delta'), country: 'MK', about: null, website: null };
  const rest = { charter: charterHash(CHARTER), letter: letter.hash, delegate: null, key: applicant.pen.publicKey };
  const body = { ...profile, ...rest, use: 'ssh' } as never;
  const head = { conference: small.id, made: clock.now() };
  const { envelope } = write(applicant, head, 'participation.apply', body, { attachments: [letter] });
  accepted(await conference.submit(envelope));
  return { ...scene, applicant, letter };
};
