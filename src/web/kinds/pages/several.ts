import { hex, utf8 } from '../../../base/bytes.ts';
import { canonical } from '../../../base/json.ts';
import { sha256 } from '../../../base/sha256.ts';
import type { PreparedLine } from '../../../conference/prepared.ts';
import { type Html, html } from '../../../markup/html.ts';
import { conferenceVenue } from '../../act/conference-venue.ts';
import { fieldsOfPrepared, makerOf } from '../../act/hand-over.ts';
import { unsignedFrom } from '../../act/steps.ts';
import { fieldsOf } from '../../act/unsigned.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { grouped, momentText } from '../../kit/words.ts';
import { formOf } from '../forms.ts';
import { aboutLine, isSignedWithOthers } from './prepared.ts';

/** The most acts that are signed from one page, and the most bytes of what was typed: each is read and judged for it. */
export const MOST_AT_ONCE = 10;
const MOST_TYPED = 128 * 1024;

/** Several prepared acts, each in plain words, to be signed one after the other with one button. */
export const severalPage = (context: Context): Html => {
  const { t, me, prepared, conference, url } = context;
  const words = t.acts.prepared;
  const asked = new Set(url.searchParams.getAll('p'));
  const chosen = (prepared?.waiting() ?? []).filter(({ id }) => asked.has(id)).slice(0, MOST_AT_ONCE);
  const maySign = me?.delegate.role === 'representing';
  let room = MOST_TYPED;
  // What was prepared first comes first on the record.
  const made = chosen.toReversed().map((one) => {
    room -= prepared?.get(one.id)?.typed.length ?? 0;
    return room >= 0 && maySign && isSignedWithOthers(context, one) ? madeOf(context, one) : notMade(context, one);
  });
  const ready = made.filter(({ isReady }) => isReady).length;
  const use = me?.key.use;
  const byIsland = use === 'passkey' || use === 'device';
  return page(context, {
    title: words.severalTitle(ready),
    width: 'narrow',
    islands: ['sign-several'],
    body: html`<p class="symbol"><a href="${context.base}/prepared">${words.title}</a></p>
      <h1>${words.severalTitle(ready)}</h1>
      <p class="lede">${ready === 0 ? words.severalNone : words.severalLede}</p>
      <sign-several
        data-slug="${conference.slug}"
        data-use="${use ?? ''}"
        data-key="${me?.key.key ?? ''}"
        data-messages="${JSON.stringify({ ...t.acts.progress, ...t.acts.trouble, signed: words.signed })}"
      >
        <ol class="rows several">
          ${made.map(({ shown }) => shown)}
        </ol>
        ${
          ready > 0 && byIsland
            ? html`<p class="actions"><button type="button" data-part="all" hidden>${words.signAll(ready)}</button></p>
                <noscript><p>${t.acts.confirm.noScript}</p></noscript>`
            : ''
        }
        <p role="status"></p>
      </sign-several>
      ${ready > 0 && !byIsland ? html`<p>${words.signOwn}</p>` : ''}`,
  });
};

interface Made {
  readonly isReady: boolean;
  readonly shown: Html;
}

const madeOf = (context: Context, one: PreparedLine): Made => {
  const { base, t } = context;
  const fields = fieldsOfPrepared(context, one.id);
  const [form, by] = [formOf(one.kind), makerOf(context, one.kind)];
  if (fields === null || form === null || by === null) return notMade(context, one);
  const venue = conferenceVenue(context, form);
  const unsigned = unsignedFrom({ context, form, venue }, fields, by);
  if (!unsigned.ok) return notMade(context, one);
  const print = grouped(hex(sha256(utf8(canonical(unsigned.value.json)))));
  return {
    isReady: true,
    shown: html`<li data-part="act">
      ${head(context, one)}
      <div class="panel summary">
        <p>${venue.lede(unsigned.value.act)}</p>
        ${venue.summary(unsigned.value)}
      </div>
      <details>
        <summary>${t.acts.confirm.showBytes}</summary>
        <p class="receipt">${print}</p>
        <pre tabindex="0">${canonical(unsigned.value.json)}</pre>
      </details>
      <form method="post" action="${base}/acts">${fieldsOf(unsigned.value)}</form>
      <div data-part="told" aria-live="polite"></div>
    </li>`,
  };
};

const notMade = (context: Context, one: PreparedLine): Made => ({
  isReady: false,
  shown: html`<li>
    ${head(context, one)}
    <p class="soon">${context.t.acts.prepared.refused}</p>
  </li>`,
});

const head = (context: Context, one: PreparedLine): Html => {
  const { t, base } = context;
  const words = t.acts.prepared;
  return html`<span class="what block"><a href="${base}/prepared/${one.id}">${t.acts.kind[one.kind]}</a></span>
    ${aboutLine(context, one)}
    <span class="why">${words.by(one.by, momentText(context, one.at))}</span>
    ${one.note === '' ? '' : html`<blockquote><p dir="auto">${one.note}</p></blockquote>`}`;
};
