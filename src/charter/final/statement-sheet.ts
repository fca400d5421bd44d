import { unreachable } from '../../base/result.ts';
import { startOf } from '../../base/time.ts';
import type { Vouching } from '../members/vouching.ts';
import { type Said, theirWords } from './said.ts';
import {
  type Block,
  type Check,
  type FinalSheet,
  type Line,
  type Section,
  checkSection,
  columnOf,
  line,
} from './sheet.ts';
import { ownName } from '../names/printed.ts';
import { type FinalStatement, type StatementSigned, letterheadOf } from './statement.ts';
import type { FinalLanguage } from './words.ts';

/** A statement in the order in which all its forms set it: letterhead, title, event, body, calls, signatories. */

/** `check`: `null` within a proof, which says that itself. */
export const sheetOfStatement = (
  statement: FinalStatement,
  language: FinalLanguage,
  check: Check | null,
): FinalSheet => {
  const { words } = language;
  const { number, title, event, clauses, signatories } = statement;
  return {
    letterhead: letterheadOf(statement),
    symbol: words.statement.symbol(number),
    title,
    lines: [words.statement.event(theirWords(event.name), words.day(startOf(event.on))), words.statement.alone],
    clauses,
    back: [
      ...callsSection(statement, language),
      {
        kind: 'signatories',
        title: words.signatories,
        blocks: [signatoriesBlock(signatories, language), ...reasons(signatories, language)],
      },
      ...checkSection(check, language),
    ],
  };
};

/** The calls under the line that leads in to them; without one, under a heading. */
const callsSection = ({ lead, calls }: FinalStatement, { words }: FinalLanguage): readonly Section[] =>
  calls.length === 0
    ? []
    : [
        {
          kind: 'calls',
          title: lead === null ? words.statement.calls : null,
          blocks: [
            ...(lead === null ? [] : [{ kind: 'paragraph' as const, words: theirWords(lead) }]),
            { kind: 'calls', items: calls },
          ],
        },
      ];

const signatoriesBlock = (signed: readonly StatementSigned[], language: FinalLanguage): Block => {
  const { words } = language;
  if (signed.length === 0) return { kind: 'paragraph', words: words.noSignatories };
  const { organisation, country: of, on } = words.columns;
  return {
    kind: 'table',
    columns: [organisation, of, on],
    rows: signed.map((one) => [
      [...columnOf(one.organisation, ({ name }) => name), ...invitedLines(one, language)],
      columnOf(one.organisation, ({ country }) => country),
      [line(words.day(one.on), one.withdrawn !== null), ...withdrawnLines(one, language)],
    ]),
  };
};

/** Both show: the signature, and that it was withdrawn. */
const withdrawnLines = ({ withdrawn }: StatementSigned, { words }: FinalLanguage): readonly Line[] =>
  withdrawn === null ? [] : [line(words.withdrawn(words.day(withdrawn.on)))];

/** Why signatures were withdrawn, where their makers say it. */
const reasons = (signed: readonly StatementSigned[], { words }: FinalLanguage): readonly Block[] =>
  signed.flatMap(({ organisation, withdrawn }): readonly Block[] => {
    if (withdrawn === null || withdrawn.reason === null) return [];
    const head = words.statement.why(theirWords(ownName(organisation.printed)), words.day(withdrawn.on));
    return [{ kind: 'quotation', head, words: withdrawn.reason, struck: false }];
  });

/** Who from outside is whom stands on its inviter's word, in the open. */
const invitedLines = ({ invited }: StatementSigned, language: FinalLanguage): readonly Line[] =>
  invited === null
    ? []
    : [
        line(
          language.words.statement.invited(
            theirWords(ownName(invited.by.printed)),
            vouchingText(invited.vouching, language),
            invited.under === null ? null : theirWords(invited.under),
          ),
        ),
      ];

const vouchingText = (vouching: Vouching, { words: { statement } }: FinalLanguage): Said => {
  const { says } = statement;
  switch (vouching.kind) {
    case 'mail-domain':
      return says['mail-domain'](theirWords(vouching.domain));
    case 'web-page':
      return says['web-page'](theirWords(vouching.address));
    case 'published-key':
      return says['published-key'](theirWords(vouching.key), theirWords(vouching.address));
    case 'in-person':
      return says['in-person'](theirWords(vouching.words));
    default:
      return unreachable(vouching);
  }
};

/** So many characters of names stand at the head of a page. */
const HEAD = 150;

/** What stands at the head of each page of a statement: as many of its signatories as have room there, and how many more there are. */
export const headOfStatement = (statement: FinalStatement, { words }: FinalLanguage): string => {
  const names = letterheadOf(statement);
  let head = '';
  for (const [i, name] of names.entries()) {
    const more = i === 0 ? name : `${head} · ${name}`;
    if (more.length > HEAD)
      return `${i === 0 ? `${name.slice(0, HEAD).toWellFormed()}…` : head} ${words.statement.more(names.length - Math.max(1, i))}`.trim();
    head = more;
  }
  return head;
};
