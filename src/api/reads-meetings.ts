import type { Context } from 'hono';
import type { Reader } from '../conference/reader.ts';
import { numberIn } from './asking.ts';
import { ONE, get, reading } from './reading.ts';
import type { Route } from './route.ts';
import { list } from './shapes/common.ts';
import { groupSchema, groupView, helpSchema, helpView } from './shapes/group.ts';
import { meetingSchema, meetingView, meetingsSchema, meetingsView } from './shapes/meetings.ts';
import { circulationSchema, circulationView, letterSchema, letterView } from './shapes/post.ts';

/** Reading meetings, the coordinating group and the post. */

const meeting = (reader: Reader, c: Context) => {
  const found = reader.meeting(numberIn(c, 'number'));
  return found && meetingView(found, reader);
};

const circulation = (reader: Reader, c: Context) => {
  const found = reader.circulation(numberIn(c, 'number'));
  return found && circulationView(found);
};

export const meetingReadRoutes: readonly Route[] = [
  get(
    `${ONE}/meetings`,
    'listMeetings',
    'The meetings, and when the next assembly is due.',
    meetingsSchema,
    reading(meetingsView),
  ),
  get(
    `${ONE}/meetings/{number}`,
    'getMeeting',
    'One meeting: its notices, agenda, delegations, sittings, calls for consensus and summary record.',
    meetingSchema,
    reading(meeting, 'meeting'),
  ),
  get(
    `${ONE}/group`,
    'getGroup',
    'The coordinating group, those before it, and its mandates.',
    groupSchema,
    reading(groupView),
  ),
  get(
    `${ONE}/help`,
    'listHelp',
    'Requests for secretarial and technical help, with the offers.',
    list(helpSchema),
    reading((reader) => reader.help().map(helpView)),
  ),
  get(
    `${ONE}/letters`,
    'listLetters',
    'The register of letters and circulars.',
    list(letterSchema),
    reading((reader) => reader.letters().map(letterView)),
  ),
  get(
    `${ONE}/circulations`,
    'listCirculations',
    'What was circulated, recipient by recipient.',
    list(circulationSchema),
    reading((reader) => reader.circulations().map(circulationView)),
  ),
  get(
    `${ONE}/circulations/{number}`,
    'getCirculation',
    'One circulation.',
    circulationSchema,
    reading(circulation, 'circulation'),
  ),
];
