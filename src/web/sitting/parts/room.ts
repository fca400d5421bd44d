import type { OrganisationId } from '../../../base/ids.ts';
import { hasCredentials } from '../../../charter/meetings/meeting-rules.ts';
import { isPresent } from '../../../charter/members/presence.ts';
import type { Call, Card, Item, Meeting, Speech } from '../../../charter/meetings/state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { speakers, speaking } from '../../../charter/meetings/speeches.ts';
import type { Context } from '../../kit/context.ts';
import { isOpen } from '../../texts/parts/text-facts.ts';

/** What is going on in a sitting, and what the reader may do in it. */
export interface Room {
  readonly meeting: Meeting;
  /** Whether a sitting is open. */
  readonly open: boolean;
  readonly item: Item | null;
  /** The texts that the item is about, as far as the reader may see them, and those that are decided in this room. */
  readonly texts: readonly Text[];
  /** Those of them that this room decides now. */
  readonly decisions: readonly Text[];
  readonly speech: Speech | null;
  readonly waiting: readonly Speech[];
  /** The open call for consensus. */
  readonly call: Call | null;
  readonly present: readonly OrganisationId[];
  readonly deciding: readonly OrganisationId[];
  readonly quorum: number;
  /** The longest speech, in seconds; 0: no limit. */
  readonly speechSeconds: number;
  /** `null`: nobody's delegate, or of no participant. */
  readonly mine: Mine | null;
}

/** What the reader is in the room. */
interface Mine {
  readonly organisation: OrganisationId;
  readonly named: boolean;
  readonly present: boolean;
  readonly chairs: boolean;
  readonly decides: boolean;
  /** This delegate's own requests, and the organisation's running speech. */
  readonly request: Speech | null;
  readonly point: Speech | null;
  readonly card: Card | null;
}

export const roomOf = (context: Context, meeting: Meeting): Room => {
  const { reader } = context;
  const { present, deciding, quorum, speechSeconds } = reader.room(meeting);
  const item = meeting.item === null ? null : (meeting.items[meeting.item - 1] ?? null);
  const waiting = speakers(meeting);
  const decisions = reader
    .texts()
    .filter(({ stage, decision }) => stage === 'decision' && decision?.meeting === meeting.number);
  const about = (item?.texts ?? []).flatMap((number) => reader.text(number) ?? []).filter(isOpen);
  return {
    meeting,
    open: meeting.stage === 'open',
    item,
    texts: [...decisions, ...about.filter(({ number }) => !decisions.some((text) => text.number === number))],
    decisions,
    speech: speaking(meeting),
    waiting,
    call: meeting.calls.find(({ closed }) => closed === null) ?? null,
    present,
    deciding,
    quorum,
    speechSeconds,
    mine: mineIn(context, meeting, { waiting, deciding }),
  };
};

const mineIn = (
  { me }: Context,
  meeting: Meeting,
  { waiting, deciding }: Pick<Room, 'waiting' | 'deciding'>,
): Mine | null => {
  if (me?.organisation.standing.kind !== 'participant') return null;
  const by = { organisation: me.organisation.id, delegate: me.delegate.number };
  const asked = (kind: Speech['kind']): Speech | null =>
    waiting.find(
      (speech) => speech.by === by.organisation && speech.delegate === by.delegate && speech.kind === kind,
    ) ?? null;
  const { chair } = meeting;
  return {
    organisation: by.organisation,
    named: hasCredentials(meeting, by),
    present: isPresent(meeting, by.organisation),
    chairs: chair?.organisation === by.organisation && chair.delegate === by.delegate,
    decides: deciding.includes(by.organisation),
    request: asked('speech'),
    point: asked('point-of-order'),
    card: meeting.cards.get(by.organisation) ?? null,
  };
};

/** The items on the agenda: as adopted, else as proposed and not withdrawn. */
export const agendaItems = ({ items, agenda }: Meeting): readonly Item[] =>
  agenda === null
    ? items.filter(({ withdrawn }) => withdrawn === null)
    : agenda.items.flatMap((number) => items[number - 1] ?? []);

/** The item to be taken up after the present one. */
export const nextItem = (meeting: Meeting): Item | null => {
  if (meeting.agenda === null) return null;
  const items = agendaItems(meeting);
  const at = items.findIndex(({ number }) => number === meeting.item);
  return items.slice(at + 1).find(({ taken }) => at >= 0 || taken.length === 0) ?? null;
};
