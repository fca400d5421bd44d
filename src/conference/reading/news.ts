import type { OrganisationId } from '../../base/ids.ts';
import { type AnyAct, ruleOf } from '../../charter/acts.ts';
import type { Text } from '../../charter/texts/state.ts';
import type { Viewer } from '../../charter/visibility.ts';
import type { RecordEntry } from '../types.ts';

/** Entries as news. */

/** Acts of one kind by one organisation on one text that came one after another are one piece of news. */
export interface News {
  /** The first of them in the order in which they were given. */
  readonly entry: RecordEntry;
  readonly entries: readonly RecordEntry[];
}

/** What an organisation did itself is no news to it. */
export const isNews = (act: AnyAct, organisation: OrganisationId): boolean =>
  act.by.organisation !== organisation && ruleOf(act).quiet !== true;

export const newsOf = (entries: readonly RecordEntry[]): readonly News[] => {
  const news: { readonly entry: RecordEntry; readonly entries: RecordEntry[] }[] = [];
  for (const entry of entries) {
    const last = news.at(-1);
    if (last !== undefined && sameNews(last.entry, entry)) last.entries.push(entry);
    else news.push({ entry, entries: [entry] });
  }
  return news;
};

const sameNews = ({ act: a }: RecordEntry, { act: b }: RecordEntry): boolean =>
  a.kind === b.kind && a.by.organisation === b.by.organisation && textNamed(a) === textNamed(b);

/** The amendments on which the viewer had spoken, and of which the entry `index` made them wait to be renewed, or fall. */
export const lapsedWith = ({ amendments }: Text, index: number, viewer: Viewer): readonly number[] =>
  amendments.flatMap(({ number, fate, lapsed }) => {
    const isNow = (fate.kind === 'to-renew' || fate.kind === 'fallen') && fate.on.index === index;
    return isNow && viewer.kind === 'organisation' && lapsed.includes(viewer.id) ? [number] : [];
  });

/** The number of the text that an act is about; `null`: it names none. */
export const textNamed = ({ body }: AnyAct): number | null =>
  'text' in body && typeof body.text === 'number' ? body.text : null;
