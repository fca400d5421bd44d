import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Letter, LetterKind } from '../../../charter/group/state.ts';
import { type Context, serves } from '../../kit/context.ts';
import { reachedCount } from '../parts/delivery.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { type Threaded, threadsOf } from '../parts/letter-threads.ts';
import { page } from '../../kit/layout.ts';
import { linkRow, pageLinks, pageOf } from '../../kit/listing.ts';
import { day, org } from '../../kit/words.ts';

/** The register of letters and circulars: threads, the one with the last letter first. */

const KINDS = ['circular', 'letter', 'in', 'out', 'reply'] as const satisfies readonly LetterKind[];

/** How many letters stand on one page. */
const PAGE = 40;

export const registerPage = (context: Context): Html => {
  const { t, base, reader, url } = context;
  const words = t.post.letters;
  const kind = KINDS.find((known) => known === url.searchParams.get('kind')) ?? null;
  const threads =
    kind === null
      ? threadsOf(reader)
      : reader
          .letters()
          .filter((letter) => letter.kind === kind)
          .toReversed()
          .map((letter): readonly Threaded[] => [{ letter, depth: 0 }]);
  const shown = pageOf(threads.flat(), context, PAGE, ({ letter }) => letter.number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <div class="split">
        <div>
          ${linkRow(words.filter, [
            { label: words.all, href: `${base}/letters`, here: kind === null },
            ...KINDS.map((one) => ({
              label: words.kinds[one],
              href: `${base}/letters?kind=${one}`,
              here: kind === one,
            })),
          ])}
          ${
            threads.length === 0
              ? html`<p class="empty">${kind === null ? words.none : words.noneOfKind}</p>`
              : register(context, shown.items, (kind === null ? words.threads : words.letters)(threads.length))
          }
          ${pageLinks(context, shown)}
        </div>
        <aside class="side">${ways(context)}</aside>
      </div>`,
  });
};

const ways = (context: Context): Html => {
  const { t, base } = context;
  const words = t.post.letters;
  const write = (kind: LetterKind, label: string): Html =>
    html`<li><a href="${base}/do/letter.send?kind=${kind}">${label}</a></li>`;
  return html`<section class="panel">
    <h2>${words.ways}</h2>
    <ul>
      ${context.me === null ? '' : write('letter', words.write)}
      ${serves(context) ? html`${write('circular', words.circular)}${write('in', words.registerIn)}${write('out', words.registerOut)}` : ''}
      <li><a href="${base}/letters/circulations">${words.circulations}</a></li>
      ${serves(context) ? html`<li><a href="${base}/letters/tray">${words.tray}</a></li>` : ''}
    </ul>
  </section>`;
};

const register = (context: Context, rows: readonly Threaded[], caption: string): Html => {
  const words = context.t.post.letters;
  return html`<p class="quiet">${caption}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.register}">
      <table class="answers register">
        <thead>
          <tr>
            ${[words.reference, words.subject, words.fromTo, words.date, words.reach].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => letterRow(context, row))}
        </tbody>
      </table>
    </div>`;
};

const letterRow = (context: Context, { letter, depth }: Threaded): Html => {
  const { base, reader } = context;
  const words = context.t.post.letters;
  const circulation = letter.circulation === null ? null : reader.circulation(letter.circulation);
  const unread = context.me !== null && circulation?.recipients.get(context.me.organisation.id)?.opened === null;
  return html`<tr class="depth-${Math.min(depth, 4)} ${unread ? 'unread' : ''}">
    <td class="reference">${letter.reference}</td>
    <th scope="row">
      ${depth > 0 ? html`<span class="quiet" aria-hidden="true">↳</span> ` : ''}<a
        href="${base}/letters/${letter.number}"
        ${inLanguage(letter.language)}
        >${theirs(letter.subject)}</a
      >
      <span class="why">${words.kind[letter.kind]} · ${languageText(context, letter.language)}</span>
      ${letter.proven ? '' : html`<span class="fault">${words.unproven}</span>`}
    </th>
    <td>${fromTo(context, letter)}</td>
    <td class="nowrap">${day(context, letter.on.at)}</td>
    <td class="nowrap">
      ${circulation === null || circulation.recipients.size === 0 ? '' : words.reached(reachedCount(circulation), circulation.recipients.size)}
    </td>
  </tr>`;
};

/** Who wrote, and to whom, in a few words. */
const fromTo = (context: Context, letter: Letter): Html => {
  const words = context.t.post.letters;
  const { kind, by, correspondent } = letter;
  const whom = letter.circulation === null ? 0 : (context.reader.circulation(letter.circulation)?.recipients.size ?? 0);
  const outside = html`<bdi>${correspondent ?? ''}</bdi>`;
  if (kind === 'in') return html`${outside} → ${words.whom(whom)}`;
  if (kind === 'out') return html`${org(context, by)} → ${outside}`;
  return html`${org(context, by)}${whom === 0 ? '' : html` → ${words.whom(whom)}`}`;
};
