import { lastVersion } from '../../../charter/purpose/reports.ts';
import type { Html } from '../../../markup/html.ts';
import { type FormState, select } from '../../kit/controls.ts';

/** How many of its latest reports an organisation chooses among. */
const LATEST = 20;

/** One of the organisation's own reports, by number, or none. */
export const reportChoice = (state: FormState, label: string): Html | '' => {
  const { reader, me, t } = state.context;
  const own = reader
    .reports()
    .filter(({ by }) => by === me?.organisation.id)
    .slice(-LATEST)
    .toReversed();
  return own.length === 0
    ? ''
    : select(state, {
        name: 'report',
        label,
        unmarked: true,
        options: [
          ['', t.purpose.noReport],
          ...own.map((report) => [`${report.number}`, lastVersion(report).title] as const),
        ],
      });
};

export const reportIn = (fields: FormState['fields']): number | null =>
  fields.text('report') === '' ? null : fields.integer('report');
