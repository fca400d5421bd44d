import type { Messages } from '../../messages.ts';

export const head: Messages['meetings']['head'] = {
  title: {
    assembly: (day) => `Συνέλευση, ${day}`,
    group: (day) => `Συντονιστική ομάδα, ${day}`,
  },
  kind: { assembly: 'Συνέλευση', group: 'Συνάντηση της συντονιστικής ομάδας, ανοιχτή σε όλες' },
  number: (n) => `συνάντηση ${n}`,
  stage: {
    called: 'Ζητήθηκε, όχι ακόμη από αρκετές',
    convened: 'Συγκλήθηκε',
    open: 'Συνεδριάζει τώρα',
    adjourned: 'Διακόπηκε, θα συνεχιστεί',
    closed: 'Έληξε',
    cancelled: 'Ματαιώθηκε',
  },
  online: 'Διαδικτυακά',
  convenedBy: (name) => `τη συγκάλεσε: ${name}`,
  convenedByGroup: (name) => `τη συγκάλεσε η συντονιστική ομάδα (${name})`,
  tabs: 'Αυτή η συνάντηση',
  tab: {
    notice: 'Πρόσκληση',
    agenda: 'Ημερήσια διάταξη',
    attendance: 'Παρουσίες',
    sitting: 'Συνεδρίαση',
    summary: 'Πρακτικά',
  },
  yours: 'Για εσάς: {span} ({zone})',
  universal: (span) => `Σε παγκόσμια ώρα: ${span}`,
};
