/** What stands above a meeting on each of its pages, and when it is. */
export const head = {
  title: {
    assembly: (day: string): string => `Assembly, ${day}`,
    group: (day: string): string => `Coordinating group, ${day}`,
  },
  kind: { assembly: 'Assembly', group: 'Meeting of the coordinating group, open to all' },
  number: (n: number): string => `meeting ${n}`,
  stage: {
    called: 'Called for, not yet by enough',
    convened: 'Convened',
    open: 'Sitting now',
    adjourned: 'Adjourned',
    closed: 'Closed',
    cancelled: 'Called off',
  },
  online: 'Online',
  convenedBy: (name: string): string => `convened by ${name}`,
  convenedByGroup: (name: string): string => `convened by the coordinating group (${name})`,
  tabs: 'This meeting',
  tab: {
    notice: 'Notice',
    agenda: 'Agenda',
    attendance: 'Attendance',
    sitting: 'Sitting',
    summary: 'Summary record',
  },
  /** `{span}`, `{zone}`: the time on the reader's own clocks, and what they are set to. */
  yours: 'For you: {span} ({zone})',
  universal: (span: string): string => `In universal time: ${span}`,
};
