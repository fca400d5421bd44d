import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DAY, HOUR } from '../src/base/time.ts';
import { amend, decide, disagree, founded, presented, revise, table, take, whole } from '../src/charter/spec/acts.ts';
import { agreed, convened, inMeeting } from '../src/charter/spec/meetings.ts';
import { amendAll } from '../src/charter/spec/negotiation.ts';
import { type Given, type Step, given, wait } from '../src/charter/spec/spec.ts';
import { asClauseId } from '../src/charter/spec/world.ts';
import { type WorldNode, SLUG, startWorld } from './kit/world-node.ts';

/** What pages say first, last, once and of whom, where there is more than one of a thing. */

const NAMES = ['ada', 'bor', 'cvet'];

const nodeOf = async (made: Given): Promise<WorldNode> => {
  const node = await startWorld(made.world);
  after(() => node.close());
  return node;
};
const pageOf = async (node: WorldNode, path: string, reader = 'ada'): Promise<string> => {
  const answer = await node.ask(`/${SLUG}${path}`, node.cookieOf(reader));
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const wordsIn = (html: string): string => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('texts', () => {
  let node: WorldNode;
  /** More than go on a page, some of them brought by one act each. */
  const additions = (from: number): Step =>
    amendAll(
      'bor',
      Array.from({ length: 15 }, (_, i) => ({
        change: { kind: 'add', after: null, clause: { id: `n${from + i}`, kind: 'operative', words: 'New.' } },
      })),
      2,
    );
  before(async () => {
    node = await nodeOf(
      given(
        convened(NAMES),
        table('ada'),
        wait(DAY),
        table('bor'),
        wait(DAY),
        amend('bor', { kind: 'replace', clause: asClauseId('c2'), words: 'Two lakes.' }),
        ...[0, 15, 30, 45].map(additions),
        revise('ada', ['One.', 'Two rivers.']),
        table('cvet'),
        table('ada'),
        wait(DAY),
        revise('ada', ['One.', 'Two streams.']),
        decide('cvet', { text: 3 }),
        take('ada', 'support', whole, null, 3),
        take('bor', 'accept', whole, null, 3, [{ kind: 'stays', clause: asClauseId('c2') }]),
      ),
    );
  });

  it('that changed last come first', async () => {
    const html = await pageOf(node, '/texts');
    const at = [1, 4, 2].map((number) => html.indexOf(`/${SLUG}/texts/${number}"`));
    assert.ok(
      at.every((place, i) => place > (at[i - 1] ?? 0)),
      at.join(' '),
    );
  });

  it('say of an amendment that is to be renewed what stands against it', async () => {
    assert.match(
      wordsIn(await pageOf(node, '/texts/1/amendments')),
      /to be renewed by its mover.*revision 2 changes the same otherwise/u,
    );
  });

  it('say of an answer that it was given on conditions where it was, and nowhere else', async () => {
    const html = await pageOf(node, '/texts/3/stand');
    const [, decision = ''] = /<section id="decision">(.*?)<section id="(?:own|positions)">/su.exec(html) ?? [];
    const said = wordsIn(decision);
    assert.equal(said.match(/, on conditions/gu)?.length, 1);
  });

  it('show everything that happened once, page after page, though one act brought it', async () => {
    const shown: string[] = [];
    for (let path: string | undefined = '/texts/2/history', pages = 0; path !== undefined && pages < 4; pages += 1) {
      const html: string = await pageOf(node, path);
      const [, list = ''] = /<ol class="rows history">(.*?)<\/ol>/su.exec(html) ?? [];
      shown.push(
        ...wordsIn(list)
          .matchAll(/Amendment (\d+)/giu)
          .map(([, number = '']) => number),
      );
      path = /rel="next" href="\/rivers(\/texts[^"]*)"/u.exec(html)?.[1];
    }
    assert.deepEqual([...shown].sort(), Array.from({ length: 60 }, (_, i) => `${i + 1}`).sort());
  });
});

describe('a meeting that was adjourned twice', () => {
  it('says when it goes on, and not when it went on', async () => {
    const adjourned =
      (in_: number): Step =>
      (world) =>
        inMeeting('sitting.close', 'ada', { resumes: world.now + in_ })(world);
    const made = given(
      convened(NAMES),
      inMeeting('sitting.open', 'ada'),
      agreed('ada', { kind: 'agenda', items: [1, 2] }),
      adjourned(HOUR),
      wait(HOUR),
      inMeeting('sitting.open', 'ada'),
      adjourned(3 * DAY),
    );
    const [first, last] = (made.state.meetings[0]?.sittings ?? []).map(({ resumes }) => resumes ?? 0);
    const html = await pageOf(await nodeOf(made), '/meetings/1');
    const [, said = ''] = /Goes on: (.*?)<\/p>/su.exec(html) ?? [];
    const dayOf = (at = 0): string =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO('Europe/Skopje')
        .toPlainDate()
        .toLocaleString('en-GB', { day: 'numeric', month: 'long' });
    assert.ok(said.includes(dayOf(last)), `${said}, not ${dayOf(last)}`);
    assert.ok(!said.includes(dayOf(first)), said);
  });
});

describe('an organisation that was not admitted', () => {
  it('finds on its own page how to apply again, and a participant does not', async () => {
    const node = await nodeOf(given(founded(NAMES), presented('nova'), disagree('bor', 'nova'), wait(30 * DAY)));
    const leads = async (reader: string): Promise<boolean> =>
      (await pageOf(node, '/organisation', reader)).includes(`/${SLUG}/do/participation.reapply"`);
    assert.deepEqual([await leads('nova'), await leads('ada')], [true, false]);
  });
});
