import { standing } from '../../../charter/history/archive.ts';
import type { PastPiece } from '../../../charter/history/piece.ts';
import type { Piece } from '../../../charter/history/state.ts';
import { theirWords } from '../../../charter/final/said.ts';
import type { Block, FinalSheet, Section } from '../../../charter/final/sheet.ts';
import type { Context } from '../../kit/context.ts';
import { pastTime } from '../../kit/past.ts';
import { dayText, nameOf } from '../../kit/words.ts';
import type { Finished } from '../../texts/parts/finished.ts';
import type { PieceWords } from './piece-words.ts';

/** A piece from the archive in the order of a document: page, print and files set it, each in its own way, and all say where it comes from. */
export const pieceSheet = (context: Context, piece: Piece, words: PieceWords): FinalSheet => {
  const t = context.t.archive;
  const { what } = standing(piece);
  const { kind, reference, title, place } = what;
  const facts = [`${t.when[kind]}: ${pastTime(context, what)}`, ...(place === null ? [] : [theirWords(place)])];
  return {
    letterhead: null,
    symbol: t.reference(theirWords(reference)),
    title,
    lines: [`${t.kind[kind]} · ${facts.join(' · ')}`],
    clauses: words.kind === 'clauses' ? words.clauses : [],
    back: [...withoutWords(context, piece, words), ...printedNames(context, what), fromWhere(context, piece)],
  };
};

const said = (words: string): Block => ({ kind: 'paragraph', words });

/** Where the words are, when they are not here. */
const withoutWords = (context: Context, piece: Piece, words: PieceWords): readonly Section[] => {
  const t = context.t.archive;
  const { what, papers } = standing(piece);
  const section = (why: string): readonly Section[] => [{ kind: 'note', title: null, blocks: [said(why)] }];
  switch (words.kind) {
    case 'clauses':
      return [];
    case 'gone':
      return section(t.wordsGone);
    case 'unread':
      return section(t.unread);
    case 'none':
      if (what.kind === 'participant' || what.kind === 'meeting') return [];
      return section(papers.files.length > 0 ? t.wordsInFiles : t.noWords);
  }
};

const printedNames = (context: Context, { kind, names }: PastPiece): readonly Section[] => {
  const t = context.t.archive;
  if (names.length === 0) return [];
  const items = names.map(({ name, country }) => theirWords(country === null ? name : `${name}, ${country}`));
  return [{ kind: 'signatories', title: t.printed[kind], blocks: [said(t.printedHint), { kind: 'list', items }] }];
};

const fromWhere = (context: Context, { by, versions }: Piece): Section => {
  const t = context.t.archive;
  const first = versions[0];
  const source = versions.at(-1)?.what.source ?? '';
  const day = first === undefined ? '' : dayText(context, first.on.at);
  return {
    kind: 'note',
    title: t.note,
    blocks: [said(t.brought(theirWords(nameOf(context, by)), day)), said(t.source), { kind: 'words', words: source }],
  };
};

/** All that its files are made of. It proves nothing, and they say so. */
export const finishedPiece = (context: Context, piece: Piece, words: PieceWords): Finished => {
  const { what, on } = standing(piece);
  // Files set the symbol as it is, whosever words it holds.
  const symbol = context.t.archive.reference(what.reference);
  return {
    sheet: { ...pieceSheet(context, piece, words), symbol },
    head: symbol,
    language: what.language,
    at: `archive/${piece.number}`,
    what: `archive/${piece.number}`,
    name: `archive-${piece.number}`,
    modified: on.at,
    proven: false,
    is: { kind: 'archived' },
  };
};
