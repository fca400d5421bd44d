import { fromBase64url, hex } from '../../../base/bytes.ts';
import type { Language } from '../../../base/ids.ts';
import { type FinalErratum, type FinalIssue, type FinalItem, titleOfItem } from '../../../charter/final/issue.ts';
import { type Said, theirWords } from '../../../charter/final/said.ts';
import type { Block } from '../../../charter/final/sheet.ts';
import { letterheadOf } from '../../../charter/final/statement.ts';
import type { Book, Enclosed, Paper, PaperSheet } from '../../../conference/documents.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { paperOf } from '../../kit/paper.ts';
import { dayText, grouped, listText } from '../../kit/words.ts';
import { urnOf } from '../../texts/parts/legal-text.ts';
import { printedText } from './names.ts';

/** An issue on paper and as a book: a cover, its items in order, errata, the imprint. */

interface Asked {
  readonly issue: FinalIssue;
  /** In which it is read. */
  readonly language: string;
}

export const issuePaper = (context: Context, asked: Asked): Paper => {
  const { cover, enclosed, at, name } = partsOf(context, asked);
  const language = asked.language as Language;
  const code = `${context.base}/${at}`;
  return paperOf(context, { sheet: cover, head: name, language, at, code, enclosed, columns: 2 });
};

export const issueBook = (context: Context, asked: Asked): Book => {
  const { cover, enclosed, at } = partsOf(context, asked);
  const { imprint, errata } = asked.issue;
  return {
    sheet: cover,
    enclosed,
    language: asked.language as Language,
    ours: context.language as string as Language,
    identifier: urnOf(context.conference, `${at} book ${context.language}`),
    modified: errata.at(-1)?.on ?? imprint.on ?? imprint.from,
    contents: context.t.publications.contents,
  };
};

interface Parts {
  readonly cover: PaperSheet;
  readonly enclosed: readonly Enclosed[];
  /** Its address below the conference’s. */
  readonly at: string;
  readonly name: string;
}

const partsOf = (context: Context, { issue, language }: Asked): Parts => {
  const words = context.t.publications;
  const { periodical, nth, title, items, errata, imprint } = issue;
  const name = `${periodical.title}, ${words.nth(nth ?? 0)}`;
  const ours = context.language as string as Language;
  return {
    name,
    at: `publications/${periodical.number}/${nth ?? 0}/${language}`,
    cover: {
      letterhead: [imprint.publisher],
      symbol: `${words.nth(nth ?? 0)} · ${dayText(context, imprint.on ?? imprint.from)}`,
      title: title === null ? name : `${periodical.title}: ${title}`,
      lines: [],
      clauses: [],
      back: [],
    },
    enclosed: [
      ...items.map((item) => itemSheet(context, item)),
      ...(errata.length === 0
        ? []
        : [
            houseSheet(
              ours,
              name,
              words.errata.title,
              errata.flatMap((one) => erratum(context, one, items)),
            ),
          ]),
      houseSheet(ours, name, words.imprint.title, imprintSentences(context, issue).map(paragraph)),
    ],
  };
};

const paragraph = (words: Said): Block => ({ kind: 'paragraph', words });

const houseSheet = (language: Language, symbol: string, title: string, blocks: readonly Block[]): Enclosed => ({
  language,
  sheet: { letterhead: null, symbol, title, lines: [], clauses: [], back: [{ kind: 'part', title: null, blocks }] },
});

const itemSheet = (context: Context, item: FinalItem): Enclosed => {
  const { t, origin, base } = context;
  const words = t.publications;
  switch (item.kind) {
    case 'article': {
      const by = theirWords(printedText(item.by));
      const language = languageText(context, item.language);
      const translator = item.translator === null ? null : theirWords(printedText(item.translator));
      return {
        language: item.language as Language,
        sheet: {
          letterhead: null,
          symbol: words.article.label,
          title: item.title,
          lines: [
            by,
            ...(item.otherwise ? [words.article.only(language)] : []),
            ...(translator === null ? [] : [words.article.translated(translator, language)]),
          ],
          clauses: item.clauses,
          back: [{ kind: 'part', title: null, blocks: [paragraph(words.article.signed(by))] }],
        },
      };
    }
    case 'text':
      return {
        language: null,
        sheet: {
          letterhead: null,
          symbol: item.final.symbol,
          title: item.final.title,
          lines: [words.text(item.final.symbol)],
          clauses: item.final.clauses,
          back: whole(`${words.whole}: ${origin}${base}/decisions/${item.number}`),
        },
      };
    case 'statement': {
      const { number, title, clauses, lead, calls } = item.statement;
      return {
        language: null,
        sheet: {
          letterhead: letterheadOf(item.statement),
          symbol: t.texts.final.statement.symbol(number),
          title,
          lines: [words.statement],
          clauses,
          back: [
            ...(calls.length === 0
              ? []
              : [
                  {
                    kind: 'calls' as const,
                    title: null,
                    blocks: [
                      ...(lead === null ? [] : [paragraph(theirWords(lead))]),
                      { kind: 'calls' as const, items: calls },
                    ],
                  },
                ]),
            ...whole(`${words.whole}: ${origin}${base}/statements/${number}`),
          ],
        },
      };
    }
  }
};

const whole = (words: string): PaperSheet['back'] => [{ kind: 'part', title: null, blocks: [paragraph(words)] }];

const erratum = (
  context: Context,
  { by, on, item: place, words }: FinalErratum,
  items: readonly FinalItem[],
): readonly Block[] => {
  const { errata } = context.t.publications;
  const item = place === null ? undefined : items[place - 1];
  const about = item === undefined ? errata.whole : errata.of(theirWords(titleOfItem(item)));
  return [
    {
      kind: 'quotation',
      head: `${theirWords(printedText(by))} · ${dayText(context, on)} · ${about}`,
      words,
      struck: false,
    },
  ];
};

/** Who edited and who agreed. */
const imprintSentences = (context: Context, { imprint, periodical, hash }: FinalIssue): readonly Said[] => {
  const words = context.t.publications.imprint;
  const { publisher, by, from, until, on, editors, under } = imprint;
  const names = (all: typeof editors): Said =>
    listText(
      context,
      all.map((one) => theirWords(printedText(one))),
    );
  return [
    ...(on === null ? [] : [`${words.publishedBy(theirWords(publisher))} ${words.on(dayText(context, on))}`]),
    words.put(theirWords(printedText(by)), dayText(context, from)),
    editors.length === 0 ? words.noEditors : words.editors(names(editors)),
    under === null ? words.silence(dayText(context, from), dayText(context, until)) : words.mandate(names(under)),
    `${words.decided(dayText(context, periodical.decided))} ${words.authors}`,
    `${words.hash}: ${grouped(hex(fromBase64url(hash) ?? new Uint8Array()))}`,
  ];
};
