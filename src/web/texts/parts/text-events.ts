import type { OrganisationId } from '../../../base/ids.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import type { Observation } from '../../../charter/decisions/observation-state.ts';
import type { Disagreement } from '../../../charter/members/vouched-state.ts';
import type { Proposal, Thread } from '../../../charter/texts/negotiation-state.ts';
import type { Consultation, Position } from '../../../charter/texts/position-state.ts';
import type { Amendment, Revision, Signature, Text } from '../../../charter/texts/state.ts';

/** Everything that happened to a text, in the order of the record. */
export type TextEvent = { readonly on: Mark; readonly by: OrganisationId | null } & (
  | { readonly kind: 'revision'; readonly revision: Revision }
  /** Somebody finds that a revision does not reflect what was agreed. */
  | { readonly kind: 'objection'; readonly revision: Revision; readonly objection: Disagreement }
  | { readonly kind: 'amendment'; readonly amendment: Amendment }
  | { readonly kind: 'amendment-withdrawn'; readonly amendment: Amendment }
  /** Positions that one organisation took one after the other. */
  | { readonly kind: 'positions'; readonly positions: readonly Position[] }
  | { readonly kind: 'consultation'; readonly consultation: Consultation }
  | { readonly kind: 'thread'; readonly thread: Thread }
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'decision' }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'signature'; readonly signature: Signature }
  | { readonly kind: 'confirmation'; readonly signature: Signature }
  | { readonly kind: 'signature-withdrawn'; readonly signature: Signature }
  | { readonly kind: 'observation'; readonly observation: Observation }
);

export const eventsOf = (text: Text, observations: readonly Observation[]): readonly TextEvent[] => {
  const { decision } = text;
  const events: readonly TextEvent[] = [
    ...text.revisions.map((revision): TextEvent => ({ kind: 'revision', on: revision.on, by: revision.by, revision })),
    ...text.revisions.flatMap((revision) =>
      revision.objections.map((objection): TextEvent => ({
        kind: 'objection',
        on: objection.on,
        by: objection.by,
        revision,
        objection,
      })),
    ),
    ...text.amendments.flatMap((amendment): readonly TextEvent[] => {
      const { by, author, on, fate } = amendment;
      const proposed: TextEvent = { kind: 'amendment', on, by: author, amendment };
      return fate.kind === 'withdrawn'
        ? [proposed, { kind: 'amendment-withdrawn', on: fate.on, by, amendment }]
        : [proposed];
    }),
    ...text.positions.map((position): TextEvent => ({
      kind: 'positions',
      on: position.mark,
      by: position.by,
      positions: [position],
    })),
    ...text.consultations.map((consultation): TextEvent => ({
      kind: 'consultation',
      on: consultation.mark,
      by: consultation.by,
      consultation,
    })),
    ...text.threads.flatMap((thread): readonly TextEvent[] =>
      thread.posts.slice(0, 1).map(({ mark }) => ({ kind: 'thread', on: mark, by: thread.by, thread })),
    ),
    ...text.proposals.map((proposal): TextEvent => ({
      kind: 'proposal',
      on: proposal.on,
      by: proposal.by,
      proposal,
    })),
    ...(decision === null ? [] : [{ kind: 'decision', on: decision.opened, by: decision.by } as const]),
    ...[...text.signatures.values()].flatMap(signatureEvents),
    ...observations.map((observation): TextEvent => ({
      kind: 'observation',
      on: observation.on,
      by: observation.by,
      observation,
    })),
  ];
  const sorted = grouped(events.toSorted((a, b) => a.on.index - b.on.index || a.on.at - b.on.at));
  const end = decision?.outcome?.at;
  if (end === undefined) return sorted;
  // The outcome is no act: it follows from the last answer, or from the deadline.
  const place = sorted.findLastIndex((event) => event.on.at <= end && event.kind !== 'signature');
  const on = { index: sorted[place]?.on.index ?? 0, at: end };
  return sorted.toSpliced(place + 1, 0, { kind: 'outcome', on, by: null });
};

const signatureEvents = (signature: Signature): readonly TextEvent[] => {
  const { by, on, referendum, withdrawn } = signature;
  return [
    { kind: 'signature', on, by, signature },
    ...(referendum === null || referendum.confirmed === null
      ? []
      : [{ kind: 'confirmation', on: referendum.confirmed, by, signature } as const]),
    ...(withdrawn === null ? [] : [{ kind: 'signature-withdrawn', on: withdrawn.on, by, signature } as const]),
  ];
};

/** Positions of one organisation on one revision that stand next to each other are one event. */
/** How many positions, one after the other, are told together. */
const MOST_TOGETHER = 50;

const grouped = (events: readonly TextEvent[]): readonly TextEvent[] => {
  const out: TextEvent[] = [];
  for (const event of events) {
    const last = out.at(-1);
    if (
      event.kind === 'positions' &&
      last?.kind === 'positions' &&
      last.by === event.by &&
      last.positions.length < MOST_TOGETHER
    )
      out.splice(-1, 1, { ...last, positions: [...last.positions, ...event.positions] });
    else out.push(event);
  }
  return out;
};
