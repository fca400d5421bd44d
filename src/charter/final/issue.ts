import type { VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import type { Issue, Item, Periodical, Wording } from '../publications/state.ts';
import type { State } from '../state.ts';
import { finalOf, namedAt } from './final-of.ts';
import type { Final, Named } from './final.ts';
import { type FinalStatement, finalStatementOf } from './statement.ts';

/** An issue of a periodical as all its forms say it, in one language as far as it has it: its page, its paper, its book, its answers. */
export interface FinalIssue {
  readonly periodical: { readonly number: number; readonly title: string; readonly decided: Instant };
  /** Under which it was published; `null`: it is only put to all. */
  readonly nth: number | null;
  readonly title: string | null;
  /** Of what it holds. */
  readonly hash: VersionHash;
  readonly items: readonly FinalItem[];
  /** In which it can be read: those of the periodical, as far as any article has them. */
  readonly languages: readonly string[];
  readonly imprint: Imprint;
  readonly errata: readonly FinalErratum[];
}

export type FinalItem =
  | {
      readonly kind: 'article';
      readonly by: Named;
      /** In which these words are. */
      readonly language: string;
      readonly title: string;
      readonly clauses: readonly Clause[];
      /** Who put it into this language; `null`: its author. */
      readonly translator: Named | null;
      /** Whether it is not to be had in the language that was asked for. */
      readonly otherwise: boolean;
    }
  | { readonly kind: 'text'; readonly number: number; readonly final: Final }
  | { readonly kind: 'statement'; readonly statement: FinalStatement };

/** Who edited and who agreed, made of what the record holds. Nobody types any of it. */
export interface Imprint {
  /** What the conference is called. */
  readonly publisher: string;
  /** Who put it to all, and when. */
  readonly by: Named;
  readonly from: Instant;
  /** Until when anybody could disagree. */
  readonly until: Instant;
  /** When it came out; `null`: it has not. */
  readonly on: Instant | null;
  /** Who was on the editorial list then. */
  readonly editors: readonly Named[];
  /** Those who published it at once under the mandate of the coordinating group; `null`: nobody had disagreed in time. */
  readonly under: readonly Named[] | null;
}

export interface FinalErratum {
  readonly by: Named;
  readonly on: Instant;
  /** The place of the item that it is about; `null`: the whole. */
  readonly item: number | null;
  readonly words: string;
}

/** @param language in which it is to be read, where it can be */
export const finalIssueOf = (state: State, periodical: Periodical, issue: Issue, language: string): FinalIssue => {
  const { published } = issue;
  const at = published?.on ?? issue.on;
  return {
    periodical: {
      number: periodical.number,
      title: periodical.title,
      decided: (periodical.decided ?? periodical.on).at,
    },
    nth: published?.nth ?? null,
    title: issue.title,
    hash: issue.hash,
    items: issue.items.flatMap((item) => finalItem(state, item, language) ?? []),
    languages: languagesOf(periodical, issue),
    imprint: {
      publisher: state.charter?.charter.name ?? '',
      by: namedAt(state, issue.by, issue.on),
      from: issue.on.at,
      until: issue.deadline,
      on: published?.on.at ?? null,
      editors: (published?.editors ?? []).map((id) => namedAt(state, id, at)),
      under:
        (published?.mandate ?? null) === null ? null : (published?.under ?? []).map((id) => namedAt(state, id, at)),
    },
    errata: issue.errata.map(({ by, on, item, words }) => ({ by: namedAt(state, by, on), on: on.at, item, words })),
  };
};

/** The languages of a periodical in which any of an issue's articles can be read; where it has no article, the first. */
const languagesOf = ({ languages }: Periodical, { items }: Issue): readonly string[] => {
  const had = languages.filter((tag) => items.some((item) => item.kind === 'article' && item.wordings.has(tag)));
  return had.length === 0 ? languages.slice(0, 1) : had;
};

const finalItem = (state: State, item: Item, language: string): FinalItem | null => {
  switch (item.kind) {
    case 'article': {
      const tag = item.wordings.has(language) ? language : item.language;
      const wording = item.wordings.get(tag);
      if (wording === undefined) return null;
      const { title, clauses, by, on } = wording;
      return {
        kind: 'article',
        by: namedAt(state, item.by, authored(item.wordings, item.language) ?? on),
        language: tag,
        title,
        clauses,
        translator: by === item.by ? null : namedAt(state, by, on),
        otherwise: tag !== language,
      };
    }
    case 'text': {
      const text = state.texts[item.number - 1];
      const final = text === undefined ? null : finalOf(state, text);
      return final === null ? null : { kind: 'text', number: item.number, final };
    }
    case 'statement': {
      const statement = state.statements[item.number - 1];
      return statement === undefined ? null : { kind: 'statement', statement: finalStatementOf(state, statement) };
    }
  }
};

/** When its author last worded an article. */
const authored = (wordings: ReadonlyMap<string, Wording>, language: string) => wordings.get(language)?.on;

/** What an item is called. */
export const titleOfItem = (item: FinalItem): string => {
  switch (item.kind) {
    case 'article':
      return item.title;
    case 'text':
      return item.final.title;
    case 'statement':
      return item.statement.title;
  }
};
