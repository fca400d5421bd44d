import type { Circulation } from '../../charter/group/state.ts';
import type { State } from '../../charter/state.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { CalendarOf, MeetingNotice } from '../../conference/post/calendar.ts';
import type { Contact } from '../../conference/post/contacts.ts';
import type { MailContent } from '../../conference/post/mail.ts';
import { cancellation, noticeNumber } from '../../conference/post/meeting-notices.ts';
import type { OutboxItem } from '../../conference/post/outbox.ts';
import { invitation } from '../calendar/write.ts';

/** Where a recipient's answer to an invitation goes. */
export type OrganiserFor = (item: OutboxItem) => MailAddress | null;

interface Invited {
  readonly state: State;
  readonly circulation: Circulation;
  readonly item: OutboxItem;
  readonly contact: Contact;
  /** The conference's name, and the recipient's. */
  readonly name: string;
  readonly to: string;
  readonly page: string;
}

/** The calendar part of a meeting's notice or of its cancellation; `null` for everything else. */
export const inviting = (
  { organiserFor }: { readonly organiserFor: OrganiserFor },
  { state, circulation: { what }, item, contact, name, to, page }: Invited,
): MailContent['calendar'] => {
  const notice = noticeTold(state, what, page);
  const organiser = organiserFor(item);
  if (notice === null || organiser === null || state.conference === null) return null;
  const calendar: CalendarOf = { conference: state.conference, name, language: contact.language };
  return invitation(calendar, notice, organiser, { name: to, address: contact.address });
};

/** A meeting that is only called for is in nobody's calendar yet. */
const noticeTold = (state: State, what: Circulation['what'], page: string): MeetingNotice | null => {
  if (what.kind !== 'notice' && what.kind !== 'cancellation') return null;
  const meeting = state.meetings[what.meeting - 1];
  if (meeting === undefined || meeting.stage === 'called') return null;
  return what.kind === 'cancellation' ? cancellation(meeting, page) : noticeNumber(meeting, what.notice, page);
};
