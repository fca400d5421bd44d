import { type Html, html } from '../../../markup/html.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import type { AttachmentHash } from '../../../base/ids.ts';
import type { Letter } from '../../../charter/group/state.ts';
import type { Context } from '../../kit/context.ts';
import { circulatedPath, circulatedTitle } from '../parts/circulated.ts';
import { deliverySection } from '../parts/delivery.ts';
import { fileList } from '../../kit/file-list.ts';
import { eraseLink, erasedNote } from '../../kit/kept.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { answersTo } from '../parts/letter-threads.ts';
import { withMentions } from '../../kit/mentions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { day, dayText, org } from '../../kit/words.ts';

/** What belongs to a letter and is kept beside the record; `null`: it is erased, or there was none. */
interface LetterWords {
  readonly words: string | null;
  /** What an answer by mail quoted beneath its own words. */
  readonly cut: string | null;
}

/** One letter: its words and files, what it answers and what answers it, and how it arrived. */
export const letterPage = (context: Context, letter: Letter, kept: LetterWords): Html => {
  const { t, base, reader } = context;
  const words = t.post.letters;
  const circulation = letter.circulation === null ? null : reader.circulation(letter.circulation);
  return page(context, {
    title: `${letter.reference} ${letter.subject}`,
    body: html`<p class="symbol">${words.kind[letter.kind]} · ${letter.reference}</p>
      <h1 ${inLanguage(letter.language)}>${quoted(letter.subject)}</h1>
      <div class="split">
        <div>
          ${facts(context, letter)}
          ${letter.delegate === null ? '' : html`<p class="notice">${words.byMail(letter.delegate)}</p>`}
          ${letter.proven ? '' : html`<p class="notice fault">${words.unprovenLong}</p>`}
          <article class="sheet-of-letter" aria-label="${words.subject}">${body(context, letter, kept)}</article>
          ${fileList(context, letter.files)}
          ${
            kept.cut === null
              ? ''
              : html`<details>
                  <summary>${words.cut}</summary>
                  ${paragraphs(kept.cut)}
                </details>`
          }
          ${doing(context, letter)} ${circulation === null ? '' : deliverySection(context, circulation)}
        </div>
        <aside class="side">
          <section class="panel">
            <h2>${words.answered}</h2>
            ${answersList(context, letter)}
          </section>
          <section class="panel">
            <ul class="plain">
              <li><a href="${base}/letters">${words.register}</a></li>
              <li><a href="${base}/record/${letter.on.index}">${words.onRecord}</a></li>
            </ul>
          </section>
        </aside>
      </div>`,
  });
};

const facts = (context: Context, letter: Letter): Html => {
  const { reader } = context;
  const words = context.t.post.letters;
  const { kind, by, correspondent, answers } = letter;
  const what = answers === null ? null : (reader.circulation(answers)?.what ?? null);
  const whom = letter.circulation === null ? 0 : (reader.circulation(letter.circulation)?.recipients.size ?? 0);
  const outside = html`<bdi>${correspondent ?? ''}</bdi>`;
  return html`<dl class="facts">
    <dt>${words.from}</dt>
    <dd>${kind === 'in' ? outside : org(context, by)}</dd>
    ${
      kind === 'reply'
        ? ''
        : html`<dt>${words.to}</dt>
            <dd>${kind === 'out' ? outside : whom === 0 ? words.nobody : words.whom(whom)}</dd>`
    }
    <dt>${words.date}</dt>
    <dd>${day(context, letter.on.at)}</dd>
    <dt>${words.language}</dt>
    <dd>${languageText(context, letter.language)}</dd>
    ${
      what === null
        ? ''
        : html`<dt>${words.answers}</dt>
            <dd><a href="${circulatedPath(context, what)}">${theirs(circulatedTitle(context, what))}</a></dd>`
    }
  </dl>`;
};

const body = (context: Context, letter: Letter, { words: kept }: LetterWords): Html => {
  const words = context.t.post.letters;
  if (letter.words === null) return html`<p class="quiet">${words.inFiles}</p>`;
  if (kept === null)
    return html`<p class="quiet">${words.gone}</p>
      ${erasedNote(context, letter.words)}`;
  return html`<div ${inLanguage(letter.language)}>${paragraphs(kept, withMentions(context))}</div>
    ${erasing(context, letter.words, context.t.post.erasure.words(letter.reference))}`;
};

const erasing = (context: Context, hash: AttachmentHash, what: string): Html | '' => {
  const link = eraseLink(context, hash, what);
  return link === '' ? '' : html`<p class="no-print">${link}</p>`;
};

const answersList = (context: Context, letter: Letter): Html => {
  const answers = answersTo(context.reader, letter);
  if (answers.length === 0) return html`<p class="quiet">${context.t.post.letters.unanswered}</p>`;
  return html`<ul>
    ${answers.map(
      (answer) =>
        html`<li>
          <a href="${context.base}/letters/${answer.number}">${answer.reference} · ${theirs(answer.subject)}</a>
          <span class="why">${org(context, answer.by)} · ${day(context, answer.on.at)}</span>
          ${answer.proven ? '' : html`<span class="fault">${context.t.post.letters.unproven}</span>`}
        </li>`,
    )}
  </ul>`;
};

/** What the reader's organisation can do with it, right below its words. */
const doing = (context: Context, { circulation: number }: Letter): Html | '' => {
  const { t, base, me, reader } = context;
  if (me === null || number === null) return '';
  const delivery = reader.circulation(number)?.recipients.get(me.organisation.id);
  const words = t.post.circulation;
  const acknowledged = delivery?.acknowledged ?? null;
  return html`<p class="actions no-print">
    ${
      delivery === undefined || acknowledged !== null
        ? ''
        : html`<a class="button" href="${base}/do/post.acknowledge?circulation=${number}">${words.acknowledge}</a>`
    }
    <a class="button second" href="${base}/do/letter.send?kind=letter&answers=${number}">${t.post.letters.answer}</a>
    ${acknowledged === null ? '' : html`<span class="quiet">${words.youAcknowledged(dayText(context, acknowledged.at))}</span>`}
  </p>`;
};
