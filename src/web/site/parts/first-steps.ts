import { printedNow } from '../../../charter/members/names.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';

/** What whoever has just come in does first, so that nothing hangs on one key, one person or one language: each goes when it is done, and the list with the last. */

export const FIRST_STEPS = ['key', 'delegate', 'names', 'mail', 'assembly'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/**
 * Those that are left to a delegate who represents a participant, by what the record says. In the sample nobody is at home.
 * @param reached whether the delegate or their organisation has an address that was confirmed; `null`: this node sends no mail
 */
export const firstStepsLeft = (
  { reader, sample }: Pick<Context, 'reader' | 'sample'>,
  { organisation, delegate }: Pick<Me, 'organisation' | 'delegate'>,
  reached: boolean | null,
): readonly FirstStep[] => {
  if (sample || organisation.standing.kind !== 'participant' || delegate.role !== 'representing') return [];
  const keys = reader.keys(organisation.id).filter(({ use, until }) => use !== 'invitation' && until === null);
  const keyed = organisation.delegates.filter(
    ({ number, role, recalled }) =>
      role === 'representing' && recalled === null && keys.some((key) => key.delegate === number),
  );
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    key: keys.filter((key) => key.delegate === delegate.number).length > 1,
    delegate: keyed.length > 1,
    names: organisation.stated.length > 1 || printedNow(organisation).length > 1,
    mail: reached !== false,
    assembly: reader.meetings().some(({ kind }) => kind === 'assembly'),
  };
  return FIRST_STEPS.filter((step) => !isDone[step]);
};

export const firstSteps = (context: Context, me: Me, reached: boolean | null): Html | '' => {
  const left = firstStepsLeft(context, me, reached);
  if (left.length === 0) return '';
  const { base, reader, t } = context;
  const words = t.workspace.firstSteps;
  const ways: Readonly<Record<FirstStep, string>> = {
    key: `/do/key.enrol?delegate=${me.delegate.number}`,
    delegate: '/do/delegate.appoint',
    names: '/do/organisation.rename',
    mail: '/settings',
    assembly: '/meetings',
  };
  const days = reader.charter()?.charter.rules.keys.recoveryDays ?? 0;
  return html`<section aria-labelledby="first-steps">
    <h2 id="first-steps">${words.title}</h2>
    <p>${words.lede}</p>
    <ul class="rows">
      ${left.map(
        (step) =>
          html`<li>
            <a class="what" href="${base}${ways[step]}">${words.step[step].what}</a>
            <span class="why">${words.step[step].why(days)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
};
