import type { Language } from '../../../base/ids.ts';
import type { Instant } from '../../../base/time.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { Final } from '../../../charter/final/final.ts';
import { latestOf, latestOfStatement } from '../../../charter/final/latest.ts';
import type { FinalSheet } from '../../../charter/final/sheet.ts';
import { headOfStatement } from '../../../charter/final/statement-sheet.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { finalLanguage, finalSheet, foundingSheet, statementSheet } from './final-sheet.ts';
import { fileName } from './outgoing.ts';

/** A finished text, whatever it is: all that its files are made of. */
export interface Finished {
  readonly sheet: FinalSheet;
  /** What stands at the head of each page of paper. */
  readonly head: string;
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
  /** Its address below the conference's: `decisions/3`. */
  readonly at: string;
  /** What it is, wherever it stands: `texts/3`. */
  readonly what: string;
  /** What its files are called, before the ending: of what every system takes. */
  readonly name: string;
  /** When the last thing happened that it tells of. */
  readonly modified: Instant;
  /** Whether there is a proof of it. */
  readonly proven: boolean;
  readonly is: FinishedKind | FromArchive;
}

/** It is print, and none of its names is a signature: see `charter/history/`. */
export interface FromArchive {
  readonly kind: 'archived';
}

/** What it is of the record. */
export type FinishedKind =
  | { readonly kind: 'text'; readonly text: Text; readonly final: Final }
  | { readonly kind: 'statement'; readonly statement: Statement; readonly final: FinalStatement }
  | { readonly kind: 'founding'; readonly final: Final };

/** An adopted text. */
export const finishedText = (context: Context, number: number): Finished | null => {
  const text = context.reader.text(number);
  const final = text === null ? null : context.reader.final(text);
  if (text === null || final === null) return null;
  const sheet = finalSheet(context, number, final);
  return {
    sheet,
    head: sheet.symbol,
    language: text.language as Language | null,
    at: `decisions/${number}`,
    what: `texts/${number}`,
    name: fileName(context, text),
    modified: latestOf(final),
    proven: true,
    is: { kind: 'text', text, final },
  };
};

/** A statement, under the names of its signatories and never under the conference's (14.2): so its files are called by its number alone. Unsigned it proves nothing. */
export const finishedStatement = (context: Context, number: number): Finished | null => {
  const statement = context.reader.statement(number);
  const final = context.reader.finalStatement(number);
  if (statement === null || final === null) return null;
  return {
    sheet: statementSheet(context, final),
    head: headOfStatement(final, finalLanguage(context)),
    language: null,
    at: `statements/${number}`,
    what: `statements/${number}`,
    name: `statement-${number}`,
    modified: latestOfStatement(final, statement.opened.at),
    proven: final.signatories.length > 0,
    is: { kind: 'statement', statement, final },
  };
};

/** The charter with which the conference was founded; later ones are texts. */
export const finishedCharter = (context: Context, number: number): Finished | null => {
  const final = number === 1 ? context.reader.finalFounding() : null;
  if (final === null) return null;
  const sheet = foundingSheet(context, final);
  return {
    sheet,
    head: sheet.symbol,
    language: null,
    at: 'charters/1',
    what: 'charters/1',
    name: 'charter-1',
    modified: latestOf(final),
    proven: true,
    is: { kind: 'founding', final },
  };
};
