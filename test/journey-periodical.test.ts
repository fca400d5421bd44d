import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { DAY } from '../src/base/time.ts';
import { axeCheck } from './kit/axe.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { type DelegateAtWork, field, writeText } from './kit/delegate.ts';
import { foundConference } from './kit/founding.ts';
import { goTo } from './kit/go-to.ts';
import { readPdf } from './kit/read-pdf.ts';
import { startServer } from './kit/server.ts';
import { startSmallPost } from './kit/small-post.ts';

/**
 * A periodical, from the decision to publish to its first issue as a page, on paper, as a book and in a feed: decided by silence, written by one, put into another language by the other, put to all
 * and published by silence; a reader who asked for it by mail gets it.
 */

const kit = await launch();
const post = await startSmallPost();
const server = await startServer({ openPost: post.open });
after(async () => {
  await server.close();
  await post.close();
});

const FOUNDING = {
  name: 'Conference of Springs',
  abbreviation: 'COSPR',
  slug: 'springs',
  seat: 'Niš',
  founders: [
    { id: 'diktyo-potamon', name: 'Δίκτυο Ποταμών', country: 'GR', delegate: 'Ελένη Μαυρίδου', key: 'passkey' },
    { id: 'zelena-sava', name: 'Udruga Zelena Sava', country: 'HR', delegate: 'Jasna Horvatić', key: 'passkey' },
  ],
} as const;

const ENGLISH = 'A spring that runs in August has a wood above it. We counted forty, and found no other reason.';
const GREEK = 'Πηγή που τρέχει τον Αύγουστο έχει δάσος από πάνω της. Μετρήσαμε σαράντα, και άλλον λόγο δεν βρήκαμε.';

test('a periodical, from the decision to publish to its first issue in every form', async (t) => {
  const [potamon, sava] = await foundConference(kit, server, FOUNDING);
  assert.ok(potamon && sava);
  const conference = server.host.conference('springs' as never) ?? assert.fail();
  const periodical = () => conference.state().periodicals[0] ?? assert.fail();

  /** The time to disagree passes; whoever was signed in is so no more. */
  const silence = async (delegates: readonly DelegateAtWork[], isDone: () => boolean): Promise<void> => {
    for (const { page } of delegates) await page.goto('about:blank');
    server.clock.forward(15 * DAY);
    await until(isDone);
    for (const { page } of delegates) {
      await goTo(page, '/springs/sign-in');
      await page.locator('button[data-part=passkey]').click();
      await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    }
  };

  await t.test('is decided when nobody disagrees', async () => {
    await potamon.make('/springs/do/periodical.propose', async (form) => {
      await field(form, 'title').fill('The Springs');
      await field(form, 'purpose').fill('What we measured, for those who drink from it.');
      await field(form, 'languages').fill('en, el');
    });
    await sava.page.goto('/springs/today');
    await sava.page.getByText('Look at a periodical that is proposed: “The Springs”').waitFor();
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/springs/publications');
    await stranger.getByText('publishes no periodical yet').waitFor();
    await silence([potamon, sava], () => periodical().decided !== null);
  });

  /** The path of the link in a mail that leads to a button. */
  const linkIn = (text = ''): string => new URL(/http\S+\/s\/\S+/u.exec(text)?.[0] ?? assert.fail(text)).pathname;
  const mailsTo = (address: string) => post.mailsTo(address);

  await t.test('is asked for by mail, by somebody who has nothing but an address', async () => {
    const reader = await kit.page({ baseURL: server.origin, script: false });
    await reader.goto('/springs/publications/1');
    await reader.getByLabel('Your e-mail address').fill('vera at reader');
    await reader.getByRole('button', { name: 'Get it by mail' }).click();
    await reader.getByText('This is not an e-mail address').waitFor();
    assert.equal(await reader.getByLabel('Your e-mail address').inputValue(), 'vera at reader');
    await reader.getByLabel('Your e-mail address').fill('vera@reader.example');
    await reader.getByLabel('In which language').selectOption('el');
    await reader.getByRole('button', { name: 'Get it by mail' }).click();
    await reader.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const [mail] = await mailsTo('vera@reader.example');
    await reader.goto(linkIn(mail?.text));
    await reader.getByRole('button', { name: 'Send it to me' }).click();
    await reader.getByRole('heading', { name: 'It will come by mail' }).waitFor();
    const looked = await kit.page({ baseURL: server.origin });
    await looked.goto('/springs/publications/1');
    await axeCheck(looked);
    await looked.goto('about:blank');
  });

  await t.test('is written by one and put into another language by the other', async () => {
    await sava.make('/springs/do/article.write?periodical=1', async (form) => {
      await field(form, 'title').fill('Why springs run dry');
      await field(form, 'language').selectOption('en');
      await writeText(form, ENGLISH);
    });
    await potamon.page.goto('/springs/publications/1/articles/1');
    await potamon.page.getByRole('link', { name: 'Put it into Greek' }).click();
    const form = potamon.page.locator('main form').first();
    await potamon.page.getByText(ENGLISH).first().waitFor();
    await field(form, 'title').fill('Γιατί στερεύουν οι πηγές');
    await writeText(form, GREEK);
    await potamon.page.getByRole('button', { name: 'Read it over' }).click();
    await potamon.sign();
    assert.deepEqual([...(periodical().articles[0]?.wordings.keys() ?? [])], ['en', 'el']);
  });

  await t.test('an issue is put to all, refused, put again, and published when nobody disagrees', async () => {
    const put = (title: string) =>
      potamon.make('/springs/do/issue.put?periodical=1', async (form) => {
        await field(form, 'title').fill(title);
        await field(form, 'place-article-1').fill('1');
      });
    await put('Nobody’s water');
    await sava.page.goto('/springs/publications/1/issues/1');
    await sava.page.getByRole('link', { name: 'Disagree, with reasons' }).click();
    await sava.page.locator('[name="reasons"]').fill('It is everybody’s.');
    await sava.page.getByRole('button', { name: 'Read it over' }).click();
    await sava.sign();
    await silence([potamon, sava], () => periodical().issues[0]?.outcome === 'refused');
    assert.deepEqual(periodical().published, []);
    await put('Everybody’s water');
    await silence([potamon, sava], () => periodical().published.includes(2));
  });

  await t.test('comes to the reader who asked for it, until they end it in one click', async () => {
    server.clock.forward(DAY);
    await post.server.seen(2);
    const [, issue, ...more] = await mailsTo('vera@reader.example');
    assert.deepEqual(more, []);
    assert.match(issue?.subject ?? '', /The Springs, τεύχος 1/u);
    assert.match(issue?.text ?? '', /Γιατί στερεύουν οι πηγές[\s\S]*\/springs\/publications\/1\/1\/el\n/u);
    const end = issue?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(end.slice(1, -1), { method: 'POST', body });
    assert.match(await answer.text(), /No more will come/u);
    assert.equal(post.contacts.subscriptions.count('springs' as never), 0);
  });

  await t.test('is read by everybody as a page, on paper, as a book and in a feed', async () => {
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/springs/publications');
    await stranger.getByRole('link', { name: 'Everybody’s water' }).click();
    const page = await stranger.locator('main').innerText();
    for (const said of [ENGLISH, 'No. 1', 'signs this article, and it speaks for nobody else', 'nobody disagreed'])
      assert.ok(page.includes(said), said);
    assert.ok(!page.includes('It is everybody’s.') && !page.includes('Nobody’s water'), 'What was refused is nobody’s');
    await axeCheck(stranger);
    await stranger.getByRole('link', { name: 'Greek' }).click();
    await stranger.getByText(GREEK).waitFor();
    assert.deepEqual(faultsOf(stranger), []);
    await stranger.goto('about:blank');

    const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
      const answer = await fetch(new URL(path, server.origin));
      assert.equal(answer.status, 200, path);
      return new Uint8Array(await answer.arrayBuffer());
    };
    const paper = await readPdf(await bytes('/springs/publications/1/1/el.pdf'));
    assert.ok(paper.outline.includes('Γιατί στερεύουν οι πηγές') && paper.words.includes(GREEK), paper.words);
    const { messages } = await EpubCheck.validate(await bytes('/springs/publications/1/1/en.epub'), {}, 'issue.epub');
    assert.deepEqual(
      messages.map(({ id, message }) => `${id}: ${message}`),
      [],
    );
    assert.match(
      new TextDecoder().decode(await bytes('/springs/feed.atom')),
      /The Springs, No\. 1, Everybody’s water/u,
    );
  });
});

/** Waits until something holds, asking each time the machine has had time for other things. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 10_000 && !holds(); i += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(holds());
};
