import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { present } from '../src/charter/texts.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The forms by which texts and statements are signed. */

const scene = await createSampleScene();
after(scene.close);
const { send } = createForms(scene);

describe('a signature', () => {
  const version = () => present(scene.conference.state().texts[2] ?? assert.fail()).hash;

  it('is of the whole unless clauses are chosen, and says which are left out', async () => {
    const clauses = present(scene.conference.state().texts[2] ?? assert.fail()).clauses.map(({ id }) => id);
    const typed = { text: 3, version: version(), scope: 'whole', clauses };
    assert.equal(actIn(await send('diktyo-potamon', 'text.sign', typed)).body['clauses'], null);
    const some = await send('diktyo-potamon', 'text.sign', { ...typed, scope: 'some', clauses: clauses.slice(1) });
    assert.deepEqual(actIn(some).body['clauses'], clauses.slice(1));
    assert.match(wordsIn(some), /Not these: preambular clause 1:/u);
  });

  it('carries what is added to it; rows without words are none', async () => {
    const typed = {
      text: 3,
      version: version(),
      scope: 'whole',
      riders: 2,
      'rider-kind-1': 'interpretation',
      'rider-clause-1': '',
      'rider-words-1': '',
      'rider-kind-2': 'reservation',
      'rider-clause-2': 'order',
      'rider-words-2': 'Except in spring.',
      adReferendum: 'yes',
    };
    const more = await send('diktyo-potamon', 'text.sign', { ...typed, step: 'rider' });
    assert.match(more, /name="rider-words-3"/u);
    assert.equal(areaIn(more, 'rider-words-2'), 'Except in spring.');
    const confirm = await send('diktyo-potamon', 'text.sign', typed);
    assert.deepEqual(actIn(confirm).body['riders'], [
      { kind: 'reservation', clause: 'order', words: 'Except in spring.' },
    ]);
    assert.equal(actIn(confirm).body['adReferendum'], true);
    assert.match(wordsIn(confirm), /reservation, on clause 4 Except in spring\./u);
  });
});

describe('a statement', () => {
  const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDuJQz4b4BdaZlO1lPZWbS7vDN1S3WkdkXWWyqbu5B2Y';
  const typed = {
    title: 'On the drought',
    body: '## The situation\n\nIt is dry.',
    calls: '1. We call for rain.\n2. We call for patience.',
    guests: 2,
    'guest-1-name': 'Tisza Watch',
    'guest-1-id': 'tisza-watch',
    'guest-1-country': 'HU',
    'guest-1-invitation': KEY,
    'guest-1-how': 'mail-domain',
    'guest-1-proof': 'tisza.example.org',
    'guest-2-invitation': KEY.replace('AIDu', 'AIDv'),
  };

  it('has its calls, and invites whoever is named', async () => {
    const { body } = actIn(await send('pro-delta', 'statement.open', typed));
    assert.deepEqual(body['calls'], ['We call for rain.', 'We call for patience.']);
    assert.deepEqual(
      (body['invited'] as readonly { id: string }[]).map(({ id }) => id),
      ['tisza-watch'],
    );
    assert.equal((body['clauses'] as readonly { kind: string }[])[1]?.kind, 'paragraph');
  });

  it('says before it is signed how those who are invited are known', async () => {
    const confirm = await send('pro-delta', 'statement.open', typed);
    assert.match(
      wordsIn(confirm),
      /Tisza Watch tisza-watch , Hungary\. We vouch for it: it wrote from its own mail domain, tisza\.example\.org/u,
    );
    const faults = {
      how: { 'guest-1-how': '' },
      proof: { 'guest-1-proof': 'Tisza Watch' },
      key: { 'guest-1-how': 'published-key', 'guest-1-proof': 'https://tisza.example.org/key' },
    };
    for (const [field, fault] of Object.entries(faults)) {
      const html = await send('pro-delta', 'statement.open', { ...typed, ...fault }, 422);
      assert.match(html, new RegExp(`id="guest-1-${field}-error"`, 'u'), field);
    }
  });

  it('invites nobody who passes for another, and says which field would', async () => {
    const posing = {
      id: { 'guest-1-id': 'pro-de1ta' },
      name: { 'guest-1-name': 'Δίκτυο  ΠΟΤΑΜΩΝ' },
      gloss: { 'guest-1-gloss': 'Rivers-Νetwοrk' },
    };
    for (const [field, pose] of Object.entries(posing)) {
      const html = await send('pro-delta', 'statement.open', { ...typed, ...pose }, 422);
      assert.match(html, new RegExp(`id="guest-1-${field}-error"`, 'u'), field);
      assert.match(wordsIn(html), /what another organisation on this record is called/u);
    }
  });

  it('invites those whom the record knows, each with a word of how they are known', async () => {
    const known = { statement: 1, known: 'balkanska-suma', 'known-balkanska-suma-how': 'in-person' };
    const by = 'known-balkanska-suma-proof';
    const confirm = await send('zelena-sava', 'statement.invite', { ...known, [by]: 'We share a nursery.' });
    assert.deepEqual(actIn(confirm).body['known'], [
      { organisation: 'balkanska-suma', vouching: { kind: 'in-person', words: 'We share a nursery.' } },
    ]);
    assert.match(await send('zelena-sava', 'statement.invite', known, 422), new RegExp(`id="${by}-error"`, 'u'));
  });

  it('comes back with every row where one is wrong', async () => {
    const html = await send('pro-delta', 'statement.open', { ...typed, 'guest-1-country': 'Hungary' }, 422);
    assert.match(html, /value="Tisza Watch"/u);
    assert.match(html, /id="guest-1-country-error"/u);
    assert.match(html, new RegExp(`value="${KEY.replaceAll('+', '\\+')}"`, 'u'));
    const more = await send('pro-delta', 'statement.open', { ...typed, step: 'guest' });
    assert.match(more, /name="guest-3-name"/u);
    assert.match(more, /value="Tisza Watch"/u);
  });
});
