import { ruleOf } from '../../charter/acts.ts';
import { erasedBy } from '../../charter/brought/attachments.ts';
import type { Mark } from '../../charter/law/mark.ts';
import type { Resource } from '../../charter/law/resource.ts';
import type { State } from '../../charter/state.ts';
import type { RecordEntry } from '../types.ts';
import type { Cluster } from './document.ts';

/** Which documents there are, and which an entry may have changed. */

/** All of them, but for those of entries. */
export const clustersOf = (state: State): readonly Cluster[] => [
  'principles',
  'group',
  ...[...state.organisations.keys()].map((id): Cluster => `organisations/${id}`),
  ...numbered('texts', state.texts),
  ...numbered('statements', state.statements),
  ...numbered('publications', state.periodicals),
  ...numbered('observations', state.observations),
  ...numbered('meetings', state.meetings),
  ...numbered('archive', state.archive),
  ...numbered('help', state.help),
  ...numbered('letters', state.letters),
  ...numbered('reports', state.reports),
  ...numbered('appeals', state.appeals),
  ...numbered('actions', state.actions),
  ...numbered('accounts', state.means.accounts),
  ...numbered('transactions', state.means.transactions),
  ...numbered('periods', state.means.periods),
  ...numbered('expenses', state.means.expenses),
];

type Numbered =
  | 'actions'
  | 'appeals'
  | 'archive'
  | 'texts'
  | 'statements'
  | 'publications'
  | 'observations'
  | 'meetings'
  | 'help'
  | 'letters'
  | 'reports'
  | 'accounts'
  | 'transactions'
  | 'periods'
  | 'expenses';

const numbered = (of: Numbered, list: readonly unknown[]): readonly Cluster[] =>
  list.map((_, i): Cluster => `${of}/${i + 1}`);

/**
 * What entries that follow each other changed, and what followed from them. More may be named than changed, and nothing less; what lies in long lists is looked for
 * from their ends.
 */
export const changedClusters = (state: State, entries: readonly RecordEntry[]): ReadonlySet<Cluster> => {
  const from = entries[0]?.index ?? 0;
  const to = entries.at(-1)?.index ?? -1;
  const changed = new Set<Cluster>();
  const add = (resource: Resource): void => {
    for (const cluster of within(state, resource, from)) changed.add(cluster);
  };
  for (const { act, index } of entries) {
    const { subjects, openParts } = ruleOf(act);
    subjects(act, state, index).forEach(add);
    openParts?.(state, act, index).forEach(({ resource }) => add(resource));
    const erased = erasedBy(act);
    if (erased !== null) {
      const kept = state.attachments.get(erased);
      for (const named of kept?.named ?? []) lettersFrom(state, named).forEach((one) => changed.add(one));
      for (const subject of kept?.subjects ?? []) if (isPiece(subject)) changed.add(subject);
    }
  }
  for (const { index, resource } of state.consequences.slice(firstFrom(state, from)))
    if (index <= to) {
      add(resource);
      for (const one of published(state, resource, from)) changed.add(one);
      if (resource === 'observations') for (const one of opened(state, changed)) changed.add(one);
    }
  return changed;
};

/** A text that is adopted opens what was said of it, whenever that was, and the entries that say so. */
const opened = ({ observations }: State, changed: ReadonlySet<Cluster>): readonly Cluster[] =>
  observations
    .filter(({ text }) => changed.has(`texts/${text}`))
    .flatMap(({ number, on }): readonly Cluster[] => [`observations/${number}`, `entries/${on.index}`]);

/** What was published with the entry `from`, or later, opens the entries by which it was decided, put and written. */
const published = ({ periodicals }: State, resource: Resource, from: number): readonly Cluster[] => {
  if (!resource.startsWith('publications/')) return [];
  const periodical = periodicals[Number(resource.slice('publications/'.length)) - 1];
  if (periodical === undefined) return [];
  const decided = (periodical.decided?.index ?? -1) >= from ? [periodical.on.index] : [];
  const written: number[] = [];
  for (const number of periodical.published.toReversed()) {
    const issue = periodical.issues[number - 1];
    if (issue === undefined || (issue.published?.on.index ?? -1) < from) break;
    written.push(issue.on.index);
    for (const item of issue.items)
      if (item.kind === 'article') written.push(...[...item.wordings.values()].map(({ on }) => on.index));
  }
  return [...decided, ...written].map((index): Cluster => `entries/${index}`);
};

const firstFrom = ({ consequences }: State, index: number): number => {
  let at = consequences.length;
  while (at > 0 && (consequences[at - 1]?.index ?? -1) >= index) at -= 1;
  return at;
};

const within = (state: State, resource: Resource, from: number): readonly Cluster[] => {
  switch (resource) {
    case '':
      return ['principles'];
    case 'group':
      return ['group'];
    case 'recoveries':
      return [];
    case 'letters':
      return lastOf('letters', state.letters, ({ on }) => on, from);
    case 'observations':
      return lastOf('observations', state.observations, ({ on }) => on, from);
    case 'means':
      return [
        ...lastOf('accounts', state.means.accounts, ({ on }) => on, from),
        ...lastOf('transactions', state.means.transactions, ({ on }) => on, from),
        ...lastOf('expenses', state.means.expenses, ({ on }) => on, from),
        ...state.means.periods
          .filter(({ on, findings }) => (findings.at(-1)?.on ?? on).index >= from)
          .map(({ number }): Cluster => `periods/${number}`),
      ];
    case 'help':
      return state.help
        .filter(({ on, offers, closed }) =>
          [on, offers.at(-1)?.on, closed?.on].some((mark) => (mark?.index ?? -1) >= from),
        )
        .map(({ number }): Cluster => `help/${number}`);
    default:
      return resource.startsWith('circulations/')
        ? []
        : [resource as Exclude<typeof resource, `circulations/${number}`>];
  }
};

/** Those of a list in the order of their entries that came with the entry `from`, or later. */
const lastOf = <T extends { readonly number: number }>(
  of: 'letters' | 'observations' | 'accounts' | 'transactions' | 'expenses',
  list: readonly T[],
  markOf: (one: T) => Mark,
  from: number,
): readonly Cluster[] => {
  const found: Cluster[] = [];
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at];
    if (one === undefined || markOf(one).index < from) break;
    found.push(`${of}/${one.number}`);
  }
  return found;
};

const isPiece = (resource: Resource): resource is `archive/${number}` => resource.startsWith('archive/');

/** The letters that the entry at `index` brought. */
const lettersFrom = ({ letters }: State, index: number): readonly Cluster[] =>
  letters.filter(({ on }) => on.index === index).map(({ number }): Cluster => `letters/${number}`);
