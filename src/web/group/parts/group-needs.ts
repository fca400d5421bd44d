import type { GroupNeed } from '../../../conference/reading/group-needs.ts';
import type { Context } from '../../kit/context.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** What the coordinating group and the records of meetings ask of an organisation, in words. */
export const groupNeedRow = (context: Context, need: GroupNeed): NeedRow => {
  const { needs: words, help } = context.t.group;
  const { base, reader } = context;
  if (need.kind === 'help') {
    const request = reader.help()[need.help - 1];
    return {
      what: words.help.what(request === undefined ? '' : help.what[request.what]),
      why: `${firstWords(request?.words ?? '', 140)} (9.6)`,
      act: words.help.act,
      href: `${base}/help#help-${need.help}`,
      second: true,
    };
  }
  const title = titleOfMeeting(context, need.meeting);
  if (need.kind === 'summary') {
    const { what, why, act } = words.summary;
    return {
      what: what(title),
      why,
      act,
      href: meetingPath(context, { number: need.meeting }, 'summary'),
      second: true,
    };
  }
  const { what, why, act } = words.minutes;
  return { what: what(title), why, act, href: `${base}/do/summary.circulate?meeting=${need.meeting}` };
};

export const titleOfMeeting = (context: Context, number: number): string => {
  const meeting = context.reader.meeting(number);
  return meeting === null ? context.t.meetings.head.number(number) : meetingTitle(context, meeting);
};
