import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { present } from '../src/charter/texts/texts.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The forms by which texts and statements are signed. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

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
    assert.match(wordsIn(confirm), /reservation on clause 4 Except in spring\./u);
  });
});

describe('a statement', () => {
  const typed = {
    title: 'On the drought',
    event: 'The drought of the summer',
    'event-on': '2025-08-14',
    lead: 'We call:',
    body: '## The situation\n\nIt is dry.',
    calls: '1. We call for rain.\n2. We call for patience.',
  };

  it('has its calls, and invites nobody yet', async () => {
    const confirm = await send('pro-delta', 'statement.open', typed);
    const { body } = actIn(confirm);
    assert.deepEqual(Object.keys(body).toSorted(), ['calls', 'clauses', 'event', 'lead', 'title']);
    assert.deepEqual(body['calls'], ['We call for rain.', 'We call for patience.']);
    assert.deepEqual([body['event'], body['lead']], [{ name: typed.event, on: typed['event-on'] }, 'We call:']);
    assert.match(wordsIn(confirm), /On the occasion of: The drought of the summer ?, 14 August 2025\./u);
    assert.equal((body['clauses'] as readonly { kind: string }[])[1]?.kind, 'paragraph');
    assert.match(wordsIn(await (await ask('pro-delta', 'statement.open')).text()), /you invite them from its page/u);
  });

  it('has the next invitation on its page, for the one who opened it alone', async () => {
    const page = async (as: string) =>
      (await scene.ask('/sample/statements/1', { headers: await scene.headers(as) })).text();
    assert.match(
      await page('zelena-sava'),
      /class="button second" href="\/sample\/do\/statement\.invite\?statement=1"/u,
    );
    assert.doesNotMatch(await page('pro-delta'), /statement\.invite/u);
  });
});

describe('an invitation to sign a statement', () => {
  const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDuJQz4b4BdaZlO1lPZWbS7vDN1S3WkdkXWWyqbu5B2Y';
  const typed = {
    statement: 1,
    name: 'Tisza Watch',
    countryName: 'Magyarország',
    glossCountry: 'Hungary',
    gloss: 'Watch of the Tisza',
    id: 'tisza-watch',
    country: 'HU',
    invitation: `${KEY} a comment`,
    how: 'mail-domain',
    proof: 'tisza.example.org',
  };
  const invite = (change: Readonly<Record<string, string>>, status = 200) =>
    send('zelena-sava', 'statement.invite', { ...typed, ...change }, status);

  it('is of one organisation, and says before it is signed how that one is known', async () => {
    const confirm = await invite({});
    const { organisation, newcomer, vouching } = actIn(confirm).body as Readonly<Record<string, unknown>>;
    assert.equal(organisation, 'tisza-watch');
    const profile = {
      printed: [
        { name: 'Tisza Watch', country: 'Magyarország' },
        { name: 'Watch of the Tisza', country: 'Hungary' },
      ],
      country: 'HU',
      about: null,
      website: null,
    };
    assert.deepEqual(newcomer, { ...profile, invitation: KEY });
    assert.deepEqual(vouching, { kind: 'mail-domain', domain: 'tisza.example.org' });
    assert.match(
      wordsIn(confirm),
      /Tisza Watch tisza-watch , Magyarország \. We vouch for it: it wrote from its own mail domain, tisza\.example\.org/u,
    );
  });

  it('comes back with what was typed, and says which field is at fault', async () => {
    const faults = {
      how: { how: '' },
      proof: { proof: 'Tisza Watch' },
      key: { how: 'published-key', proof: 'https://tisza.example.org/key' },
      country: { country: 'Hungaria' },
      id: { id: 'Tisza Watch' },
    };
    for (const [field, fault] of Object.entries(faults)) {
      const html = await invite(fault, 422);
      assert.match(html, new RegExp(`id="${field}-error"`, 'u'), field);
      assert.match(html, /value="Tisza Watch"/u);
      assert.match(html, new RegExp(`value="${KEY.replaceAll('+', '\\+')} a comment"`, 'u'));
    }
  });

  it('is of nobody who passes for another, and says which field would', async () => {
    const posing = { id: 'pro-de1ta', name: 'Δίκτυο  ΠΟΤΑΜΩΝ', gloss: 'Rivers-Νetwοrk' };
    for (const [field, pose] of Object.entries(posing)) {
      const html = await invite({ [field]: pose }, 422);
      assert.match(html, new RegExp(`id="${field}-error"`, 'u'), field);
      assert.match(
        wordsIn(html),
        /what another organisation on this record, the conference itself or all in it together are called/u,
      );
    }
    assert.match(await invite({ id: 'pro-delta' }, 422), /id="id-error"/u);
  });

  it('may be of one that the record knows, which is chosen', async () => {
    const known = { known: 'balkanska-suma', name: '', id: '', country: '', how: 'in-person' };
    assert.match(
      await (await ask('zelena-sava', 'statement.invite?statement=1')).text(),
      /<option value="balkanska-suma"/u,
    );
    const { body } = actIn(await invite({ ...known, proof: 'We share a nursery.' }));
    assert.deepEqual(body, {
      statement: 1,
      organisation: 'balkanska-suma',
      newcomer: null,
      vouching: { kind: 'in-person', words: 'We share a nursery.' },
    });
    const html = await invite({ ...known, proof: '' }, 422);
    assert.match(html, /id="proof-error"/u);
    assert.match(html, /<option value="balkanska-suma" selected/u);
    assert.match(await invite({ ...known, known: 'No one', proof: 'We met.' }, 422), /id="known-error"/u);
  });
});
