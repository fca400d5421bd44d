/** What meetings ask of an organisation, on the first screen. */
export const needs = {
  overdue: 'overdue',
  now: 'now',
  assembly: {
    what: { soon: 'The next assembly must be convened', late: 'The next assembly is overdue' },
    why: {
      soon: (day: string): string => `It is due by ${day}, and none is on its way. (5.1)`,
      late: (day: string): string => `It was due by ${day}, and none is on its way. (5.1)`,
    },
    convene: 'Convene it',
    look: 'Look',
  },
  sitting: {
    what: (title: string): string => `${title}: it sits now`,
    why: (place: string): string => `${place}. (5.2)`,
    act: 'Take part',
  },
  second: {
    what: (title: string): string => `${title} is called for`,
    why: (place: string): string => `${place}. Not enough participants call for it yet. (5.1)`,
    act: 'Call for it too',
  },
  reply: {
    what: (title: string): string => `${title}: do you come?`,
    why: (place: string): string => `${place}. (5.2)`,
    act: 'Answer',
  },
  delegation: {
    what: (title: string): string => `${title}: name your delegation`,
    why: (place: string): string => `${place}. Only those you name can speak and answer for you. (4.1)`,
    act: 'Name them',
  },
  items: {
    what: (title: string): string => `${title}: propose items`,
    why: (day: string): string => `Its agenda is closed for proposals after ${day}. (5.3)`,
    act: 'Propose',
  },
};
