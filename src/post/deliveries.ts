import type { OrganisationId, Slug } from '../base/ids.ts';
import type { BodyOf } from '../charter/acts.ts';
import type { Circulation, Delivery } from '../charter/group/state.ts';
import type { Outbox, OutboxItem } from '../conference/post/outbox.ts';

/** What the host says on the record of one organisation's mails. */
export type DeliveryOutcome = BodyOf<'host.delivered'>['outcomes'][number];

/** The most organisations of one `host.delivered`. */
export const MOST_OUTCOMES = 500;

/** RFC 5321, 4.2.1. */
const codeOf = (answer: string): number | null => {
  const code = Number(/^([2-5]\d\d)(?!\d)/u.exec(answer)?.[1]);
  return Number.isNaN(code) ? null : code;
};

/**
 * What became of the mails to one organisation: handed over as soon as one delegate's server has taken it, bounced when all are refused or given up.
 * `null`: nothing is sure yet.
 */
export const outcomeFor = (
  organisation: OrganisationId,
  items: readonly Pick<OutboxItem, 'state'>[],
): DeliveryOutcome | null => {
  const done = items.flatMap(({ state }) => (state.kind === 'queued' || state.kind === 'sending' ? [] : [state]));
  const taken = done.find(({ kind }) => kind === 'handed-over');
  if (taken !== undefined) return { organisation, result: 'handed-over', code: codeOf(taken.answer) };
  const last = done.at(-1);
  if (last === undefined || done.length < items.length) return null;
  return { organisation, result: 'bounced', code: codeOf(last.answer) };
};

/** Whether the record says otherwise, or nothing yet. */
const isNews = (delivery: Delivery | undefined, { result, code }: DeliveryOutcome): boolean =>
  delivery !== undefined && (delivery.mail?.result !== result || delivery.mail.code !== code);

/** What the outbox knows of a circulation and the record does not. */
export const unreported = (
  outbox: Pick<Outbox, 'of'>,
  slug: Slug,
  { number, recipients }: Circulation,
): readonly DeliveryOutcome[] => {
  const items = Map.groupBy(outbox.of(slug, number), ({ organisation }) => organisation);
  return [...items].flatMap(([organisation, mails]) => {
    const outcome = organisation === null ? null : outcomeFor(organisation, mails);
    return outcome !== null && isNews(recipients.get(outcome.organisation), outcome) ? [outcome] : [];
  });
};
