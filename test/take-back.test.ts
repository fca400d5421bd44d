import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ACT_RULES } from '../src/charter/acts.ts';
import { unescaped } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** A receipt offers to take back what can be taken back, to whoever gave it, and as long as the charter allows it. */

const scene = await createSampleScene();
after(scene.close);

const ME = 'diktyo-potamon';

/** Where the receipt of this entry leads to take it back; `null`: it does not. */
const offered = async (index: number, as: string = ME): Promise<string | null> => {
  const answer = await scene.ask(`/${SLUG}/receipt/${index}`, { headers: await scene.headers(as) });
  assert.equal(answer.status, 200);
  return /can still be taken back[^<]*<a href="([^"]*)"/u.exec(unescaped(await answer.text()))?.[1] ?? null;
};

const last = (): number => scene.conference.state().size - 1;

describe('the receipt', () => {
  it('leads to the act that takes it back, until it is, and nobody else there', async () => {
    await scene.act([ME, 1], 'text.table', {
      kind: 'resolution',
      title: 'On the small streams',
      clauses: [{ id: 'c1', kind: 'operative', words: 'Small streams are rivers.' }],
      charter: null,
      language: 'en',
    } as never);
    const tabled = last();
    const number = scene.conference.state().texts.length;
    assert.equal(await offered(tabled), `/${SLUG}/do/text.withdraw?text=${number}`);
    assert.equal(await offered(tabled, 'reka-vardar'), null);
    await scene.act([ME, 1], 'text.withdraw', { text: number });
    assert.equal(await offered(tabled), null, 'what is taken back is not taken back again');
    assert.equal(await offered(last()), null);
  });

  it('opens the form with what it is about', async () => {
    const { texts } = scene.conference.state();
    const adopted = texts.find(({ stage, signatures }) => stage === 'adopted' && signatures.has(ME as never));
    const signed = adopted?.signatures.get(ME as never);
    assert.ok(adopted !== undefined && signed !== undefined);
    const href = await offered(signed.on.index);
    assert.equal(href, `/${SLUG}/do/signature.withdraw?text=${adopted.number}`);
    const form = await scene.ask(href ?? '', { headers: await scene.headers(ME) });
    assert.equal(form.status, 200);
  });

  it('says nothing of it where there is no such act', async () => {
    await scene.act([ME, 1], 'debate.open', {
      text: 4,
      on: { kind: 'whole' },
      revision: scene.text(4).revisions.length,
      quote: null,
      words: 'Said for good.',
      language: 'en',
    });
    assert.equal(await offered(last()), null);
    assert.ok(!Object.keys(ACT_RULES).some((kind) => kind.startsWith('debate.withdraw')));
  });
});
