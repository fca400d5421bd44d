import { organisationIdSchema, slugSchema } from '../../../base/ids.ts';
import { RESERVED_SLUGS } from '../../../conference/addresses.ts';
import type { ActForm } from '../../act/act-form.ts';
import { withFields } from '../../act/change-fields.ts';
import { NOTHING_EARLIER } from '../../act/continued.ts';
import { attach } from '../../act/new-act.ts';
import { readSource, sourceProblem, sourceStep } from '../../act/source.ts';
import type { Upload } from '../../act/upload.ts';
import type { Fields } from '../../kit/fields.ts';
import type { FormProblem } from '../../kit/problem.ts';
import { filledRows } from '../founder-rows.ts';
import type { Beginning } from '../founding.ts';
import { stepAt, stepOfProblem } from '../founding-steps.ts';
import { foundPage } from '../pages/found.ts';
import { readInvitation } from '../parts/invitation.ts';
import { readMeeting } from '../parts/meeting-fields.ts';
import { readHead } from '../parts/head-fields.ts';
import { readProfile } from '../parts/profile-fields.ts';
import { readRules } from '../parts/rules-fields.ts';
import { foundingSummary } from './founding.ts';

/** The founding act out of what was typed at `/found`. */

/** Whether a conference could stand at this address: it is well-formed, and not the installation's own. */
export const isSlug = (slug: string): boolean => slugSchema.safeParse(slug).success && !RESERVED_SLUGS.has(slug);

/** The title that the form begins with is nobody's yet, so that a file may bring another. */
const structuredPrinciples = (context: Beginning, fields: Fields, upload: Upload | null): Fields | null => {
  const { charterTitleInitial } = context.t.site.found;
  const typed = fields.text('title');
  const own = typed === charterTitleInitial ? withFields(fields, { title: '' }) : fields;
  const stepped = sourceStep(context, own, NOTHING_EARLIER, upload);
  return stepped === null || stepped.text('title') !== '' ? stepped : withFields(stepped, { title: typed });
};

/** Who founds: the first delegate of the first founder. */
export const makerOf = (fields: Fields) => ({ organisation: fields.text('founder-1-id'), delegate: 1 });

/** Where the charter's region leaves a founder's country out, its field is at fault. */
const placed = (problem: FormProblem | null, fields: Fields): FormProblem | null => {
  if (problem?.kind !== 'refused' || problem.refusal.kind !== 'outside-region') return problem;
  const { country } = problem.refusal;
  const row = filledRows(fields).find((row) => readProfile(fields, `founder-${row}-`).country === country);
  return { kind: 'field', field: `founder-${row ?? 1}-country`, why: 'outside-region' };
};

export const foundForm = {
  kind: 'conference.found',
  newcomer: (_context, fields) => makerOf(fields),
  page: (context, fields, refused) => {
    const problem = placed(refused, fields);
    const step = (problem && stepOfProblem(problem)) ?? stepAt(fields);
    return foundPage({ context, fields, problem }, step);
  },
  imports: () => ({ as: 'text', continued: NOTHING_EARLIER }),
  step: (context, fields, upload) =>
    fields.has('step', 'add') ? fields : structuredPrinciples(context, fields, upload),
  read: ({ host, isTaken }, fields) => {
    const slug = fields.text('slug');
    const field = (name: string, why: string) => ({ kind: 'field', field: name, why }) as const;
    if (!slugSchema.safeParse(slug).success) return field('slug', 'not-a-short-name');
    if (!isSlug(slug) || isTaken(slug))
      return { kind: 'refused', refusal: { article: '13.1', kind: 'taken', field: 'slug', value: slug } };
    const meeting = readMeeting(fields);
    if (meeting !== null && 'kind' in meeting) return meeting;
    // The maker's id stands in the act twice, and in the form once.
    if (!organisationIdSchema.safeParse(fields.text('founder-1-id')).success)
      return field('founder-1-id', 'not-a-short-name');
    const written = readSource(fields, NOTHING_EARLIER);
    if (!written.ok) return sourceProblem(written.error);
    const name = fields.optional('delegateName');
    const delegate = name === null ? null : attach(name);
    const founders = filledRows(fields).map((row, i) => ({
      id: fields.text(`founder-${row}-id`),
      ...readProfile(fields, `founder-${row}-`),
      invitation: i === 0 ? null : readInvitation(fields.text(`founder-${row}-invitation`)),
    }));
    return {
      body: {
        charter: {
          ...readHead(fields),
          title: fields.text('title'),
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
} as const satisfies ActForm<'conference.found', Beginning>;
