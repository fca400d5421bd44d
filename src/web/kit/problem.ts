import type { OrganisationId } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { type Instant, startOf } from '../../base/time.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import type { FieldFault } from '../../charter/read.ts';
import { type Target, targetKey } from '../../charter/texts/position-state.ts';
import type { Rejection } from '../../conference/types.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormContext } from './context.ts';
import type { Spoken } from '../messages/messages.ts';
import type { Mandated } from '../../charter/group/mandate-state.ts';
import { moneyText } from './money.ts';
import { countryName, dayText, listText, momentText, nameOf } from './words.ts';

/** Why something was not accepted, in the reader's words, with the article it was refused under. */

/** Why a form comes back, with everything that was typed still in it. */
export type FormProblem =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | FieldFault
  /** A field that could not be read into the act; `why` is a key of the form's own messages or a schema's code. */
  | { readonly kind: 'field'; readonly field: string; readonly why: string };

/** What it takes to say it: a language, and the names of a conference as somebody may see them. */
type Speaking = Pick<FormContext, 't' | 'language' | 'conference' | 'reader'>;

/** A refusal's data in words, for the two places that its sentence has. */
const dataOf = (context: Speaking, refusal: Refusal): readonly [string, string] => {
  const { refusals } = context.t;
  const time = (at: number): string => momentText(context, at as Instant);
  const name = (id: OrganisationId): string => nameOf(context, id);
  switch (refusal.kind) {
    case 'out-of-time':
      return [time(refusal.made), time(refusal.received)];
    case 'not-allowed-to':
      return [refusals.standing[refusal.standing], ''];
    case 'unknown-key':
    case 'revoked-key':
    case 'key-of-another':
    case 'key-in-use':
      return [refusal.key, ''];
    case 'key-kind-not-allowed':
      return [refusal.given, ''];
    case 'recalled-delegate':
      return [`${refusal.delegate}`, ''];
    case 'unknown':
      return [refusals.thing[refusal.thing], refusal.ref];
    case 'taken':
    case 'alike':
      return [refusal.field, refusal.value];
    case 'not-yours':
      return [name(refusal.owner), ''];
    case 'superseded':
      return [refusal.field, typeof refusal.current === 'number' ? `${refusal.current}` : refusal.current.slice(0, 12)];
    case 'wrong-stage':
      return [refusals.stage[refusal.stage], ''];
    case 'already':
      return [refusals.already[refusal.what], ''];
    case 'limit':
      return [`${refusal.most}`, refusals.limit[refusal.what]];
    case 'deadline-passed':
      return [time(refusal.deadline), ''];
    case 'deadline-too-early':
      return [time(refusal.earliest), ''];
    case 'outside-region':
      return [countryName(context, refusal.country), ''];
    case 'clause-order':
      return [refusal.clause ?? '', refusals.clauseOrder[refusal.why]];
    case 'bad-field':
      return [refusal.field, fieldText(context, refusal.why)];
    case 'not-agreed':
    case 'agreed-waiting':
    case 'against-agreed':
    case 'not-taken-in':
    case 'outdated':
      return [`${refusal.amendment}`, ''];
    case 'amendment-is':
      return [`${refusal.amendment}`, refusals.fate[refusal.fate]];
    case 'revision-contested':
      return [name(refusal.by), ''];
    case 'mandate-ends':
      return [time(refusal.until), ''];
    case 'meeting-stage':
      return [refusals.meeting[refusal.stage], ''];
    case 'group-convenes':
      return [refusal.from === null ? '' : time(refusal.from), ''];
    case 'not-the-chair':
      return [refusal.chair === null ? '' : name(refusal.chair), ''];
    case 'not-next':
      return [`${refusal.next ?? ''}`, ''];
    case 'not-on-agenda':
      return [`${refusal.item ?? ''}`, ''];
    case 'unseconded':
      return [`${refusal.seconds}`, `${refusal.needed}`];
    case 'too-few':
      return [`${refusal.present}`, `${refusal.needed}`];
    case 'not-mandated':
      return [`${refusal.mandate ?? ''}`, ''];
    case 'no-quorum':
      return [`${refusal.present}`, `${refusal.quorum}`];
    case 'treasurer-only':
      return [keeperText(context, refusal.treasurer), ''];
    case 'period-closed':
      return [dayText(context, startOf(refusal.from)), ''];
    case 'unbalanced':
      return [moneyText(context, BigInt(refusal.by), refusal.currency), ''];
    case 'not-empty':
      return [context.reader.account(refusal.account)?.name ?? `${refusal.account}`, ''];
    case 'not-founded':
    case 'already-founded':
    case 'wrong-conference':
    case 'replayed':
    case 'representing-only':
    case 'nothing-due':
    case 'own-matter':
    case 'vouches-for-itself':
    case 'reason-needed':
    case 'rules-otherwise':
    case 'reservations-not-allowed':
    case 'rules-with-charter-only':
    case 'group-only':
    case 'editors-only':
    case 'own-books':
    case 'no-credentials':
    case 'not-present':
    case 'agenda-first':
    case 'mandate-needed':
    case 'taken-in-principle':
    case 'beyond-agreed':
    case 'not-as-stated':
    case 'withheld':
      return ['', ''];
    default:
      return unreachable(refusal);
  }
};

/** Who keeps the books; empty where nobody does. */
const keeperText = (context: Speaking, treasurer: Mandated | null): string => {
  if (treasurer === 'group') return context.t.means.group;
  return listText(
    context,
    (treasurer ?? []).map((id) => nameOf(context, id)),
  );
};

export const refusalText = (context: Speaking, refusal: Refusal): string =>
  context.t.refusals.kind[refusal.kind](...dataOf(context, refusal));

/** The same with what it speaks of where an act says several things. */
const placedText = (context: Speaking, refusal: Refusal, about?: string): string => {
  const { on } = refusal;
  const text = refusalText(context, refusal);
  if (on === undefined) return text;
  const { whole, clause, amendment } = context.t.refusals.place;
  const place = on.kind === 'whole' ? whole : on.kind === 'clause' ? clause(on.clause) : amendment(on.amendment);
  return context.t.refusals.at(about ?? place, text);
};

/** `why`: the kind of refusal, or of rejection, for islands. */
const box = (title: string, text: string, why = ''): Html =>
  html`<div class="problem" role="alert" tabindex="-1" ${why === '' ? '' : html`data-why="${why}"`}>
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`;

/** The box above a form that came back; `about`: what a refusal of one of several speaks of, as its form calls it. Faults of single fields stand at the fields; see {@link fieldProblem}. */
export const problemBox = (context: Speaking, problem: FormProblem | null, about?: string): Html | '' => {
  if (problem === null) return '';
  const { refusals, common } = context.t;
  if (problem.kind === 'refused')
    return box(refusals.under(problem.refusal.article), placedText(context, problem.refusal, about));
  return box(common.problem, fieldText(context, problem.why));
};

const fieldText = ({ t }: Spoken, why: string): string => t.refusals.field[why] ?? t.refusals.field['other'] ?? why;

/** What is wrong with the field that fills this part of the act (`/body/reason`) or has this name, or `null`. */
export const fieldProblem = (
  context: Speaking,
  problem: FormProblem | null,
  name: string,
  pointer = `/body/${name}`,
): string | null => {
  if (problem === null) return null;
  if (problem.kind === 'refused') {
    const { refusal } = problem;
    if (refusal.on !== undefined) return name === placeOf(refusal, refusal.on) ? refusalText(context, refusal) : null;
    if (name === 'reason' && refusal.kind === 'reason-needed') return refusalText(context, refusal);
    const field = 'field' in problem.refusal ? problem.refusal.field : null;
    return field !== null && isAt(field, pointerOf(field)) ? refusalText(context, problem.refusal) : null;
  }
  return isAt(problem.field, problem.field) ? fieldText(context, problem.why) : null;

  function isAt(field: string, at: string): boolean {
    return field === name || at === pointer || at.startsWith(`${pointer}/`);
  }
};

/** The field of a form for several positions at which a refusal of one of them stands. */
const placeOf = (refusal: Refusal, on: Target): string => {
  const part = refusal.kind === 'reason-needed' ? 'reason' : refusal.kind === 'bad-field' ? refusal.field : 'stand';
  return `${part}-${targetKey(on)}`;
};

/** Where the act holds what a refusal names. */
const pointerOf = (field: string): string => (field === 'by' ? '/by/organisation' : `/body/${field}`);

export const rejectionBox = (context: Speaking, rejection: Rejection): Html => {
  const { title, text } = rejectionText(context, rejection);
  return box(title, text, rejection.kind === 'refused' ? rejection.refusal.kind : rejection.kind);
};

/** Under which article, or that something went wrong; and why. */
export const rejectionText = (
  context: Speaking,
  rejection: Rejection,
): { readonly title: string; readonly text: string } => {
  const { refusals, common } = context.t;
  const problem = (text: string) => ({ title: common.problem, text });
  switch (rejection.kind) {
    case 'refused':
      return { title: refusals.under(rejection.refusal.article), text: placedText(context, rejection.refusal) };
    case 'malformed':
      return problem(refusals.rejection.malformed(rejection.fault.field, fieldText(context, rejection.fault.why)));
    case 'bad-signature':
      return problem(refusals.rejection['bad-signature']);
    case 'too-large':
      return problem(refusals.rejection['too-large'](rejection.most));
    case 'bad-attachment':
      return problem(refusals.rejection['bad-attachment']);
    case 'busy':
      return problem(refusals.rejection.busy);
    case 'clock-in-doubt':
    case 'too-many':
    case 'kept-elsewhere':
    case 'signing-stopped':
    case 'founding-token':
      return problem(refusals.rejection[rejection.kind]);
    default:
      return unreachable(rejection);
  }
};
