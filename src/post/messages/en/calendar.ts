/** What stands in people's calendars. */
export const calendar = {
  assembly: (conference: string): string => `Assembly: ${conference}`,
  group: (conference: string): string => `Coordinating group: ${conference}`,
  continued: (title: string): string => `${title} (continued)`,
  deadline: (title: string): string => `Deadline: ${title}`,
  agendaCloses: 'Agenda: last moment for proposals',
  assemblyDue: 'An assembly must have begun',
  place: (place: string): string => `Where: ${place}`,
  join: (link: string): string => `Join online: ${link}`,
  languages: (list: string): string => `Working languages: ${list}`,
  page: (address: string): string => `All about it: ${address}`,
};
