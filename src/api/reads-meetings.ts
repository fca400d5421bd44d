import type { Context } from 'hono';
import type { z } from 'zod';
import type { Meeting } from '../charter/meetings/state.ts';
import type { Reader } from '../conference/reading/reader.ts';
import { conferenceOf, numberIn, readerOf } from './asking.ts';
import { type Listing, answerPage, byNumber, numbered, pageAsked } from './paging.ts';
import { ONE, get, listed, listing, reading } from './reading.ts';
import type { Handler, Route } from './route.ts';
import {
  electedSchema,
  electedView,
  groupSchema,
  groupView,
  helpSchema,
  helpView,
  mandateSchema,
  mandateView,
} from './shapes/group.ts';
import {
  guestSchema,
  guestView,
  itemSchema,
  itemView,
  meetingSchema,
  meetingSummary,
  meetingView,
  meetingsSchema,
} from './shapes/meetings.ts';
import { circulationSchema, circulationView, letterSchema, letterView } from './shapes/post.ts';
import { callSchema, callView, oneSittingView, sittingSchema, speechSchema, speechView } from './shapes/sittings.ts';
import { correctionSchema, correctionView, summaryVersionSchema, summaryVersionView } from './shapes/summaries.ts';

/** Reading meetings, the coordinating group and the post. */

const meetings: Handler = (c, deps) => {
  const reader = readerOf(c, conferenceOf(c, deps), deps);
  const { by, anyoneFrom } = reader.assemblyDue();
  const page = pageAsked(c, numbered(reader.meetings(), meetingSummary));
  return answerPage(c, page, 'to-some', (all) => ({ due: by, anyoneFrom, meetings: all }));
};

const meeting = (reader: Reader, c: Context) => {
  const found = reader.meeting(numberIn(c, 'number'));
  return found && meetingView(found, reader);
};

const circulation = (reader: Reader, c: Context) => {
  const found = reader.circulation(numberIn(c, 'number'));
  return found && circulationView(found);
};

const part = (
  name: string,
  id: string,
  summary: string,
  schema: z.ZodType,
  list: (meeting: Meeting, reader: Reader) => Listing,
): Route =>
  listing(`${ONE}/meetings/{number}/${name}`, id, summary, schema, (reader, c) => {
    const found = reader.meeting(numberIn(c, 'number'));
    return found && list(found, reader);
  });

const parts: readonly Route[] = [
  part('items', 'listItems', 'Every item ever proposed for a meeting.', itemSchema, ({ items }) =>
    numbered(items, itemView),
  ),
  part('guests', 'listGuests', 'The guests and observers of a meeting.', guestSchema, ({ guests }) =>
    numbered(guests, guestView),
  ),
  part('sittings', 'listSittings', 'The sittings of a meeting.', sittingSchema, ({ sittings }) =>
    byNumber(sittings, ({ opened }) => opened.index, oneSittingView),
  ),
  part('speeches', 'listSpeeches', 'Every speech asked for in a meeting.', speechSchema, ({ speeches }) =>
    numbered(speeches, speechView),
  ),
  part('calls', 'listCalls', 'The calls for consensus in a meeting.', callSchema, (meeting, reader) =>
    numbered(meeting.calls, (call) => callView(meeting, call, reader)),
  ),
  part('summaries', 'listSummaries', 'The summary record, version by version.', summaryVersionSchema, ({ summary }) =>
    numbered(summary?.versions ?? [], summaryVersionView),
  ),
  part('corrections', 'listCorrections', 'The corrections asked of it.', correctionSchema, ({ summary }) =>
    numbered(summary?.corrections ?? [], correctionView),
  ),
];

export const meetingReadRoutes: readonly Route[] = [
  listed(
    `${ONE}/meetings`,
    'listMeetings',
    'The meetings, and when the next assembly is due.',
    meetingsSchema,
    meetings,
  ),
  get(
    `${ONE}/meetings/{number}`,
    'getMeeting',
    'One meeting: its notices, agenda, delegations, and the room as it is.',
    meetingSchema,
    reading(meeting, 'meeting'),
  ),
  ...parts,
  get(`${ONE}/group`, 'getGroup', 'The coordinating group.', groupSchema, reading(groupView)),
  listing(`${ONE}/group/earlier`, 'listEarlierGroups', 'The coordinating groups before it.', electedSchema, (reader) =>
    byNumber(reader.earlierGroups(), ({ elected }) => elected.index, electedView),
  ),
  listing(
    `${ONE}/group/mandates`,
    'listMandates',
    'Every mandate: what was given to whom, until when, and by what.',
    mandateSchema,
    (reader) => numbered(reader.mandates(), mandateView),
  ),
  listing(
    `${ONE}/help`,
    'listHelp',
    'Requests for secretarial and technical help, with the offers.',
    helpSchema,
    (reader) => numbered(reader.help(), helpView),
  ),
  listing(`${ONE}/letters`, 'listLetters', 'The register of letters and circulars.', letterSchema, (reader) =>
    numbered(reader.letters(), letterView),
  ),
  listing(
    `${ONE}/circulations`,
    'listCirculations',
    'What was circulated, recipient by recipient.',
    circulationSchema,
    (reader) => numbered(reader.circulations(), circulationView),
  ),
  get(
    `${ONE}/circulations/{number}`,
    'getCirculation',
    'One circulation.',
    circulationSchema,
    reading(circulation, 'circulation'),
  ),
];
