import type { OrganisationId } from '../../../base/ids.ts';
import { ACT_RULES, type ActKind } from '../../../charter/acts.ts';
import type { ListOf } from '../../../conference/search/entry-list.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** Which acts of the record are shown, as an address says it: `?by=…&kind=…&text=…&before=…`. */
export type RecordFilter = ListOf;

/** No organisation's id. */
const HOST = '@host';

export const filterIn = (query: URLSearchParams): RecordFilter => {
  const by = query.get('by') ?? '';
  const kind = query.get('kind') ?? '';
  return {
    by: by === '' ? null : ((by === HOST ? '' : by.slice(0, 40)) as OrganisationId | ''),
    kind: Object.hasOwn(ACT_RULES, kind) ? (kind as ActKind) : null,
    text: numberIn(query.get('text')),
    before: numberIn(query.get('before')),
  };
};

const numberIn = (asked: string | null): number | null => {
  const trimmed = asked?.trim() ?? '';
  return /^\d{1,9}$/u.test(trimmed) ? Number(trimmed) : null;
};

export const recordPath = (
  { base }: Pick<Context, 'base'>,
  { by, kind, text, before }: Partial<RecordFilter>,
): string => {
  const query = new URLSearchParams();
  if (by !== undefined && by !== null) query.set('by', by === '' ? HOST : by);
  if (kind !== undefined && kind !== null) query.set('kind', kind);
  if (text !== undefined && text !== null) query.set('text', `${text}`);
  if (before !== undefined && before !== null) query.set('before', `${before}`);
  return `${base}/record${query.size === 0 ? '' : `?${query.toString()}`}`;
};

/** @param kinds those of which there is any in the list, whichever is chosen */
export const filterForm = (context: Context, filter: RecordFilter, kinds: readonly ActKind[]): Html => {
  const words = context.t.workspace.record.filter;
  const isAny = filter.by !== null || filter.kind !== null || filter.text !== null;
  return html`<form class="filter no-print" method="get" action="${context.base}/record" aria-label="${words.label}">
    ${choice('by', words.by, filter.by === '' ? HOST : (filter.by ?? ''), makers(context, filter.by))}
    ${choice('kind', words.kind, filter.kind ?? '', kindOptions(context, filter.kind, kinds))}
    <div class="field">
      <label for="text">${words.text}</label>
      <input id="text" name="text" type="text" inputmode="numeric" size="5" value="${filter.text ?? ''}" />
    </div>
    <button>${words.show}</button>
    ${isAny ? html`<a href="${context.base}/record">${words.reset}</a>` : ''}
  </form>`;
};

type Option = readonly [value: string, label: string];

const choice = (name: string, label: string, chosen: string, options: readonly Option[]): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, words]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`)}
    </select>
  </div>`;

/** Those who take part, the host, and whoever is chosen, where that is for the reader to know. */
const makers = (context: Context, by: RecordFilter['by']): readonly Option[] => {
  const { t, reader, language } = context;
  const { compare } = new Intl.Collator(language);
  const participants = reader.participants().map(({ id, name }): Option => [id, name]);
  const other = by === null || by === '' || participants.some(([id]) => id === by) ? null : reader.organisation(by);
  return [
    ['', t.workspace.record.filter.anybody],
    ...[...participants, ...(other === null ? [] : [[other.id, other.name] as const])].toSorted(([, a], [, b]) =>
      compare(a, b),
    ),
    [HOST, t.workspace.record.host],
  ];
};

const kindOptions = ({ t, language }: Context, kind: ActKind | null, kinds: readonly ActKind[]): readonly Option[] => {
  const { compare } = new Intl.Collator(language);
  const shown = kind === null || kinds.includes(kind) ? kinds : [...kinds, kind];
  return [
    ['', t.workspace.record.filter.anything],
    ...shown.map((one): Option => [one, t.acts.kind[one]]).toSorted(([, a], [, b]) => compare(a, b)),
  ];
};
