import type { Doubt, Piece } from '../../../charter/history/state.ts';
import { isContested, openDisagreement } from '../../../charter/law/disagreement.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { day, momentText, org } from '../../kit/words.ts';
import { pieceSummary } from './piece-summary.ts';

/** So many at a time. */
const FEW = 20;

/** What others hold against a piece, the last first: why, how it should read, and who disagrees with that. */
export const doubtsPart = (context: Context, piece: Piece): Html | '' => {
  if (piece.doubts.length === 0) return '';
  const shown = pageOf(piece.doubts.toReversed(), context, FEW, ({ number }) => number, 'doubt');
  return html`<section class="no-print">
    <h2>${context.t.archive.doubts.title}</h2>
    ${shown.items.map((one) => doubtItem(context, piece, one))} ${pageLinks(context, shown)}
  </section>`;
};

const doubtItem = (context: Context, piece: Piece, doubt: Doubt): Html => {
  const t = context.t.archive.doubts;
  const { number, by, words, instead, on, version, disagreements } = doubt;
  return html`<div class="panel" id="d-${number}">
    <p>${org(context, by)} ${t.says} <span class="quiet">${day(context, on.at)} · ${t.about(version)}</span></p>
    ${paragraphs(words)}
    ${
      instead === null
        ? ''
        : html`<p>${t.should}</p>
            <p class="words title" dir="auto">${theirs(instead.title)}</p>
            ${pieceSummary(context, instead)}
            <p class="quiet">${stateOf(context, doubt)}</p>`
    }
    ${disagreements
      .filter(({ withdrawn }) => withdrawn === null)
      .map(
        (one) =>
          html`<p>${org(context, one.by)} ${t.disagrees} <span class="quiet">${day(context, one.on.at)}</span></p>
            ${paragraphs(one.reasons)}`,
      )}
    ${disagreeLink(context, piece, doubt)}
  </div>`;
};

const stateOf = (context: Context, doubt: Doubt): string => {
  const t = context.t.archive.doubts;
  const { outcome, deadline } = doubt;
  if (outcome === 'open' && isContested(doubt)) return t.held;
  if (outcome === 'open') return deadline === null ? '' : t.until(momentText(context, deadline));
  return outcome === null ? '' : t.outcome[outcome];
};

const disagreeLink = ({ base, me, reader, t }: Context, piece: Piece, doubt: Doubt): Html | '' => {
  if (me === null || !reader.member || doubt.outcome !== 'open') return '';
  const words = t.archive.doubts;
  const own = openDisagreement(doubt, me.organisation.id) !== undefined;
  return html`<p>
    <a href="${base}/do/archive.disagree?piece=${piece.number}&doubt=${doubt.number}"
      >${own ? words.takeBack : words.disagree}</a
    >
  </p>`;
};
