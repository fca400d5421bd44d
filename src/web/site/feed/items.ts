import type { OrganisationId } from '../../../base/ids.ts';
import type { Instant } from '../../../base/time.ts';
import { uuidOf } from '../../../base/uuid.ts';
import { titleOfItem } from '../../../charter/final/issue.ts';
import { finalStatementOf, letterheadOf } from '../../../charter/final/statement.ts';
import { standing } from '../../../charter/history/archive.ts';
import type { Action } from '../../../charter/purpose/action-state.ts';
import type { Appeal } from '../../../charter/purpose/appeal-state.ts';
import { lastVersion } from '../../../charter/purpose/reports.ts';
import { rectified } from '../../../charter/texts/rectified.ts';
import { present } from '../../../charter/texts/texts.ts';
import { PUBLIC } from '../../../charter/visibility.ts';
import { createReader } from '../../../conference/reading/reader.ts';
import type { Conference } from '../../../conference/types.ts';
import { pastAt } from '../../kit/past.ts';
import { type PageLanguage, messagesIn } from '../../messages/index.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { openingOf } from '../../texts/parts/decision-card.ts';

/** What a conference and its organisations have published, the newest first: what feeds are made of. Whoever asks, it is what everyone may see. */

export interface FeedItem {
  /** For ever the same, wherever the conference is kept: made of the conference's id and what it is of it. */
  readonly id: string;
  /** Below the conference's address. */
  readonly path: string;
  readonly title: string;
  /** How it begins; `null`: it has headings alone. */
  readonly opening: string | null;
  /** The language that it is written in; `null`: nobody said. */
  readonly language: string | null;
  readonly at: Instant;
  /** Whom it speaks for: the conference, the author of a report, or the signatories of a statement, by the names that they sign with. */
  readonly authors: readonly string[];
}

/** Items of one feed: as many as its readers are likely to have missed. */
export const MOST_ITEMS = 50;

/** @param by only what this organisation has signed */
export const feedItems = (
  conference: Pick<Conference, 'state'>,
  by: OrganisationId | null,
  language: PageLanguage,
): readonly FeedItem[] => {
  const state = conference.state();
  const reader = createReader(state, PUBLIC);
  const idOf = (what: string): string => uuidOf(`${state.conference} ${what}`);
  const signedBy = (signatures: ReadonlyMap<OrganisationId, { readonly withdrawn: unknown }>): boolean =>
    by === null || signatures.get(by)?.withdrawn === null;
  const name = reader.charter()?.charter.name ?? '';

  const decisions = reader.texts().flatMap((text): readonly Listed[] => {
    const at = text.decision?.outcome?.at;
    if (text.stage !== 'adopted' || at === undefined || !signedBy(text.signatures)) return [];
    const item = (): Omit<FeedItem, 'at'> => ({
      id: idOf(`texts/${text.number}`),
      path: `/decisions/${text.number}`,
      title: present(text).title,
      opening: openingOf(rectified(text), text.language ?? language),
      language: text.language,
      authors: [name],
    });
    return [{ at, item }];
  });
  const statements = reader.statements().flatMap((statement): readonly Listed[] => {
    const { number, title, clauses, opened, signatures } = statement;
    if (!signedBy(signatures)) return [];
    const item = (): Omit<FeedItem, 'at'> => ({
      id: idOf(`statements/${number}`),
      path: `/statements/${number}`,
      title,
      opening: openingOf(clauses, language),
      language: null,
      authors: letterheadOf(finalStatementOf(state, statement)),
    });
    return [{ at: opened.at, item }];
  });
  // By their own days: what was brought of long ago pushes nothing out that is new.
  const archived = (by === null ? reader.archive() : []).map((piece): Listed => {
    const { title, language: written, reference } = standing(piece).what;
    const item = (): Omit<FeedItem, 'at'> => ({
      id: idOf(`archive/${piece.number}`),
      path: `/archive/${piece.number}`,
      title: `${messagesIn(language).archive.reference(reference)} · ${title}`,
      opening: null,
      language: written,
      // Who brought it answers for it; the names under it are print.
      authors: [reader.organisation(piece.by)?.name ?? piece.by],
    });
    return { at: pastAt(piece), item };
  });
  const reports = reader.reports().flatMap((report): readonly Listed[] => {
    const last = lastVersion(report);
    if (by !== null && report.by !== by) return [];
    const item = (): Omit<FeedItem, 'at'> => ({
      id: idOf(`reports/${report.number}`),
      path: `/reports/${report.number}`,
      title: last.title,
      opening: firstWords(last.words, OPENING),
      language: last.language,
      authors: [reader.organisation(report.by)?.name ?? report.by],
    });
    return [{ at: report.versions[0]?.on.at ?? last.on.at, item }];
  });
  const told = (path: string, one: Appeal | Action): readonly Listed[] => {
    if (by !== null && one.by !== by) return [];
    const item = (): Omit<FeedItem, 'at'> => ({
      id: idOf(path),
      path: `/${path}`,
      title: one.title,
      opening: firstWords(one.words, OPENING),
      language: one.language,
      authors: [reader.organisation(one.by)?.name ?? one.by],
    });
    return [{ at: one.on.at, item }];
  };
  const appeals = reader.appeals().flatMap((one) => told(`appeals/${one.number}`, one));
  const actions = reader.actions().flatMap((one) => told(`actions/${one.number}`, one));
  // An issue is the conference’s; whoever wrote in it finds it among its own.
  const issues = reader.periodicals().flatMap((periodical) =>
    periodical.issues.flatMap((issue): readonly Listed[] => {
      const { published, items } = issue;
      const isOwn = by === null || items.some((one) => one.kind === 'article' && one.by === by);
      if (published === null || !isOwn) return [];
      const item = (): Omit<FeedItem, 'at'> => ({
        id: idOf(`publications/${periodical.number}/${published.nth}`),
        path: `/publications/${periodical.number}/${published.nth}`,
        title: [
          periodical.title,
          messagesIn(language).publications.nth(published.nth),
          ...(issue.title === null ? [] : [issue.title]),
        ].join(', '),
        opening: reader.finalIssue(periodical, issue, language).items.map(titleOfItem).join(' · '),
        language: null,
        authors: [name],
      });
      return [{ at: published.on.at, item }];
    }),
  );
  return [...decisions, ...statements, ...archived, ...reports, ...appeals, ...actions, ...issues]
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_ITEMS)
    .map(({ at, item }) => ({ ...item(), at }));
};

/** Of a report, by characters. */
const OPENING = 300;

/** What takes longer is done only for what the feed holds. */
interface Listed {
  readonly at: Instant;
  readonly item: () => Omit<FeedItem, 'at'>;
}

/** Of the feed itself. */
export const feedIdOf = (conference: Pick<Conference, 'state'>, by: OrganisationId | null): string =>
  uuidOf(`${conference.state().conference} feed ${by ?? ''}`);
