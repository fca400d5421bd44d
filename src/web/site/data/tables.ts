import type { OrganisationId } from '../../../base/ids.ts';
import { type Instant, rfc3339 } from '../../../base/time.ts';
import type { Piece } from '../../../charter/history/state.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { printedNow } from '../../../charter/members/names.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { ownCountry, ownName } from '../../../charter/names/printed.ts';
import type { Issue, Periodical } from '../../../charter/publications/state.ts';
import type { Action } from '../../../charter/purpose/action-state.ts';
import type { Appeal } from '../../../charter/purpose/appeal-state.ts';
import type { Report } from '../../../charter/purpose/state.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Table } from '../../kit/csv.ts';
import { symbolOf } from '../../kit/symbol.ts';

/** What is public of a conference, as tables: a row for each thing, by its number or short name, which is its address, too. */

const time = (at: Instant | null | undefined): string => (at === null || at === undefined ? '' : rfc3339(at));
const when = (mark: Mark | null | undefined): string => time(mark?.at);
const some = (words: string | number | null | undefined): string => `${words ?? ''}`;
const all = (ids: Iterable<OrganisationId>): string => [...ids].join('; ');

export const ORGANISATIONS: Table<'organisations', Organisation> = {
  name: 'organisations',
  columns: {
    organisation: ({ id }) => id,
    name: (organisation) => ownName(printedNow(organisation)),
    country: (organisation) => ownCountry(printedNow(organisation)),
    country_code: ({ country }) => country,
    other_names: (organisation) =>
      printedNow(organisation)
        .slice(1)
        .map(({ name, country }) => `${name} (${country})`)
        .join('; '),
    website: ({ website }) => some(website),
    standing: ({ standing }) => standing.kind,
    entered: ({ entered }) => when(entered),
  },
};

export const DECISIONS: Table<'decisions', Text> = {
  name: 'decisions',
  columns: {
    number: ({ number }) => `${number}`,
    symbol: symbolOf,
    kind: ({ kind }) => kind,
    title: (text) => present(text).title,
    tabled_by: ({ by }) => by,
    tabled: ({ tabled }) => when(tabled),
    adopted: ({ decision }) => time(decision?.outcome?.at),
    how: ({ decision }) => some(decision?.outcome?.result),
    fingerprint: (text) => present(text).hash,
    signatories: ({ signatures }) => all(signatures.keys()),
  },
};

export const STATEMENTS: Table<'statements', Statement> = {
  name: 'statements',
  columns: {
    number: ({ number }) => `${number}`,
    title: ({ title }) => title,
    event: ({ event }) => event.name,
    event_on: ({ event }) => event.on,
    opened_by: ({ by }) => by,
    opened: ({ opened }) => when(opened),
    fingerprint: ({ hash }) => hash,
    signatories: ({ signatures }) =>
      all([...signatures].flatMap(([id, { withdrawn }]) => (withdrawn === null ? [id] : []))),
  },
};

export const MEETINGS: Table<'meetings', Meeting> = {
  name: 'meetings',
  columns: {
    number: ({ number }) => `${number}`,
    kind: ({ kind }) => kind,
    nth: ({ nth }) => some(nth),
    stage: ({ stage }) => stage,
    starts: ({ notices }) => time(notices.at(-1)?.starts),
    ends: ({ notices }) => time(notices.at(-1)?.ends),
    zone: ({ notices }) => some(notices.at(-1)?.zone),
    place: ({ notices }) => some(notices.at(-1)?.place),
    convened_by: ({ by }) => by,
  },
};

export const REPORTS: Table<'reports', Report> = {
  name: 'reports',
  columns: {
    number: ({ number }) => `${number}`,
    by: ({ by }) => by,
    title: ({ versions }) => some(versions.at(-1)?.title),
    country_code: ({ versions }) => some(versions.at(-1)?.country),
    from: ({ versions }) => some(versions.at(-1)?.period?.from),
    to: ({ versions }) => some(versions.at(-1)?.period?.to),
    occasion: ({ versions }) => some(versions.at(-1)?.occasion),
    language: ({ versions }) => some(versions.at(-1)?.language),
    version: ({ versions }) => `${versions.length}`,
    told: ({ versions }) => when(versions[0]?.on),
    corrected: ({ versions }) => (versions.length > 1 ? when(versions.at(-1)?.on) : ''),
  },
};

export const APPEALS: Table<'appeals', Appeal> = {
  name: 'appeals',
  columns: {
    number: ({ number }) => `${number}`,
    by: ({ by }) => by,
    title: ({ title }) => title,
    country_code: ({ country }) => country,
    language: ({ language }) => language,
    needs: ({ needs }) => needs.map(({ kind, words }) => `${kind}: ${words}`).join('\n'),
    until: ({ until }) => some(until),
    made: ({ on }) => when(on),
    closed: ({ closed }) => when(closed?.on),
    helped: ({ help }) => all(new Set(help.map(({ by }) => by))),
  },
};

export const ACTIONS: Table<'actions', Action> = {
  name: 'actions',
  columns: {
    number: ({ number }) => `${number}`,
    proposed_by: ({ by }) => by,
    title: ({ title }) => title,
    language: ({ language }) => language,
    parts: ({ parts }) => parts.map(({ title, country, place, from, to }) => `${from}/${to} ${place} (${country}): ${title}`).join('\n'),
    proposed: ({ on }) => when(on),
    joined: ({ joined }) => all(joined.keys()),
    outcome: ({ ended }) => some(ended?.outcome),
  },
};

export interface IssueRow {
  readonly periodical: Periodical;
  readonly issue: Issue;
}

export const ISSUES: Table<'issues', IssueRow> = {
  name: 'issues',
  columns: {
    periodical: ({ periodical }) => `${periodical.number}`,
    number: ({ issue }) => some(issue.published?.nth),
    periodical_title: ({ periodical }) => periodical.title,
    title: ({ issue }) => some(issue.title),
    languages: ({ periodical }) => periodical.languages.join('; '),
    published: ({ issue }) => when(issue.published?.on),
    editors: ({ issue }) => all(issue.published?.editors ?? []),
    items: ({ issue }) => issue.items.map(({ kind, number }) => `${kind} ${number}`).join('; '),
  },
};

export const ARCHIVE: Table<'archive', Piece> = {
  name: 'archive',
  columns: {
    number: ({ number }) => `${number}`,
    kind: ({ versions }) => some(versions.at(-1)?.what.kind),
    reference: ({ versions }) => some(versions.at(-1)?.what.reference),
    title: ({ versions }) => some(versions.at(-1)?.what.title),
    on: ({ versions }) => some(versions.at(-1)?.what.on),
    until: ({ versions }) => some(versions.at(-1)?.what.until),
    place: ({ versions }) => some(versions.at(-1)?.what.place),
    language: ({ versions }) => some(versions.at(-1)?.what.language),
    names: ({ versions }) =>
      (versions.at(-1)?.what.names ?? []).map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join('; '),
    source: ({ versions }) => some(versions.at(-1)?.what.source),
    brought_by: ({ by }) => by,
    brought: ({ versions }) => when(versions[0]?.on),
  },
};
