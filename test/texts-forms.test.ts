import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { participants } from '../src/charter/members/organisations.ts';
import { present } from '../src/charter/texts/texts.ts';
import { type Typed, actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The forms by which texts are tabled, amended and revised: what comes back when something is refused, and what is put before the signer. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send, upload } = createForms(scene);

const TRIBUTARIES = 4;
const tributaries = () => {
  const text = scene.conference.state().texts[TRIBUTARIES - 1];
  assert.ok(text !== undefined);
  return text;
};
const shown = async (organisation: string, path: string): Promise<string> => (await ask(organisation, path)).text();

describe('a form that is refused', () => {
  it('keeps what was typed, and names the article', async () => {
    const typed = { text: TRIBUTARIES, revision: 3, on: 'clause:remove', 'stand-clause:remove': 'object' };
    const html = await send('diktyo-potamon', 'positions.take', typed, 422);
    assert.match(html, /Refused under article 6\.2/u);
    assert.match(html, /value="object"\s+checked/u);
    assert.match(html, /id="reason-clause:remove-error"/u);
    const early = {
      text: TRIBUTARIES,
      version: present(tributaries()).hash,
      deadline: '2026-01-01',
    };
    const decision = await send('zelena-sava', 'decision.open', early, 422);
    assert.match(decision, /Refused under article 6\.1/u);
    assert.match(decision, /value="2026-01-01"/u);
  });

  it('shows the present words where somebody was quicker, and speaks of them from then on', async () => {
    const typed = { text: TRIBUTARIES, revision: 2, on: 'clause:remove' };
    const said = { 'stand-clause:remove': 'support', 'reason-clause:remove': 'Yes.' };
    const html = await send('diktyo-potamon', 'positions.take', { ...typed, ...said }, 422);
    assert.match(html, /name="revision" value="3"/u);
    assert.equal(areaIn(html, 'reason-clause:remove'), 'Yes.');
  });

  it('says what is wrong in a text by the line, with the text still there', async () => {
    const body = '1. A clause.\n\n2.\n\n</textarea><script>alert(1)</script>';
    const html = await send('pro-delta', 'text.table', { kind: 'resolution', title: 'T', body }, 422);
    assert.match(wordsIn(html), /Clause 2 from the top has no words\./u);
    assert.equal(areaIn(html, 'body'), body);
    assert.doesNotMatch(html, /<script>alert/u);
  });

  it('takes what was pasted in without the characters that hide, and shows it so before it is signed', async () => {
    const pasted = {
      'good\u202edab': 'gooddab',
      'We ask:\n1.\tcare by day;': 'We ask:\n1. care by day;',
      'The hydro\u00adelectric weir.': 'The hydroelectric weir.',
      'The \u200briver.': 'The river.',
      'Call \u200e+30\u00a0210\u200e.': 'Call +30 210.',
      '\u2068Anna\u2069 wrote.': 'Anna wrote.',
      'One\u000btwo': 'One\ntwo',
      'One\u2028two': 'One\ntwo',
    };
    for (const [reason, clean] of Object.entries(pasted)) {
      const said = { 'stand-whole': 'accept', 'reason-whole': reason };
      const typed = { text: TRIBUTARIES, revision: 3, on: 'whole', ...said };
      const { body } = actIn(await send('diktyo-potamon', 'positions.take', typed));
      assert.deepEqual(body['positions'], [{ on: { kind: 'whole' }, stand: 'accept', reason: clean, conditions: [] }]);
    }
  });

  it('is not there for a text that may not be seen', async () => {
    for (const kind of ['positions.take', 'amendment.propose', 'text.revise', 'decision.open', 'consultation.record'])
      assert.equal((await ask('balkanska-suma', `${kind}?text=${TRIBUTARIES}`)).status, 404, kind);
  });
});

describe('tabling a text', () => {
  const importing = (bytes: Uint8Array<ArrayBuffer> | string): Promise<string> =>
    upload(
      'pro-delta',
      'text.table',
      { kind: 'resolution', title: '', body: '', step: 'import' },
      new File([bytes], 'text.md'),
    );

  it('reads a file in, with its title, and shows how it is read', async () => {
    const html = await importing('# On springs\r\n\r\n*Knowing* them,\r\n\r\n1) *Asks* for care:\r\n\r\na) daily;\r\n');
    assert.match(html, /id="title" name="title"[^>]*/u);
    assert.match(html, /value="On springs"/u);
    assert.equal(areaIn(html, 'body').trim(), '*Knowing* them,\n\n1. *Asks* for care:\n\n   (a) daily;');
    assert.match(wordsIn(html), /How it will be read On springs Knowing them, 1 Asks for care: \(a\) daily;/u);
  });

  it('says when a file is no plain text', async () => {
    const html = await importing(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xd8]));
    assert.match(wordsIn(html), /This is no DOCX, ODT, Markdown or plain text file/u);
  });

  it('takes the first heading as the title only where there is no other', async () => {
    const body = '# First part\n\n1. A clause.';
    const kinds = (html: string) =>
      (actIn(html).body['clauses'] as readonly { kind: string }[]).map(({ kind }) => kind);
    const own = await send('pro-delta', 'text.table', { kind: 'resolution', title: 'Mine', body });
    assert.deepEqual([actIn(own).body['title'], kinds(own)], ['Mine', ['heading', 'operative']]);
    const none = await send('pro-delta', 'text.table', { kind: 'resolution', title: '', body });
    assert.deepEqual([actIn(none).body['title'], kinds(none)], ['First part', ['operative']]);
  });
});

describe('a revision', () => {
  const form = () => shown('zelena-sava', `text.revise?text=${TRIBUTARIES}`);

  it('keeps each clause’s id, with its name in braces and without', async () => {
    const body = areaIn(await form(), 'body');
    const without = body.replaceAll(/ \{#[a-z-]+\}/gu, '').replace('within five years', 'within eight years');
    for (const typed of [body.replace('within five years', 'within eight years'), without]) {
      const html = await send('zelena-sava', 'text.revise', {
        text: TRIBUTARIES,
        revision: 3,
        title: 'T',
        body: typed,
      });
      // What stays goes by its id alone.
      const clauses = actIn(html).body['clauses'] as readonly (string | { id: string })[];
      assert.deepEqual(
        clauses.map((clause) => (typeof clause === 'string' ? clause : `${clause.id}, anew`)),
        present(tributaries()).clauses.map(({ id }) => (id === 'remove' ? 'remove, anew' : id)),
      );
      assert.match(wordsIn(html), /clause 2 · changed/u);
      assert.match(html, /<ins>.*eight<\/ins>/u);
      assert.match(wordsIn(html), /9 positions lapse/u);
    }
  });

  it('offers no amendment that is not agreed', async () => {
    const html = await form();
    assert.doesNotMatch(html, /name="tookIn"/u);
    assert.match(wordsIn(html), /No amendment waits for a revision/u);
    const typed = { text: TRIBUTARIES, revision: 3, title: 'T', body: areaIn(html, 'body'), tookIn: '4' };
    assert.match(await send('zelena-sava', 'text.revise', typed, 422), /Amendment 4 is not agreed yet/u);
  });

  it('holds every amendment that is agreed, and says what it leaves out and what it adds', async () => {
    for (const { id } of participants(scene.conference.state())) {
      if (tributaries().amendments[3]?.fate.kind !== 'open') break;
      const on = { kind: 'amendment', amendment: 4 } as const;
      const reason = 'Let it be so.';
      await scene.act([id, 1], 'positions.take', {
        text: TRIBUTARIES,
        revision: 3,
        positions: [{ on, stand: 'support', reason, conditions: [] }],
      });
    }
    const html = await form();
    const body = areaIn(html, 'body');
    assert.match(body, /within ten years/u);
    assert.match(html, /name="tookIn"\s+value="4"\s+checked/u);
    const typed = { text: TRIBUTARIES, revision: 3, title: present(tributaries()).title, note: 'A note.', tookIn: '4' };
    const revised = async (more: Typed, status = 200) =>
      wordsIn(await send('zelena-sava', 'text.revise', { ...typed, body, ...more }, status));
    const asAgreed = await revised({});
    assert.match(asAgreed, /Amendment 4 is taken in as proposed\. Beyond the amendment it changes nothing\./u);
    assert.match(await revised({ tookIn: [] }), /Amendment 4 is agreed and left out\./u);
    const other = await revised({ body: body.replace('within ten years', 'within nine years') }, 422);
    assert.match(other, /This revision would take in amendment 4, and does not say what it says/u);
    const more = await revised({ body: body.replace('the longest stretch', 'a long stretch') });
    assert.match(more, /Amendment 4 is taken in, and more is changed in the same place\./u);
    assert.match(more, /Beyond the amendments it changes clause 2 · changed/u);
  });

  it('works the chosen amendments into what was typed', async () => {
    const body = areaIn(await form(), 'body');
    const typed = { text: TRIBUTARIES, revision: 3, title: 'T', note: 'A note.', tookIn: '4', step: 'take-in' };
    const before = body.replace('within ten years', 'within five years').replace('from its springs', 'from its wells');
    const html = await send('zelena-sava', 'text.revise', { ...typed, body: before });
    assert.match(areaIn(html, 'body'), /from its wells[\s\S]*within ten years/u);
    assert.match(wordsIn(html), /Taken into the text below: amendment 4\./u);
    assert.equal(areaIn(html, 'note'), 'A note.');
    const sameClause = before.replace('the longest stretch', 'a long stretch');
    const merged = await send('zelena-sava', 'text.revise', { ...typed, body: sameClause });
    assert.match(areaIn(merged, 'body'), /within ten years, beginning with those that open a long stretch/u);
    const clash = await send('zelena-sava', 'text.revise', { ...typed, body: before.replace('five', 'eight') });
    assert.match(areaIn(clash, 'body'), /within eight years/u);
    assert.match(wordsIn(clash), /Does not fit the text below any more: amendment 4\./u);
    const gone = before.replace(/^2\. .*$/mu, '');
    const without = await send('zelena-sava', 'text.revise', { ...typed, body: gone });
    assert.match(wordsIn(without), /Does not fit the text below any more: amendment 4\./u);
    assert.doesNotMatch(without, /name="tookIn"\s+value="4"\s+checked/u);
  });
});

describe('an amendment', () => {
  const typed = { text: TRIBUTARIES, revision: 3, clause: 'remove', reason: 'Because.' };

  it('replaces, adds, deletes, moves, splits or joins, as it was chosen', async () => {
    const change = async (more: Typed) =>
      actIn(await send('pro-delta', 'amendment.propose', { ...typed, ...more })).body['change'];
    assert.deepEqual(await change({ what: 'replace', words: 'New.' }), {
      kind: 'replace',
      clause: 'remove',
      words: 'New.',
    });
    assert.deepEqual(await change({ what: 'delete' }), { kind: 'delete', clause: 'remove' });
    assert.deepEqual(await change({ what: 'move', after: '-' }), { kind: 'move', clause: 'remove', after: null });
    assert.deepEqual(await change({ what: 'add', kind: 'point 2', 'new-words': 'A point.' }), {
      kind: 'add',
      after: 'remove',
      clause: { id: 'p1', kind: 'point', level: 2, words: 'A point.' },
    });
    assert.deepEqual(await change({ what: 'replace', words: 'New.', as: 'point 2' }), {
      kind: 'replace',
      clause: 'remove',
      words: 'New.',
      as: { kind: 'point', level: 2 },
    });
    const { clauses } = present(tributaries());
    const at = clauses.findIndex(({ id }) => id === 'remove');
    const kind = clauses[at]?.kind;
    assert.deepEqual(await change({ what: 'split', parts: 'One.\r\n\r\nTwo.\r\n \r\nThree.' }), {
      kind: 'split',
      clause: 'remove',
      words: 'One.',
      into: [
        { id: 'o1', kind, words: 'Two.' },
        { id: 'o2', kind, words: 'Three.' },
      ],
    });
    assert.deepEqual(await change({ what: 'join', joined: 'Both.' }), {
      kind: 'join',
      clauses: ['remove', clauses[at + 1]?.id],
      words: 'Both.',
    });
    assert.deepEqual(await change({ clause: '-', what: 'add', kind: 'preambular', 'new-words': 'First,' }), {
      kind: 'add',
      after: null,
      clause: { id: 'p1', kind: 'preambular', words: 'First,' },
    });
  });

  it('is refused where it changes nothing, with its words kept', async () => {
    const { words: same } = present(tributaries()).clauses.find(({ id }) => id === 'remove') ?? assert.fail();
    const html = await send('pro-delta', 'amendment.propose', { ...typed, what: 'replace', words: same }, 422);
    assert.match(html, /Refused under article 13\.2/u);
    assert.equal(areaIn(html, 'words'), same);
    assert.equal(areaIn(html, 'reason'), 'Because.');
  });
});
