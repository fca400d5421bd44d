import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { compareNames } from '../src/charter/names/alphabet.ts';
import { wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Every charter that was ever in force, and the founding one as a document. */

const scene = await createSampleScene();
after(scene.close);
const shown = async (path: string): Promise<string> => (await scene.ask(`/sample${path}`)).text();

describe('the charters of a conference', () => {
  it('are listed for everyone, the latest first, each with its time', async () => {
    const all = scene.conference.state();
    const count = all.earlierCharters.length + 1;
    const html = await shown('/charters');
    const numbers = [...html.matchAll(/\/charters\/(\d+)"/gu)].map(([, number]) => Number(number));
    assert.deepEqual(
      numbers,
      Array.from({ length: count }, (_, i) => count - i),
    );
    assert.match(wordsIn(html), /in force from .* to /u);
  });

  it('begin with the founding one, which has its title, its rules and those who signed it, in the order of their names', async () => {
    const html = await shown('/charters/1');
    const [first] = scene.conference.state().earlierCharters;
    assert.ok(wordsIn(html).includes(first?.charter.title ?? 'none'));
    const places = [...scene.conference.state().organisations.values()]
      .filter(({ founding }) => founding !== null)
      .toSorted((a, b) => compareNames(a.name, b.name))
      .map(({ name }) => html.indexOf(`>${name}<`));
    assert.ok(places.length > 1 && places.every((at, i) => at > (places[i - 1] ?? 0)));
    assert.match(wordsIn(html), /when the last of its founders had signed this charter/u);
  });

  it('lead from one to the next, and end', async () => {
    assert.match(await shown('/charters/1'), /\/charters\/2"/u);
    assert.equal((await scene.ask('/sample/charters/99')).status, 404);
  });
});
