import type { ActKind, BodyOf } from '../../charter/acts.ts';
import { broughtAt } from '../../charter/law/resource.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import type { RecordEntry } from '../../conference/types.ts';
import { conferenceVenue } from '../act/conference-venue.ts';
import { makerOf } from '../act/hand-over.ts';
import { unsignedFrom } from '../act/steps.ts';
import type { Context } from '../kit/context.ts';
import { createFields } from '../kit/fields.ts';
import { formOf } from './forms.ts';

/** What was given can be taken back, where the charter says so (decision 38): the act that does it, for the receipt of the one that gave. */

/** Some say why. Whether the act would be taken does not hang on the words. */
const REASONS = [
  ['reason', 'x'],
  ['reasons', 'x'],
] as const;

export interface TakeBack {
  readonly kind: ActKind;
  readonly href: string;
}

/** The act that takes this entry back, for whoever made it; `null`: there is none, or the charter would refuse it by now. */
export const takeBackOf = (context: Context, entry: RecordEntry): TakeBack | null => {
  if (context.me === null || context.me.organisation.id !== entry.act.by.organisation) return null;
  const [kind, about] = WAYS.get(entry.act.kind)?.(context, entry) ?? [];
  const form = kind === undefined ? null : formOf(kind);
  const by = kind === undefined ? null : makerOf(context, kind);
  if (kind === undefined || about === undefined || form === null || by === null) return null;
  const pairs = Object.entries(about).map(([name, value]) => [name, `${value}`] as const);
  const venue = conferenceVenue(context, form);
  if (!unsignedFrom({ context, form, venue }, createFields([...pairs, ...REASONS]), by).ok) return null;
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return { kind, href: `${context.base}/do/${kind}${query === '' ? '' : `?${query}`}` };
};

type Counterpart = readonly [kind: ActKind, about: Readonly<Record<string, string | number>>];

type Way = (context: Context, entry: RecordEntry) => Counterpart;

const way = <K extends ActKind>(
  kind: K,
  counterpartOf: (body: BodyOf<K>, reader: Reader, index: number) => Counterpart,
): readonly [ActKind, Way] => [
  kind,
  ({ reader }, { act, index }) => counterpartOf(act.body as BodyOf<K>, reader, index),
];

const WAYS: ReadonlyMap<ActKind, Way> = new Map([
  way('text.table', (_body, reader, index) => [
    'text.withdraw',
    { text: broughtAt(reader.texts(), ({ tabled }) => tabled, index) },
  ]),
  way('amendment.propose', ({ text }, reader, index) => [
    'amendment.withdraw',
    { text, amendment: broughtAt(reader.text(text)?.amendments ?? [], ({ on }) => on, index) },
  ]),
  way('proposal.make', ({ text }, reader, index) => [
    'proposal.withdraw',
    { text, proposal: broughtAt(reader.text(text)?.proposals ?? [], ({ on }) => on, index) },
  ]),
  way('proposal.disagree', ({ text, proposal }) => ['proposal.withdraw-disagreement', { text, proposal }]),
  way('periodical.propose', (_body, reader, index) => [
    'publication.withdraw',
    { periodical: broughtAt(reader.periodicals(), ({ on }) => on, index) },
  ]),
  way('article.write', ({ periodical }, reader, index) => [
    'article.withdraw',
    { periodical, article: broughtAt(reader.periodical(periodical)?.articles ?? [], ({ on }) => on, index) },
  ]),
  way('issue.put', ({ periodical }, reader, index) => [
    'publication.withdraw',
    { periodical, issue: broughtAt(reader.periodical(periodical)?.issues ?? [], ({ on }) => on, index) },
  ]),
  way('publication.disagree', ({ periodical, issue }) => [
    'publication.withdraw-disagreement',
    { periodical, ...(issue === null ? {} : { issue }) },
  ]),
  way('revision.object', ({ text, revision }) => ['revision.withdraw-objection', { text, revision }]),
  way('text.sign', ({ text }) => ['signature.withdraw', { text }]),
  way('statement.sign', ({ statement }) => ['statement.withdraw', { statement }]),
  way('participation.apply', () => ['participation.withdraw', {}]),
  way('participation.reapply', () => ['participation.withdraw', {}]),
  way('participation.disagree', ({ organisation }) => ['participation.withdraw-disagreement', { organisation }]),
  way('participation.present', ({ organisation }) => ['participation.withdraw-presentation', { organisation }]),
  way('recovery.disagree', ({ recovery }) => ['recovery.withdraw-disagreement', { recovery }]),
]);
