import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { MeetingNeed } from '../../../conference/reading/meeting-needs.ts';
import type { Context } from '../../kit/context.ts';
import { mayConvene } from './meeting-due.ts';
import { meetingTitle, placeText } from '../../kit/meeting-when.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { dayText } from '../../kit/words.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** What meetings ask of an organisation, in words. */
export const meetingNeedRow = (context: Context, need: MeetingNeed): NeedRow => {
  const words = context.t.meetings.needs;
  const { base, reader } = context;
  if (need.kind === 'assembly') {
    const { by } = reader.assemblyDue();
    const [day, late] = [dayText(context, by ?? context.now), need.deadline === null];
    const may = mayConvene(context);
    return {
      what: words.assembly.what[late ? 'late' : 'soon'],
      why: words.assembly.why[late ? 'late' : 'soon'](day),
      act: may ? words.assembly.convene : words.assembly.look,
      href: may ? `${base}/do/meeting.convene` : `${base}/meetings`,
      ...(may ? {} : { second: true }),
      ...(late ? { when: words.overdue } : {}),
    };
  }
  const meeting = reader.meeting(need.meeting);
  const title = meeting === null ? '' : meetingTitle(context, meeting);
  const place = meeting === null ? '' : placeText(context, noticeOf(meeting));
  const form = (kind: string): string => `${base}/do/${kind}?meeting=${need.meeting}`;
  switch (need.kind) {
    case 'sitting':
      return {
        what: words.sitting.what(title),
        why: words.sitting.why(place),
        act: words.sitting.act,
        href: meetingPath(context, { number: need.meeting }, 'sitting'),
        when: words.now,
      };
    case 'second':
      return { ...told(words.second, title, place), href: form('meeting.second') };
    case 'reply':
      return { ...told(words.reply, title, place), href: form('meeting.reply') };
    case 'delegation':
      return { ...told(words.delegation, title, place), href: form('meeting.credentials') };
    case 'items':
      return {
        ...told(words.items, title, dayText(context, need.deadline)),
        href: form('agenda.propose'),
        second: true,
      };
  }
};

interface Told {
  readonly what: (title: string) => string;
  readonly why: (about: string) => string;
  readonly act: string;
}

const told = ({ what, why, act }: Told, title: string, about: string) => ({ what: what(title), why: why(about), act });
