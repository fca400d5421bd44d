import type { PieceVersion } from '../../../charter/history/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pastTime } from '../../kit/past.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';

/** What an act would put in print, before it is signed and on the record. */
export const pieceSummary = (context: Context, what: PieceVersion['what']): Html => {
  const { names, place, source, kind } = what;
  return html`<p>
      ${theirs(what.reference)} · ${context.t.archive.kind[kind]} ·
      ${pastTime(context, what)}${place === null ? '' : html` · ${theirs(place)}`}
    </p>
    ${namesIn(names)} ${paragraphs(source)}`;
};

export const namesIn = (names: PieceVersion['what']['names']): Html | '' =>
  names.length === 0
    ? ''
    : html`<ul>
        ${names.map(({ name, country }) => html`<li>${theirs(country === null ? name : `${name}, ${country}`)}</li>`)}
      </ul>`;
