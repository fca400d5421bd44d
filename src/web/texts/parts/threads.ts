import type { OrganisationId } from '../../../base/ids.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import type { Post, Thread } from '../../../charter/texts/negotiation-state.ts';
import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { withMentions } from '../../kit/mentions.ts';
import { newMark } from '../../kit/new-mark.ts';
import { inLanguage } from '../../kit/languages.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { isOpen, mayWork } from './text-facts.ts';
import { textPath } from './text-places.ts';
import { targetName } from './text-target.ts';
import { day, dayText, org } from '../../kit/words.ts';

/** Threads of debate (6.2): what they quote, who said what, and how to go on. */

/** The threads on these targets. */
export const threadsOn = (text: Text, ...targets: readonly Target[]): readonly Thread[] => {
  const keys = new Set(targets.map(targetKey));
  return text.threads.filter(({ on }) => keys.has(targetKey(on)));
};

/** Open ones first, each group in the order of the record. */
export const openFirst = (threads: readonly Thread[]): readonly Thread[] =>
  threads.toSorted((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null) || a.number - b.number);

/** `level`: 2 on the page of its own reply form, which has no other steps. */
export const threadBlock = (context: Context, text: Text, thread: Thread, level: 2 | 3 = 3): Html => {
  const words = context.t.texts.debate;
  const { number, on, revision, posts, resolved, quote } = thread;
  const title = words.thread(number, targetName(context, text, on, revision));
  const id = `t-${number}`;
  return html`<article class="thread ${resolved === null ? '' : 'resolved'}" id="${id}" aria-labelledby="${id}-title">
    ${level === 2 ? html`<h2 id="${id}-title">${title}</h2>` : html`<h3 id="${id}-title">${title}</h3>`}
    ${resolved === null ? '' : html`<p class="quiet">✓ ${words.resolvedOn(dayText(context, resolved.at))}</p>`}
    ${quote === null ? '' : quotation(context, text, thread, quote)} ${posts.map((post) => postBlock(context, post))}
    ${level === 2 ? '' : steps(context, text, thread)}
  </article>`;
};

/** The words that a thread begins with, as they stood in the revision that it quotes. */
const quotation = (context: Context, text: Text, { revision, on }: Thread, quote: string): Html => {
  const words = context.t.texts.debate;
  const stands = on.kind === 'amendment' || wordsOf(text, on).includes(quote);
  return html`<figure class="quotation">
    <blockquote class="words" dir="auto">${emphasised(quote)}</blockquote>
    <figcaption>${words.quoted(revision)}${stands ? '' : html`; <strong>${words.gone}</strong>`}</figcaption>
  </figure>`;
};

/** The present words of the whole, or of one clause. */
const wordsOf = (text: Text, on: Exclude<Target, { readonly kind: 'amendment' }>): string => {
  const { title, clauses } = present(text);
  return on.kind === 'whole'
    ? [title, ...clauses.map(({ words }) => words)].join('\n')
    : (clauses.find(({ id }) => id === on.clause)?.words ?? '');
};

/** Whether somebody else said it since the reader last said that they had read. */
const isUnread = ({ me, news }: Context, by: OrganisationId, { index }: Mark): boolean =>
  me !== null && by !== me.organisation.id && news?.isSince(index) === true;

/** What somebody said, and when. */
export const postBlock = (context: Context, { by, words, language, mark }: Post): Html =>
  html`<div class="post" id="p-${mark.index}">
    <p class="who">
      ${org(context, by)}
      <span class="quiet">· <a href="${context.base}/record/${mark.index}">${day(context, mark.at)}</a></span>
      ${newMark(context, isUnread(context, by, mark))}
    </p>
    <div class="said" ${inLanguage(language)}>${paragraphs(words, withMentions(context))}</div>
  </div>`;

const steps = ({ base, me, t, reader }: Context, text: Text, thread: Thread): Html | '' => {
  if (thread.resolved !== null || !isOpen(text) || me?.organisation.standing.kind !== 'participant') return '';
  const words = t.texts.debate;
  const query = `text=${text.number}&thread=${thread.number}`;
  const name = html`<span class="visually-hidden"> (${thread.number})</span>`;
  const starterLeft = reader.organisation(thread.by)?.standing.kind !== 'participant';
  return html`<p class="step">
    <a href="${base}/do/debate.reply?${query}">${words.reply}${name}</a>
    ${
      thread.by === me.organisation.id || starterLeft
        ? html`<a href="${base}/do/debate.resolve?${query}">${words.resolve}${name}</a>`
        : ''
    }
  </p>`;
};

/** How to begin a thread on this, for those who may. */
export const beginLink = (context: Context, text: Text, on: Target, label = context.t.texts.debate.begin): Html | '' =>
  isOpen(text) && mayWork(context)
    ? html`<a href="${context.base}/do/debate.open?text=${text.number}&on=${targetKey(on)}">${label}</a>`
    : '';

/** How many threads there are on these, leading to them; nothing where there are none. */
export const threadCount = (context: Context, text: Text, ...targets: readonly Target[]): Html | '' => {
  const threads = threadsOn(text, ...targets);
  const [first] = openFirst(threads);
  if (first === undefined || !context.reader.may('debate')) return '';
  return html`<a href="${textPath(context, text, 'debate')}?at=${first.number}#t-${first.number}"
    ><span aria-hidden="true">❝ </span>${context.t.texts.debate.threads(threads.length)}</a
  >`;
};
