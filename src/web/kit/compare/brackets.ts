import { type Html, html } from '../../../markup/html.ts';
import { type Piece, type Wording, bracketedWords } from '../../../text/bracketed-words.ts';
import type { Stretch } from '../../../text/runs.ts';
import type { Spoken } from '../../messages/messages.ts';
import { set } from '../prose.ts';

/** The words of a clause with what is proposed in brackets; `null` where brackets would not help. */
export const bracketsHtml = (context: Spoken, words: string, wordings: readonly Wording[]): Html | null => {
  const pieces = bracketedWords(words, wordings);
  if (!pieces.some(({ kind }) => kind === 'agreed')) return null;
  return html`${pieces.map((piece) => (piece.kind === 'agreed' ? set(piece.words) : rivals(context, piece)))}`;
};

/** What stands, and what is proposed in its place, each in brackets. */
const rivals = ({ t }: Spoken, { base, variants }: Extract<Piece, { readonly kind: 'open' }>): Html => {
  const wordings = variants.map(({ parts: [{ words }], amendments }) => ({ words, amendments }));
  const texts = [base, ...wordings.map(({ words }) => words)].map(textOf);
  // Space at an edge stands outside the brackets.
  const before = texts.some((text) => /^\s/u.test(text)) ? ' ' : '';
  const behind = texts.some((text) => /\s$/u.test(text)) ? ' ' : '';
  const shown = wordings.map(({ words, amendments }) =>
    bracket(
      html`<span class="visually-hidden">${t.texts.margin.variantOf(amendments.join(', '))} </span
        >${textOf(words).trim() === '' ? '—' : set(trimmed(words))}`,
    ),
  );
  const all = textOf(base).trim() === '' ? shown : [bracket(set(trimmed(base))), ...shown];
  return html`${before}${all.map((one, i) => html`${i > 0 ? ' ' : ''}${one}`)}${behind}`;
};

const textOf = (words: readonly Stretch[]): string => words.map(({ text }) => text).join('');

const trimmed = (words: readonly Stretch[]): readonly Stretch[] =>
  words.map((stretch, i) => {
    const text = i === 0 ? stretch.text.trimStart() : stretch.text;
    return { ...stretch, text: i === words.length - 1 ? text.trimEnd() : text };
  });

export const bracket = (inner: Html): Html =>
  html`<span class="bracket">[</span>${inner}<span class="bracket">]</span>`;
