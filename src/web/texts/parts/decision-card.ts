import type { OrganisationId } from '../../../base/ids.ts';
import type { Signature, Text } from '../../../charter/texts/state.ts';
import { rectified } from '../../../charter/texts/rectified.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import { plain } from '../../../text/runs.ts';
import type { Context } from '../../kit/context.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { theirs } from '../../kit/theirs.ts';
import { dayText, nameOf } from '../../kit/words.ts';
import { mark } from './stands.ts';

/** An adopted text as those see it who have half a minute: what it is called, how it begins, how and when it was decided, who has signed. */
export const decisionCard = (context: Context, text: Text, level: 2 | 3): Html => {
  const { base } = context;
  const { title } = present(text);
  const opening = openingOf(rectified(text), text.language ?? context.language);
  return html`<li class="card">
    <span class="symbol">${symbolOf(text)}</span>
    ${cardHeading(level, `${base}/decisions/${text.number}`, theirs(title))}
    <p class="foot">
      <span>${decided(context, text)}</span>
      ${signedRow(context, text)}
    </p>
    ${opening === null ? '' : html`<blockquote ${text.language === null ? '' : html`lang="${text.language}"`} dir="auto">${opening}</blockquote>`}
  </li>`;
};

/** @param level below the heading that stands above the cards */
export const cardHeading = (level: 2 | 3, href: string, title: Html): Html =>
  level === 2 ? html`<h2><a href="${href}">${title}</a></h2>` : html`<h3><a href="${href}">${title}</a></h3>`;

/** How it was decided, and when. */
const decided = (context: Context, { decision }: Text): string => {
  const outcome = decision?.outcome ?? null;
  return outcome === null
    ? ''
    : context.t.texts.documents.decided(context.t.texts.head.result[outcome.result], dayText(context, outcome.at));
};

/** In UTF-16 units: about three lines of a card. */
const MOST_OPENING = 220;

/** The first sentence of what the text says, behind what it recalls; `null`: it has headings alone. */
export const openingOf = (clauses: readonly Clause[], language: string): string | null => {
  const first =
    clauses.find(({ kind }) => kind === 'operative' || kind === 'paragraph') ??
    clauses.find(({ kind }) => kind !== 'heading');
  if (first === undefined) return null;
  const words = plain(first.words).slice(0, 2 * MOST_OPENING);
  const [sentence] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(words);
  const said = (sentence?.segment ?? words).trim();
  if (said.length <= MOST_OPENING) return said;
  const end = said.lastIndexOf(' ', MOST_OPENING);
  return `${said.slice(0, end > 0 ? end : MOST_OPENING).replace(/[,;:–—-]$/u, '')} …`;
};

/** Where more take part, their marks tell less than their number. */
const MANY = 40;

/** A mark for each participant, and how many have signed: the whole, a part, or not yet. */
const signedRow = (context: Context, { signatures }: Text): Html => {
  const { t, reader } = context;
  const words = t.texts.documents;
  const participants = reader.participants().map(({ id }) => id);
  const standing = new Map(
    [...signatures.values()].filter(({ withdrawn }) => withdrawn === null).map((one) => [one.by, one] as const),
  );
  const parts = [...standing.values()].filter(isPart).length;
  const count = words.haveSigned(standing.size, Math.max(participants.length, standing.size), parts);
  return html`${
      participants.length > MANY
        ? ''
        : html`<span class="stands" role="img" aria-label="${count}"
            >${participants.map((id) => signatoryMark(context, id, standing.get(id)))}</span
          >`
    } <span>${count}</span>`;
};

const isPart = ({ clauses }: Signature): boolean => clauses !== null;

const signatoryMark = (context: Context, id: OrganisationId, signature: Signature | undefined): Html => {
  const how = signature === undefined ? 'not' : isPart(signature) ? 'part' : 'whole';
  const shape = { whole: 'support', part: 'stand-aside', not: 'none' } as const;
  const { signedAs } = context.t.texts.documents;
  return html`<span title="${nameOf(context, id)}: ${signedAs[how]}">${mark(shape[how])}</span>`;
};
