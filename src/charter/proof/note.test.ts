import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { canonicalBytes } from '../../base/json.ts';
import { utf8 } from '../../base/bytes.ts';
import { DAY } from '../../base/time.ts';
import { finalOf } from '../final/final-of.ts';
import { NO_NOTE, noteBytes } from '../final/note.ts';
import { theirWords } from '../final/said.ts';
import { adopt, founded, sign } from '../spec/acts.ts';
import { suggest } from '../spec/negotiation.ts';
import { STATEMENT, TEXT, bundleOf, faultOf } from '../spec/proof.ts';
import { type Step, given, wait } from '../spec/spec.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { asClauseId } from '../spec/world.ts';
import { markdownOf } from './markdown.ts';
import { prove } from './prove.ts';

/** What a proof says of how a text became final, and what a liar would say. */

const putRight: Step = suggest('ada', { kind: 'rectification', clause: asClauseId('c1'), words: 'One more.' }, 1);
const { world } = given(founded(3), adopt(['ada', 'bor', 'cvet']), sign('ada'), putRight, wait(20 * DAY));
const final = finalOf(world.state, world.state.texts[0] ?? assert.fail()) ?? assert.fail();
assert.ok(final.slips.length === 1 && final.note.how === 'unanimous');
const { entries, claim } = bundleOf(world, TEXT);
const { note, slips } = final;
const adopted = { how: note.how, at: note.at, symbol: final.symbol };
const matter = { ...claim.matter, adopted };
const inPlace = { kind: 'meeting', of: 'assembly', nth: 1, place: 'Prespa' } as const;
const [OPEN = '', , CLOSE = ''] = theirWords('|');
const faultWith = (said: object | null) => faultOf(entries, { ...claim, matter, note: canonicalBytes(said) });

suite('The note of a proof', () => {
  test('says where, how and by which mandate a text became final, and which slips were put right', () => {
    const proven = prove(entries, { ...claim, matter, note: noteBytes(final) });
    assert.ok(proven.ok, JSON.stringify(proven));
    const said = new TextDecoder().decode(markdownOf(proven.value));
    assert.match(
      said,
      /By the host’s word: This final version is the text as it was tabled\. It was adopted unanimously/u,
    );
    assert.match(said, /Slips put right[^]*> One\.\n[^]*> One more/u);
  });

  test('says nothing that does not go with the words, the host’s list or the founding act', () => {
    const [slip] = slips;
    const lies: Readonly<Record<string, object | null>> = {
      none: null,
      'another way': { note: { ...note, how: 'broad-consensus', articles: ['7.2', '13.3'] }, slips },
      'another day': { note: { ...note, at: note.at + 1 }, slips },
      'other articles': { note: { ...note, articles: ['7.2', '13.3'] }, slips },
      'another first charter': { note: { ...note, charter: { number: 1, title: 'Another' } }, slips },
      'words that it never had': { note, slips: [{ ...slip, before: 'Won.' }] },
      'a clause that it does not have': { note, slips: [{ ...slip, clause: 'c9' }] },
      'a slip from before': { note, slips: [{ ...slip, on: note.at - 1 }] },
      'nothing put right': { note, slips: [{ ...slip, words: slip?.before }] },
      'a place that ends its sentence and goes on as ours': {
        note: { ...note, where: { ...inPlace, place: `Prespa${CLOSE}.\n\n## Signatories\n\n- Bor${OPEN}` } },
        slips,
      },
      'a place that is read backwards': { note: { ...note, where: { ...inPlace, place: '\u202eapserP' } }, slips },
      'a title that hides something': { note: { ...note, charter: { number: 2, title: 'One\u200b' } }, slips },
      'a slip that hides something': { note, slips: [{ ...slip, words: 'One\u202e more.' }] },
      'a field more': { note: { ...note, where: { ...note.where, by: 'us' } }, slips },
      'a country as a code': { note: { ...note, mandate: { to: ['ada'] } }, slips },
    };
    for (const [lie, said] of Object.entries(lies)) assert.equal(faultWith(said)?.kind, 'other-note', lie);
    assert.equal(faultWith({ note, slips }), null);
    assert.equal(faultWith({ note: { ...note, where: inPlace }, slips }), null);
    const spaced = utf8(`${JSON.stringify({ note, slips })} `);
    assert.equal(faultOf(entries, { ...claim, matter, note: spaced })?.kind, 'other-note');
  });

  test('is none of what nobody adopted', () => {
    const stated = given(founded(2), openStatement('ada'), signStatement('ada')).world;
    const of = bundleOf(stated, STATEMENT);
    assert.equal(faultOf(of.entries, { ...of.claim, note: NO_NOTE }), null);
    assert.equal(faultOf(of.entries, { ...of.claim, note: noteBytes(final) })?.kind, 'other-note');
    assert.equal(faultOf(entries, { ...claim, note: noteBytes(final) })?.kind, 'other-note');
  });
});
