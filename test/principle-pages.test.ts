import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { amend, cosponsorship, founded, onAmendment, rulesWith, table, take } from '../src/charter/spec/acts.ts';
import { inPrinciple } from '../src/charter/spec/principle.ts';
import { type Step, all, given } from '../src/charter/spec/spec.ts';
import { asClauseId } from '../src/charter/spec/world.ts';
import { wordsIn } from './kit/forms.ts';
import { type WorldNode, startWorld } from './kit/world-node.ts';

/** What the pages offer where a text belongs to all, and where it waits for others to stand behind it. */

const SIX = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'];
const nodes: WorldNode[] = [];
after(() => Promise.all(nodes.map((node) => node.close())));

const pagesOf = async (...steps: readonly Step[]) => {
  const node = await startWorld(given(...steps).world);
  nodes.push(node);
  return async (path: string, organisation: string): Promise<string> =>
    (await node.ask(`/rivers${path}`, node.cookieOf(organisation))).text();
};

suite('the revision of a text taken in principle', () => {
  test('asks which agreed amendments it takes in, and for nothing that would be refused', async () => {
    const change = { kind: 'replace' as const, clause: asClauseId('c2'), words: 'Two rivers.' };
    const agreed = all(...SIX.map((name) => take(name, 'accept', onAmendment(1))));
    const read = await pagesOf(inPrinciple(SIX), amend('dora', change), agreed);
    const form = await read('/do/text.revise?text=1', 'bor');
    assert.match(form, /type="checkbox"\s+name="tookIn"\s+value="1"\s+checked/u);
    assert.doesNotMatch(form, /name="(?:body|title|file)"/u);
    const none = await (await pagesOf(inPrinciple(SIX)))('/do/text.revise?text=1', 'bor');
    assert.match(wordsIn(none), /No amendment waits for a revision/u);
    assert.doesNotMatch(none, /name="note"/u);
  });
});

suite('a text that others must stand behind', () => {
  test('says how many must, who does, and has the button for whoever may', async () => {
    const rules = rulesWith({ texts: { seconding: 2 } });
    const read = await pagesOf(founded(4, rules), table('ada'), cosponsorship('bor'));
    const page = await read('/texts/1', 'cvet');
    assert.match(
      wordsIn(page),
      /Before it is decided or taken in principle, 2 others must stand behind it\. Behind it so far: Organisation bor/u,
    );
    assert.match(page, /class="button" href="\/rivers\/do\/text\.cosponsor\?text=1"/u);
    assert.doesNotMatch(await read('/texts/1', 'ada'), /text\.cosponsor/u);
  });
});
