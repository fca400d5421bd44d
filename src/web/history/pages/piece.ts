import { standing } from '../../../charter/history/archive.ts';
import { openingOf } from '../../texts/parts/decision-card.ts';
import type { Piece, PieceVersion } from '../../../charter/history/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { pastMark, pastTime } from '../../kit/past.ts';
import { paragraphs, plainClauses } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { dayText, org } from '../../kit/words.ts';
import { finalFiles, otherForms } from '../../texts/parts/final-files.ts';
import { linesHtml, sectionHtml } from '../../texts/parts/final-sheet.ts';
import { originals } from '../parts/originals.ts';
import { doubtsPart } from '../parts/doubts.ts';
import { namesIn } from '../parts/piece-summary.ts';
import { pieceSheet } from '../parts/piece-sheet.ts';
import type { PieceWords } from '../parts/piece-words.ts';

/** A piece from the archive: its words, the names in print, on what it rests, who brought it, and what was corrected since. */
export const piecePage = (context: Context, piece: Piece, words: PieceWords): Html => {
  const { base } = context;
  const { title, lines, clauses, back } = pieceSheet(context, piece, words);
  const { what } = standing(piece);
  const at = `${base}/archive/${piece.number}`;
  return page(context, {
    title,
    about: [`archive/${piece.number}`],
    width: 'narrow',
    apart: true,
    card: {
      words: openingOf(clauses, what.language ?? context.language) ?? '',
      type: 'CreativeWork',
      language: what.language,
      identifier: what.reference,
      authors: what.names.map(({ name }) => name),
    },
    forms: otherForms(context, at, true),
    body: html`<article class="document">
      <p>${pastMark(context, what.reference)}</p>
      <h1 ${inLanguage(what.language)}>${theirs(title)}</h1>
      ${linesHtml(lines)}
      ${clauses.length === 0 ? '' : html`<div ${inLanguage(what.language)}>${plainClauses(context, clauses, 2)}</div>`}
      ${back.map((section) => sectionHtml(context, section))} ${originals(context, piece)} ${doubtsPart(context, piece)}
      ${versions(context, piece)} ${around(context, piece, at)}
    </article>`,
  });
};

/** What was said before, each with why it was said anew. */
const versions = (context: Context, { versions: all }: Piece): Html | '' => {
  const t = context.t.archive;
  if (all.length < 2) return '';
  return html`<section class="no-print">
    <h2>${t.corrected}</h2>
    ${all.toReversed().map((version, i) => versionPart(context, version, all.length - i))}
  </section>`;
};

const versionPart = (context: Context, { what, by, reason, on }: PieceVersion, number: number): Html => {
  const { t, base } = context;
  const { reference, title, place, names, source, kind } = what;
  return html`<details>
    <summary>${t.archive.earlier(number)} · ${dayText(context, on.at)}</summary>
    ${
      reason === null
        ? ''
        : html`<p>${sentence((name) => t.archive.correctedOn(name, dayText(context, on.at)), org(context, by))}</p>
            ${paragraphs(reason)}`
    }
    <p>
      ${theirs(reference)} · ${t.archive.kind[kind]} · ${theirs(title)} ·
      ${pastTime(context, what)}${place === null ? '' : html` · ${theirs(place)}`}
    </p>
    ${namesIn(names)} ${paragraphs(source)}
    <p><a href="${base}/record/${on.index}">${t.archive.onRecord}</a></p>
  </details>`;
};

const around = (context: Context, piece: Piece, at: string): Html => {
  const { base, me, reader, t } = context;
  const first = piece.versions[0]?.on.index ?? 0;
  const own = me?.organisation.id === piece.by;
  const member = me !== null && reader.member;
  return html`${
      member
        ? html`<p class="no-print actions">
            ${
              own
                ? html`<a class="button second" href="${base}/do/archive.correct?piece=${piece.number}"
                    >${t.archive.correct}</a
                  >`
                : html`<a class="button second" href="${base}/do/archive.doubt?piece=${piece.number}"
                    >${t.archive.doubts.doubt}</a
                  >`
            }
          </p>`
        : ''
    }
    <p class="no-print">
      ${finalFiles(context, at, true)} · <a href="${base}/record/${first}">${t.archive.onRecord}</a> ·
      <a href="${base}/archive">${t.archive.back}</a>
    </p>`;
};
