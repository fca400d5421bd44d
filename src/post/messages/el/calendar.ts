import type { calendar as en } from '../en/calendar.ts';

export const calendar: typeof en = {
  assembly: (conference) => `Συνέλευση: ${conference}`,
  group: (conference) => `Συντονιστική ομάδα: ${conference}`,
  continued: (title) => `${title} (συνέχεια)`,
  deadline: (title) => `Προθεσμία: ${title}`,
  agendaCloses: 'Ημερήσια διάταξη: τέλος των προτάσεων',
  assemblyDue: 'Πρέπει να έχει αρχίσει συνέλευση',
  place: (place) => `Πού: ${place}`,
  join: (link) => `Συμμετοχή εξ αποστάσεως: ${link}`,
  languages: (list) => `Γλώσσες εργασίας: ${list}`,
  page: (address) => `Όλα τα σχετικά: ${address}`,
};
