import type { Instant } from '../../base/time.ts';
import type { Call, Chair, Meeting, Sitting, Speech } from '../../charter/meetings/state.ts';
import type { Decision, Text } from '../../charter/texts/state.ts';

/** What happened in a meeting, in the order in which it did. */
export type SummaryEvent =
  | { readonly kind: 'opened'; readonly at: Instant; readonly sitting: Sitting; readonly place: number }
  | { readonly kind: 'chair'; readonly at: Instant; readonly chair: Chair }
  | { readonly kind: 'item'; readonly at: Instant; readonly item: number }
  | { readonly kind: 'speech'; readonly at: Instant; readonly speech: Speech }
  | { readonly kind: 'call'; readonly at: Instant; readonly call: Call }
  | { readonly kind: 'decision'; readonly at: Instant; readonly text: Text; readonly decision: Decision }
  | { readonly kind: 'closed'; readonly at: Instant; readonly sitting: Sitting };

/** @param decided the texts that were put to decision in the room */
export const summaryEvents = (meeting: Meeting, decided: readonly Text[]): readonly SummaryEvent[] => {
  const openings = new Set(meeting.sittings.map(({ opened }) => opened.index));
  const events: readonly { readonly index: number; readonly event: SummaryEvent }[] = [
    ...meeting.sittings.map((sitting, place) => ({
      index: sitting.opened.index,
      event: { kind: 'opened' as const, at: sitting.opened.at, sitting, place: place + 1 },
    })),
    ...meeting.sittings.flatMap((sitting) =>
      sitting.closed === null
        ? []
        : [{ index: sitting.closed.index, event: { kind: 'closed' as const, at: sitting.closed.at, sitting } }],
    ),
    // Who opens a sitting takes its chair by that: it is told there.
    ...meeting.chairs.flatMap((chair) =>
      openings.has(chair.on.index)
        ? []
        : [{ index: chair.on.index, event: { kind: 'chair' as const, at: chair.on.at, chair } }],
    ),
    ...meeting.items.flatMap(({ number, taken }) =>
      taken.map(({ index, at }) => ({ index, event: { kind: 'item' as const, at, item: number } })),
    ),
    ...meeting.speeches.flatMap((speech) =>
      speech.given === null
        ? []
        : [{ index: speech.given.index, event: { kind: 'speech' as const, at: speech.given.at, speech } }],
    ),
    ...meeting.calls.map((call) => ({
      index: call.opened.index,
      event: { kind: 'call' as const, at: call.opened.at, call },
    })),
    ...decided.flatMap((text) =>
      [...text.failed, ...(text.decision === null ? [] : [text.decision])]
        .filter((decision) => decision.meeting === meeting.number)
        .map((decision) => ({
          index: decision.opened.index,
          event: { kind: 'decision' as const, at: decision.opened.at, text, decision },
        })),
    ),
  ];
  return events.toSorted((a, b) => a.index - b.index).map(({ event }) => event);
};
