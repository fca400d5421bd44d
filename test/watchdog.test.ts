import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ACT_KINDS } from '../src/charter/acts.ts';
import { messagesIn } from '../src/web/messages/index.ts';
import { fileForms } from '../src/web/texts/parts/file-forms.ts';
import { type WorstNode, SLUG, startWorst } from './kit/worst-node.ts';

/**
 * No request takes long of the one thread that answers everybody: every route that the routers know is asked against the worst conference that the limits allow, as each
 * kind of viewer, and measured in processor time of this thread, which a busy machine does not lengthen.
 */

/** The most milliseconds of the main thread, and how often a route that took more is asked again: the best counts. */
const MOST = 50;
const TRIES = 5;

/**
 * What is answered by a worker, and whose data alone, which go there and come back, take longer than that: common texts, and the proof of a text; and what is written some lines at a time, as whoever asked takes them:
 * the books (`src/conference/books/forms.test.ts`) and the public record (32 entries a piece, `src/conference/archive/public-record.ts`).
 */
const IN_PIECES: readonly RegExp[] = [
  /\/common-text$|\/common$|\/common\/sounding$/u,
  /\/texts\/\d+\/bundle$/u,
  /\/means\/books\.\w+$/u,
  /\/public-record$/u,
];

let node: WorstNode;
before(async () => {
  node = await startWorst();
  // The index is made from the first question on, in pieces, between all else: that is no part of what an answer takes.
  const { notWhole } = messagesIn('en').site.search;
  while ((await (await node.ask(`/${SLUG}/search?q=members&lang=en`, null)).text()).includes(notWhole));
});
after(() => node.close());

const filesOf = (number: number): readonly string[] =>
  fileForms({ offersPdf: true }).map(({ ending }) => `${number}.${ending}`);

/** Some values of each parameter in an address, with the segment before it. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '/:slug': [SLUG],
  'conferences/:slug': [SLUG],
  'texts/:number': ['1', '2'],
  'decisions/:number': ['2'],
  'charters/:number': ['1'],
  'statements/:number': ['1'],
  'meetings/:number': ['1', '2'],
  'publications/:number': ['1'],
  ':number/:nth': ['1'],
  ':nth/:file': ['en.pdf', 'en.epub'],
  ':nth/:language?': ['en'],
  'issues/:issue': ['2'],
  ':issue/:language?': ['en'],
  'articles/:article': ['1'],
  ':article/:language?': ['en'],
  'letters/:number': ['1'],
  'archive/:file': ['1.md'],
  ':number/:file': ['original-1.pdf'],
  'reports/:number': ['1'],
  'appeals/:number': ['1'],
  'actions/:number': ['1'],
  'circulations/:number': ['300'],
  'participants/:id': ['founder-2'],
  'organisations/:id': ['founder-2'],
  'versions/:revision': ['60'],
  'record/:index': ['0', '3000'],
  'entries/:index': ['0', '3000'],
  'files/:hash': ['A'.repeat(43)],
  'pictures/:file': [`${'A'.repeat(43)}.png`],
  'attachments/:hash': ['A'.repeat(43)],
  'points/:point': ['c1', 'whole'],
  'languages/:language': ['el'],
  ':number/:language': ['el'],
  'do/:kind': ACT_KINDS,
  'drafts/:id': ['none'],
  'prepared/:id': ['none'],
  'tray/:id': ['none'],
  'invitation/:print': ['A'.repeat(43)],
  'calendar/:organisation': ['founder-1'],
  ':organisation/:delegate': ['1'],
  ':delegate/:file': ['A.ics'],
  ':slug/:file': ['sitemap-1.xml'],
  'meetings/:file': ['1.ics'],
  'texts/:file': ['1.docx'],
  'languages/:file': ['el.xlf', 'el.v1.xlf'],
  'decisions/:file': filesOf(2),
  'statements/:file': filesOf(1),
  'charters/:file': filesOf(1),
  'assets/:name': ['none.css'],
  'accounts/:number': ['1'],
  'about/:page': ['contact'],
  'periods/:number': ['1'],
  'means/:file': ['books.csv'],
  'archive/:number': ['1'],
  'tile/:level': ['0', 'entries'],
  ':level/:index': ['000'],
  'u/:token': ['none'],
  's/:token': ['none'],
  'with/:secret': ['A'.repeat(22)],
  'together/:id': ['none'],
  'receipt/:index': ['3000'],
};

/** Where in a page's parameters the forms find what they are about. */
const ABOUT =
  'text=1&meeting=2&organisation=guest-5&amendment=1&statement=6&circulation=1&revision=61&recovery=1&thread=1&proposal=1&on=c1&clause=c1&periodical=1&article=2&language=en&nth=1';

/** Words that stand in hundreds of clauses and amendments, and what a form is about. */
const questionOf = (address: string): string => {
  if (address.endsWith('/search')) return '?q=members+carry';
  // All that may be answered at once.
  if (address.endsWith('/do/positions.take')) return '?text=1';
  return address.includes('/do/') ? `?${ABOUT}` : '';
};

/** A segment of a pattern without what it must look like: `:number` of `:number{[0-9]+}`. */
const bare = (segment: string): string => segment.replace(/\{.*\}$/u, '');

/** The addresses that a pattern stands for here. */
const addressesOf = (pattern: string): readonly string[] =>
  pattern.split('/').reduce<readonly string[]>(
    (addresses, segment, i, all) => {
      if (i === 0) return addresses;
      const key = `${bare(all[i - 1] ?? '')}/${bare(segment)}`;
      const values = segment.startsWith(':') ? VALUES[key] : [segment];
      assert.ok(values !== undefined, `Say in VALUES what ${key} of ${pattern} may be`);
      return addresses.flatMap((address) => values.map((value) => `${address}/${value}`));
    },
    [''],
  );

/** What the thread spent on answering this, in milliseconds, at best. */
const spentOn = async (address: string, cookie: string | null): Promise<number> => {
  let best = Infinity;
  for (let tried = 0; tried < TRIES && best > MOST; tried += 1) {
    const began = process.threadCpuUsage();
    const answer = await node.ask(address, cookie);
    if (answer.headers.get('content-type') === 'text/event-stream') await answer.body?.cancel();
    else await answer.arrayBuffer();
    const { user, system } = process.threadCpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
    assert.ok(answer.status < 500, `${address}: ${answer.status}`);
  }
  return best;
};

const patterns = (): readonly string[] => {
  const api = node.routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => path.replaceAll(/\{([a-z]+)\}/gu, ':$1'));
  return [...node.pages, ...api].filter((pattern) => !pattern.includes('*'));
};

const notHeldUpBy = async (who: keyof WorstNode['cookies']): Promise<void> => {
  const slow: string[] = [];
  for (const address of patterns().flatMap(addressesOf)) {
    if (IN_PIECES.some((known) => known.test(address))) continue;
    const spent = await spentOn(`${address}${questionOf(address)}`, node.cookies[who]);
    if (spent > MOST) slow.push(`${address}: ${Math.round(spent)} ms`);
  }
  assert.deepEqual(slow, []);
};

describe('the main thread', () => {
  it('knows every route', () => {
    assert.ok(patterns().length > 130, `${patterns().length}`);
    for (const pattern of patterns()) assert.ok(addressesOf(pattern).length > 0);
  });

  for (const who of ['a member', 'an applicant', 'the public'] as const)
    it(`is not held up by ${who}`, () => notHeldUpBy(who));
});
