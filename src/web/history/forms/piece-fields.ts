import {
  MOST_PARTS,
  MOST_PAST_NAMES,
  PAST_KINDS,
  type PastPiece,
  type Within,
} from '../../../charter/history/piece.ts';
import { type Html, html } from '../../../markup/html.ts';
import { attach } from '../../act/new-act.ts';
import { filesField, readFiles } from '../../act/files.ts';
import type { NewAttachment } from '../../act/act-form.ts';
import { type FormState, choices, lineInput, textArea } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { languageTag } from '../../kit/languages.ts';
import type { FormProblem } from '../../kit/problem.ts';

/** What is typed of a piece from the archive. */

/** The most UTF-16 units of words that are typed. */
export const MOST_PIECE_WORDS = 40_000;

/** @param piece as it stands, where it is said anew */
export const pieceFields = (state: FormState, piece: PastPiece | null, within: Within = 'what'): Html => {
  const inWhat = (name: string): string => `/body/${within}/${name}`;
  const t = state.context.t.archive;
  const words = t.form;
  return html`${choices(state, {
    name: 'kind',
    pointer: inWhat('kind'),
    legend: words.kind,
    type: 'radio',
    initial: [piece?.kind ?? 'decision'],
    options: PAST_KINDS.map((kind) => ({ value: kind, label: t.kind[kind] })),
  })}
  ${lineInput(state, { name: 'reference', pointer: inWhat('reference'), label: words.reference, hint: words.referenceHint, max: 60, initial: piece?.reference ?? '' })}
  ${lineInput(state, { name: 'title', pointer: inWhat('title'), label: words.title, max: 300, initial: piece?.title ?? '' })}
  ${lineInput(state, { name: 'on', pointer: inWhat('on'), label: words.on, hint: words.onHint, max: 10, initial: piece?.on ?? '' })}
  ${lineInput(state, { name: 'until', pointer: inWhat('until'), label: words.until, hint: words.untilHint, max: 10, optional: true, initial: piece?.until ?? '' })}
  ${lineInput(state, { name: 'place', pointer: inWhat('place'), label: words.place, hint: words.placeHint, max: 200, optional: true, initial: piece?.place ?? '' })}
  ${lineInput(state, { name: 'language', pointer: inWhat('language'), label: words.language, hint: words.languageHint, max: 35, optional: true, initial: piece?.language ?? '' })}
  ${textArea(state, { name: 'names', pointer: inWhat('names'), label: words.names, hint: words.namesHint, rows: 6, max: MOST_PAST_NAMES * 100, optional: true, initial: namesTyped(piece?.names ?? []) })}
  ${textArea(state, { name: 'source', pointer: inWhat('source'), label: words.source, hint: words.sourceHint, rows: 3, max: 2000, initial: piece?.source ?? '' })}`;
};

export const papersFields = (state: FormState): Html => {
  const words = state.context.t.archive.form;
  return html`${textArea(state, { name: 'words', pointer: '/body/papers/words', label: words.words, hint: words.wordsHint, rows: 14, max: MOST_PIECE_WORDS, optional: true, source: true })}
  ${filesField(state, MOST_PARTS)}`;
};

const namesTyped = (names: PastPiece['names']): string =>
  names.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join('\n');

/** `Name (Country)`, one on each line. */
export const namesIn = (typed: string): readonly { readonly name: string; readonly country: string | null }[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, country] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(line) ?? [];
      return name === undefined || country === undefined
        ? { name: line, country: null }
        : { name, country: country.trim() };
    });

/** Not yet checked: the act's schema will. */
export const readPiece = (fields: Fields): { readonly what: unknown } | FormProblem => {
  const typed = fields.optional('language');
  const language = typed === null ? null : languageTag(typed);
  if (typed !== null && language === null) return { kind: 'field', field: 'language', why: 'not-a-language' };
  return {
    what: {
      kind: fields.text('kind'),
      reference: fields.text('reference'),
      title: fields.text('title'),
      on: fields.text('on'),
      until: fields.optional('until'),
      place: fields.optional('place'),
      language,
      names: namesIn(fields.text('names')),
      source: fields.text('source'),
    },
  };
};

interface ReadPapers {
  readonly papers: { readonly words: string | null; readonly files: readonly unknown[] };
  readonly attachments: readonly NewAttachment[];
}

export const readPapers = (fields: Fields): ReadPapers | FormProblem => {
  const source = fields.source('words').trimEnd();
  if (source.length > MOST_PIECE_WORDS) return { kind: 'field', field: 'words', why: 'too_big' };
  const files = readFiles(fields, MOST_PARTS);
  if (!files.ok) return files.error;
  const words = source.trim() === '' ? null : attach(source);
  return {
    papers: {
      words: words?.hash ?? null,
      files: files.value.files.map(({ name, type, hash }) => ({ name, type, parts: [hash] })),
    },
    attachments: [...(words === null ? [] : [words.attachment]), ...files.value.attachments],
  };
};
