import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DAY, MINUTE, after as later } from '../src/base/time.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { DAILY } from '../src/post/allowances.ts';
import { charterWith, enrol, found, signCharter } from '../src/charter/spec/acts.ts';
import { SILENCE, decided, put, write } from '../src/charter/spec/publications.ts';
import { type Step, all } from '../src/charter/spec/spec.ts';
import { createWorld } from '../src/charter/spec/world.ts';
import { wordsIn } from './kit/forms.ts';
import { type SmallPost, startSmallPost } from './kit/small-post.ts';
import { type WorldNode, SLUG, startWorld } from './kit/world-node.ts';

/** A periodical by mail: asked for twice before anything comes, once for each issue, ended by one request, and nobody is told of anybody. */

const NAMES = ['ada', 'bor', 'cvet', 'dora'];
const TITLE = 'Rivers <b>& "woods"';
const VERA = 'vera@reader.example';

let post: SmallPost;
let node: WorldNode;

before(async () => {
  post = await startSmallPost({ answer: (to) => (to.startsWith('gone') ? '550 5.1.1 no such user' : null) });
  const hostKey = generateHostKey();
  const world = createWorld();
  const scene: Step = all(
    found(NAMES, charterWith(), { host: hostKey.publicKey }),
    ...NAMES.slice(1).map((name) => enrol(name)),
    ...NAMES.map((name) => signCharter(name)),
    decided('ada', { title: TITLE }),
    ...NAMES.map((by) => write(by, { title: `By ${by} <i>` })),
    put('ada', [['article', 1]], { title: 'After the flood' }),
  );
  assert.equal(scene(world), null);
  node = await startWorld(world, hostKey, post.open);
});
after(async () => {
  await node.close();
  await post.close();
});

const PAGE = `/${SLUG}/publications/1`;

const sent = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  node.fetch(path, { method: 'POST', body: new URLSearchParams(fields) });

const asks = (address: string, language = 'en'): Promise<Response> => sent(`${PAGE}/by-mail`, { address, language });

const linkIn = (text: string | undefined): string =>
  new URL(/https:\/\/\S+\/s\/\S+/u.exec(text ?? '')?.[0] ?? assert.fail(`No link in ${text}`)).pathname;

/** Lets what is due fall due, and waits until so many mails went out in all. */
const pass = async (ms: number, count: number): Promise<void> => {
  for (let i = 0; i < 10; i += 1) {
    node.clock.set(later(node.clock.now(), i === 0 ? ms : MINUTE));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await post.server.seen(count);
  await post.idle();
};

const subscriptions = () => post.contacts.subscriptions;
const kept = (address: string) => subscriptions().byAddress(SLUG, address);

describe('a periodical by mail', () => {
  it('is offered on its page, and says what is done with the address', async () => {
    const page = await (await node.fetch(PAGE)).text();
    assert.match(wordsIn(page), /By mail.*nobody in the conference sees it, and it is erased when you end it/u);
    assert.match(page, /name="address"[^>]*maxlength="254"/u);
  });

  it('keeps what was typed where it is no address, and sends nothing', async () => {
    for (const address of ['vera', 'a@b\r\nBcc: x@y.example', 'a@b.example, c@d.example', '"x" <a@b.example>', '']) {
      const answer = await asks(address);
      assert.equal(answer.status, 422, address);
      assert.match(await answer.text(), /not an e-mail address/u);
    }
    assert.deepEqual(post.server.taken, []);
  });

  it('begins when whoever reads the mail there presses the button, and not before', async () => {
    const answer = await asks(VERA);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${PAGE}/by-mail`]);
    const [mail] = await post.mailsTo(VERA);
    assert.equal(mail?.subject, `${TITLE} by mail: is it you who asked?`);
    assert.ok(!(mail?.html ?? '').includes(TITLE), 'the title is escaped');
    const path = linkIn(mail?.text);
    assert.ok(!path.includes('vera'), 'no address stands in a log');
    assert.match(wordsIn(await (await node.fetch(path)).text()), /Get it by mail\?.*Send it to me/u);
    assert.deepEqual(kept(VERA), [], 'looking begins nothing');
    assert.match(wordsIn(await (await sent(path, {})).text()), /The next issue of Rivers/u);
    await sent(path, {});
    assert.deepEqual(
      kept(VERA).map(({ periodical, upTo, language }) => [periodical, upTo, language]),
      [[1, 0, 'en']],
    );
  });

  it('takes no link that was altered, and none that is two days old', async () => {
    await asks('late@reader.example');
    const [mail] = await post.mailsTo('late@reader.example');
    const path = linkIn(mail?.text);
    for (const at of [4, 30, path.length - 2]) {
      const other = path[at] === 'A' ? 'B' : 'A';
      assert.equal((await sent(path.slice(0, at) + other + path.slice(at + 1), {})).status, 404);
    }
    node.clock.set(later(node.clock.now(), 2 * DAY));
    assert.match(wordsIn(await (await sent(path, {})).text()), /This link is too old/u);
    assert.deepEqual(kept('late@reader.example'), []);
  });

  it('answers the same for an address that has it, however it is spelled, and asks nobody more than twice a day', async () => {
    const pages = [];
    for (const address of ['VERA@reader.example', 'vera+1@reader.example', 'vera+2@reader.example']) {
      const answer = await asks(address);
      pages.push(answer.status === 303 ? 'asked' : wordsIn(await answer.text()).includes('Enough mails') && 'enough');
    }
    assert.deepEqual(pages, ['asked', 'asked', 'enough']);
  });

  it('lets nobody flood others from one place', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < DAILY.subscriptions.from + 1; i += 1)
      statuses.push((await asks(`v${i}@victim.example`)).status);
    assert.deepEqual([statuses[0], statuses.at(-1)], [303, 429]);
    await pass(DAY, 0);
    assert.equal((await asks('next@victim.example')).status, 303);
    await post.idle();
  });

  it('comes once for each issue, in the reader’s language, with a link by which one request ends it', async () => {
    const begin = async (address: string, language: string) => {
      subscriptions().put({
        slug: SLUG,
        periodical: 1,
        address: address as MailAddress,
        language: language as never,
        since: node.clock.now(),
        upTo: 0,
        bounced: 0,
      });
    };
    await begin('mara@reader.example', 'el');
    await begin('gone@reader.example', 'en');
    const before = post.server.taken.length + post.server.turnedAway.length;
    await pass(SILENCE, before + 3);
    const [, issue, ...more] = (await post.mailsTo(VERA)).filter(({ subject }) => subject !== undefined);
    assert.deepEqual([issue?.subject, more.length], [`${TITLE}, No. 1`, 0]);
    assert.match(
      issue?.text ?? '',
      /After the flood[\s\S]*\* By ada <i>\n\s+Organisation ada[\s\S]*\/publications\/1\/1\/en\n/u,
    );
    assert.ok(!(issue?.html ?? '').includes('<i>'), 'what is typed is no markup');
    const header = (key: string) => issue?.headers.find((one) => one.key === key)?.value;
    assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    const [greek] = await post.mailsTo('mara@reader.example');
    assert.match(greek?.subject ?? '', /τεύχος 1/u);
    assert.deepEqual([kept(VERA)[0]?.upTo, kept('gone@reader.example')[0]?.bounced], [1, 1]);
    await pass(DAY, before + 3);
    assert.equal(post.server.taken.length + post.server.turnedAway.length, before + 3);

    const end = new URL((header('list-unsubscribe') ?? '').slice(1, -1)).pathname;
    assert.match(wordsIn(await (await node.fetch(end)).text()), /Send it no more\?/u);
    assert.equal(kept(VERA).length, 1, 'looking ends nothing');
    const ended = await node.fetch(end, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    assert.deepEqual([ended.status, kept(VERA)], [200, []]);
    assert.equal((await sent(end, {})).status, 200, 'and again it is as it was');
  });
});
