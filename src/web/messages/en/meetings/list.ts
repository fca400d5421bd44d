import { plural } from '../plural.ts';

/** Every meeting: what is due, what is coming, what has been. */
export const list = {
  title: 'Meetings',
  lede: 'Assemblies decide; between them the coordinating group works. Every participant takes part in both. (5.2, 9.5)',
  publicLede: 'The meetings whose sittings anybody may follow.',
  next: 'The next assembly',
  ahead: 'The next assembly is on its way:',
  dueBy: (day: string, within: string): string => `It is due by ${day} (${within}).`,
  overdue: (day: string): string => `It was due by ${day}. That day has passed, and none is on its way.`,
  wasDue: (day: string): string => `It was due by ${day}.`,
  notDue: 'The rules name no day by which it must be held.',
  anyParticipant: (conveners: number): string =>
    conveners === 1
      ? 'Any participant may convene it.'
      : `Any ${conveners} participants may convene it, together. (5.1)`,
  groupConvenes: 'The coordinating group convenes it. (5.1)',
  anyoneFrom: (day: string): string =>
    `The coordinating group convenes it. If it has not by ${day}, any participant may. (5.1)`,
  anyoneNow: (conveners: number): string =>
    conveners === 1
      ? 'The coordinating group has not convened it in time: any participant may now. (5.1)'
      : `The coordinating group has not convened it in time: any ${conveners} participants may now, together. (5.1)`,
  notice: (days: number): string =>
    `Whoever convenes it gives at least ${days} ${plural(days, 'day', 'days')} of notice.`,
  convene: 'Convene an assembly',
  convokeGroup: 'Announce a meeting of the group',
  upcoming: 'Coming',
  past: 'Held and called off',
  none: 'Meetings will stand here: when and where they are, what is on their agenda, who comes, and what came of them.',
  noneYours: 'The first step is to convene one.',
  nonePublic: 'Meetings that anybody may follow will stand here.',
  noneAhead: 'No meeting is announced.',
  items: (n: number): string => (n === 0 ? 'no items yet' : `${n} ${plural(n, 'item', 'items')}`),
  coming: (n: number): string => `${n} ${plural(n, 'comes', 'come')}`,
  present: (n: number): string => `${n} ${plural(n, 'organisation was', 'organisations were')} there`,
  record: {
    none: 'no summary record yet',
    open: (day: string): string => `summary record open to correction until ${day}`,
    contested: 'summary record contested',
    approved: 'Summary record, approved',
  },
  calendar: {
    title: 'In your calendar',
    lede: 'Subscribe to this address once, and your calendar keeps up with every meeting and its deadlines.',
    subscribe: 'Subscribe',
    address: 'Address of the calendar',
    secret:
      'It is yours alone: whoever has it reads your organisation’s calendar. Do not pass it on. It ends when your key is revoked or you are recalled.',
  },
  timeline: {
    caption: 'A year of meetings',
    table: 'The same as a table',
    day: 'Day',
    what: 'What',
    today: 'Today',
    due: 'Next assembly due',
    closes: (meeting: string): string => `Last day for items: ${meeting}`,
    key: { assembly: 'assembly', group: 'coordinating group', cancelled: 'called off', deadline: 'deadline' },
  },
};
