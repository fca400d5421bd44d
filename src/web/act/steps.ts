import { type Result, err } from '../../base/result.ts';
import type { ActKind } from '../../charter/acts.ts';
import type { Html } from '../../markup/html.ts';
import type { FormContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import type { ActForm } from './act-form.ts';
import { type Venue, confirmPage } from './confirm.ts';
import { newAct } from './new-act.ts';
import { type FormProblem, rejectionBox } from '../kit/problem.ts';
import { type Unsigned, complete, typedIn, withSshKey } from './unsigned.ts';

/** The steps from what was typed to the signature, wherever an act is made. At each a refusal comes back with everything that was typed. */

/** A page, and whether what was sent is well; `null`: what the form is about does not exist or may not be seen. */
type Shown = readonly [page: Html | null, status: 200 | 422];

/** From the form to the page before signing. */
export const review = <C extends FormContext>(
  { context, form, venue }: { readonly context: C; readonly form: Asked<C>; readonly venue: Venue },
  fields: Fields,
  by: { readonly organisation: string; readonly delegate: number },
): Shown => {
  const unsigned = unsignedFrom({ context, form, venue }, fields, by);
  return unsigned.ok ? [confirmPage(venue, unsigned.value), 200] : [form.page(context, fields, unsigned.error), 422];
};

/** The act that was typed, as it would be signed now; or why it cannot be. */
export const unsignedFrom = <C extends FormContext>(
  { context, form, venue }: { readonly context: C; readonly form: Asked<C>; readonly venue: Venue },
  fields: Fields,
  by: { readonly organisation: string; readonly delegate: number },
): Result<Unsigned, FormProblem> => {
  const read = form.read(context, fields);
  if ('kind' in read) return err(read);
  const json = newAct(context, form.kind, by, read.body);
  const made = { json, attachments: read.attachments ?? [], typed: typedIn(fields) };
  const unsigned = complete(made, form.newcomer !== undefined);
  if (!unsigned.ok) return unsigned;
  const refusal = venue.preview(unsigned.value.act);
  return refusal === null ? unsigned : err({ kind: 'refused', refusal });
};

/** What a form asks, whatever its act says. */
type Asked<C extends FormContext> = Pick<ActForm<ActKind, C>, 'kind' | 'page' | 'read' | 'newcomer'>;

/** A newcomer's SSH key takes its place in the act, and the page before signing comes again. */
export const bringSshKey = (
  context: FormContext,
  venue: Venue,
  unsigned: Unsigned,
  line: string,
): readonly [page: Html, status: 200 | 422] => {
  const whole = complete(withSshKey(unsigned, line), true);
  if (!whole.ok)
    return [confirmPage(venue, unsigned, rejectionBox(context, { kind: 'malformed', fault: whole.error })), 422];
  const refusal = venue.preview(whole.value.act);
  return refusal === null
    ? [confirmPage(venue, whole.value), 200]
    : [confirmPage(venue, unsigned, rejectionBox(context, { kind: 'refused', refusal })), 422];
};
