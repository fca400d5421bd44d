import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { HOUR, MINUTE } from '../src/base/time.ts';
import { all, given, wait } from '../src/charter/spec/spec.ts';
import {
  agreed,
  answer,
  ask,
  closeCall,
  convene,
  convened,
  credentials,
  elected,
  inMeeting,
  sitting,
} from '../src/charter/spec/meetings.ts';
import { acting } from '../src/charter/spec/acts.ts';
import type { State } from '../src/charter/state.ts';
import { draftSummary } from '../src/conference/reading/summary-draft.ts';
import type { Clause } from '../src/text/clause.ts';
import { fromMarkdown, toMarkdown } from '../src/text/markdown.ts';
import { messagesIn } from '../src/web/messages/index.ts';

/** The summary record that a meeting writes by itself. */

const four = ['ada', 'bor', 'cvet', 'dora'];

const drafted = (state: State, meeting = 1, language: 'en' | 'el' = 'en'): readonly Clause[] =>
  draftSummary(
    {
      meeting: state.meetings[meeting - 1] ?? assert.fail(),
      decided: state.texts.filter(({ decision }) => decision?.meeting === meeting),
      participants: [...state.organisations.keys()],
      name: (id) => id.toUpperCase(),
      title: (number) => `Text ${number}`,
      citation: (text) => text.decision?.outcome?.symbol ?? '',
      list: (names) => names.join(', '),
      language,
    },
    messagesIn(language).summary.draft,
  );

const lines = (state: State, meeting?: number, language?: 'en' | 'el'): string =>
  drafted(state, meeting, language)
    .map(({ kind, words }) => (kind === 'heading' ? `# ${words}` : kind === 'point' ? `- ${words}` : words))
    .join('\n');

const speaks = (name: string, kind = 'speech') =>
  all(inMeeting('speech.request', name, { kind }), (world) =>
    inMeeting('speech.call', 'ada', { speech: world.state.meetings[0]?.speeches.length })(world),
  );

suite('5.2 a summary record is drafted from what happened', () => {
  test('who convened it, who was there and when, and the agenda with its proposers', () => {
    const { state } = given(sitting(four), inMeeting('sitting.arrive', 'dora', { present: false }));
    const text = lines(state);
    assert.match(text, /^The assembly met on 10 February 2026, Ohrid, the school\. ADA had convened it\.$/mu);
    assert.match(
      text,
      /^# Presence\n4 of 4 participants were present:\n- ADA, from 01:00\n.*\n.*\n- DORA, 01:00–01:10$/mu,
    );
    assert.match(
      text,
      /^# Sitting 1\nADA opened the sitting and took the chair: .*\nADA asked whether the agenda could be adopted\. The agenda was adopted:\n- Rivers \(proposed by ADA\)\n- Forests \(proposed by BOR\)$/mu,
    );
    assert.match(text, /^# Item 1: Rivers\nThe item, proposed by ADA, was taken up at 01:10\.$/mu);
  });

  test('who spoke in which order, between the calls and not through them', () => {
    const { state } = given(
      sitting(four),
      speaks('bor'),
      speaks('cvet'),
      speaks('bor', 'point-of-order'),
      agreed('ada', { kind: 'words', words: 'We meet\n\nin Bitola.', under: null }),
      speaks('dora'),
    );
    assert.match(
      lines(state),
      /^Spoke, in this order: BOR, CVET, BOR \(point of order\)\.\nADA called for consensus: “We meet in Bitola\.” This was agreed; 4 organisations had a say, and none objected\.\nSpoke, in this order: DORA\.$/mu,
    );
  });

  test('objections and stand-asides with their reasons, and no cards', () => {
    const { state } = given(
      sitting(four),
      inMeeting('card.show', 'dora', { card: 'cool' }),
      ask('ada', { kind: 'words', words: 'No dams.', under: null }),
      answer('bor', 'object', { reason: 'One is needed.' }),
      answer('cvet', 'stand-aside', { reason: null }),
      answer('dora'),
      wait(HOUR),
      closeCall('ada'),
    );
    assert.match(
      lines(state),
      /“No dams\.” BOR objected: “One is needed\.” CVET stood aside\. This was not agreed\.$/mu,
    );
    assert.doesNotMatch(lines(state), /cool|card/iu);
  });

  test('every change of the chair, by hand or by consensus', () => {
    const { state } = given(
      sitting(four),
      inMeeting('sitting.chair', 'ada', { organisation: 'bor', delegate: 1 }),
      ask('bor', { kind: 'chair', organisation: 'cvet', delegate: 1 }),
      answer('cvet'),
      answer('ada'),
      wait(10 * MINUTE),
      closeCall('bor'),
    );
    assert.match(
      lines(state),
      /^At 01:10 BOR took the chair\.\nBOR asked that CVET take the chair\. This was agreed; .*\nAt 01:20 CVET took the chair\.$/mu,
    );
  });

  test('an adjournment to a time, the sitting after it, and the end', () => {
    const { state } = given(
      sitting(four),
      acting('sitting.close', 'ada', ({ now }) => ({ meeting: 1, resumes: now + 2 * HOUR })),
      wait(2 * HOUR),
      inMeeting('sitting.open', 'ada'),
      inMeeting('sitting.arrive', 'bor', { present: true }),
      agreed('ada', { kind: 'words', words: 'Clean water.', under: null }),
      wait(5 * MINUTE),
      inMeeting('sitting.close', 'ada', { resumes: null }),
    );
    assert.match(lines(state), /^- ADA, 01:00–03:25$/mu);
    assert.match(
      lines(state),
      /^The sitting was adjourned at 01:10, to go on: Tuesday, 10 February 2026 at 03:10 \(Skopje, UTC\+1\)\.\n# Sitting 2\n.*\n# Item 1: Rivers\nADA called .*\nThe meeting ended at 03:25\.$/mu,
    );
  });

  test('elections and mandates; and in the group’s own meeting who sat for whom', () => {
    const { state, world } = given(elected([...four, 'eli']));
    assert.match(
      lines(state),
      /put this coordinating group to the room: members ADA, BOR, CVET; substitutes, in this order, DORA, ELI\. This was agreed/u,
    );
    assert.match(lines(state), /given this mandate until \d+ May 2026: “Finish the text\.” This was agreed/u);
    const later = all(
      convene('ada', { kind: 'group' }),
      wait(40 * 24 * HOUR),
      inMeeting('sitting.open', 'ada', {}, 2),
      inMeeting('sitting.arrive', 'dora', { present: true }, 2),
      inMeeting('sitting.close', 'ada', { resumes: null }, 2),
    )(world);
    assert.equal(later, null);
    assert.match(lines(world.state, 2), /^DORA sat in the place of BOR, who did not come\.$/mu);
    assert.match(lines(world.state, 2), /^Not present: BOR, CVET, ELI\.$/mu);
  });

  test('the same in Greek, and while it is still going on', () => {
    const { state } = given(sitting(four), ask('ada', { kind: 'words', words: 'Ναι.', under: null }));
    assert.match(lines(state, 1, 'el'), /^ADA: ζήτησε συναίνεση: «Ναι\.» Η αναζήτηση συναίνεσης ήταν ανοιχτή\.$/mu);
    const { state: none } = given(convened(four), credentials('ada', []));
    assert.match(lines(none), /0 of 4 participants/u);
  });

  test('it goes through the editor and back without a change, each clause under a name of its own', () => {
    const { state } = given(elected([...four, 'eli']));
    for (const language of ['en', 'el'] as const) {
      const clauses = drafted(state, 1, language);
      assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
      const read = fromMarkdown(toMarkdown({ title: null, clauses }), { before: clauses });
      assert.ok(read.ok);
      assert.deepEqual(read.value.clauses, clauses);
    }
  });
});
