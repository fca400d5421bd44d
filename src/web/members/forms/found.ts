import { organisationIdSchema, slugSchema } from '../../../base/ids.ts';
import { MOST_FOUNDERS } from '../../../charter/members/founding.ts';
import { RESERVED_SLUGS } from '../../../conference/addresses.ts';
import { fromMarkdown } from '../../../text/markdown.ts';
import type { ActForm } from '../../act/act-form.ts';
import { withFields } from '../../act/change-fields.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { attach } from '../../act/new-act.ts';
import { sourceStep } from '../../act/source.ts';
import type { Upload } from '../../act/upload.ts';
import type { Fields } from '../../kit/fields.ts';
import type { Beginning } from '../founding.ts';
import { foundPage } from '../pages/found.ts';
import { readInvitation } from '../parts/invitation.ts';
import { readMeeting } from '../parts/meeting-fields.ts';
import { readHead } from '../parts/head-fields.ts';
import { readProfile } from '../parts/profile-fields.ts';
import { readRules } from '../parts/rules-fields.ts';
import { foundingSummary } from './founding.ts';

/** The founding act out of what was typed at `/found`. */

/** At least two founders; those added below them count when something was typed in. */
const rowsOf = (fields: Fields): readonly number[] => {
  const asked = fields
    .text('rows')
    .split(' ')
    .filter((row) => /^[1-9]\d{0,3}$/u.test(row))
    .slice(0, MOST_FOUNDERS)
    .map(Number);
  const rows = asked.length < 2 ? [1, 2] : asked;
  const typed = (row: number): boolean =>
    ['id', 'name', 'countryName', 'gloss', 'glossCountry', 'country'].some(
      (field) => fields.text(`founder-${row}-${field}`) !== '',
    );
  return rows.filter((row, i) => i < 2 || typed(row));
};

const withRow = (rows: readonly number[]): readonly number[] => [...rows, Math.max(...rows) + 1];

/** Whether a conference could stand at this address: it is well-formed, and not the installation's own. */
export const isSlug = (slug: string): boolean => slugSchema.safeParse(slug).success && !RESERVED_SLUGS.has(slug);

/** The principles as the source that every form takes a file into. The title that the form begins with is nobody's yet. */
export const principlesAsSource = ({ t }: Beginning, fields: Fields): Fields =>
  withFields(fields, {
    body: fields.source('principles'),
    title: fields.text('title') === t.site.found.charterTitleInitial ? '' : fields.text('title'),
  });

const structuredPrinciples = (context: Beginning, fields: Fields, upload: Upload | null): Fields | null => {
  const stepped = sourceStep(context, principlesAsSource(context, fields), NOTHING_EARLIER, upload);
  if (stepped === null) return null;
  const title = stepped.text('title') || fields.text('title');
  return withFields(stepped, { principles: stepped.source('body'), body: [], title });
};

/** Who founds: the first delegate of the first founder. */
export const makerOf = (fields: Fields) => ({ organisation: fields.text('founder-1-id'), delegate: 1 });

export const foundForm: ActForm<'conference.found', Beginning> = {
  kind: 'conference.found',
  newcomer: (_context, fields) => makerOf(fields),
  page: (context, fields, problem) => {
    const { template } = context;
    if (template === null) return null;
    // A row that was asked for is shown, though nothing is in it.
    const rows = fields.text('step') === 'add' ? withRow(rowsOf(fields)) : rowsOf(fields);
    const source = principlesAsSource(context, fields);
    return foundPage({ context, fields, problem }, { template, rows, source });
  },
  imports: () => ({ as: 'text', continued: NOTHING_EARLIER }),
  step: (context, fields, upload) =>
    fields.text('step') === 'add' ? fields : structuredPrinciples(context, fields, upload),
  read: ({ template, host, isTaken }, fields) => {
    const slug = fields.text('slug');
    const field = (name: string, why: string) => ({ kind: 'field', field: name, why }) as const;
    if (!slugSchema.safeParse(slug).success) return field('slug', 'not-a-short-name');
    if (!isSlug(slug) || isTaken(slug))
      return { kind: 'refused', refusal: { article: '13.1', kind: 'taken', field: 'slug', value: slug } };
    const written = fromMarkdown(fields.text('principles'), { before: template?.clauses ?? [] });
    if (!written.ok || template === null) return field('principles', 'other');
    // The maker's id stands in the act twice, and in the form once.
    if (!organisationIdSchema.safeParse(fields.text('founder-1-id')).success)
      return field('founder-1-id', 'not-a-short-name');
    const meeting = readMeeting(fields);
    if (meeting !== null && 'kind' in meeting) return meeting;
    const name = fields.optional('delegateName');
    const delegate = name === null ? null : attach(name);
    const founders = rowsOf(fields).map((row, i) => ({
      id: fields.text(`founder-${row}-id`),
      ...readProfile(fields, `founder-${row}-`),
      invitation: i === 0 ? null : readInvitation(fields.text(`founder-${row}-invitation`)),
    }));
    return {
      body: {
        charter: {
          title: fields.text('title'),
          ...readHead(fields),
          principles: written.value.clauses,
          rules: readRules(fields),
        },
        host,
        meeting,
        founders,
        delegate: delegate?.hash ?? null,
      },
      attachments: delegate === null ? [] : [delegate.attachment],
    };
  },
  summary: (context, body) => foundingSummary(context, body),
  next: () => '/',
};
