import type { Messages } from '../../messages.ts';

export const needs: Messages['meetings']['needs'] = {
  overdue: 'εκπρόθεσμη',
  now: 'τώρα',
  assembly: {
    what: { soon: 'Πρέπει να συγκληθεί η επόμενη συνέλευση', late: 'Η επόμενη συνέλευση καθυστερεί' },
    why: {
      soon: (day) => `Πρέπει να γίνει έως τις ${day}, και δεν έχει οριστεί καμία. (5.1)`,
      late: (day) => `Έπρεπε να γίνει έως τις ${day}, και δεν έχει οριστεί καμία. (5.1)`,
    },
    convene: 'Σύγκληση',
    look: 'Δείτε',
  },
  sitting: {
    what: (title) => `${title}: συνεδριάζει τώρα`,
    why: (place) => `${place}. (5.2)`,
    act: 'Πάρτε μέρος',
  },
  second: {
    what: (title) => `${title}: έχει ζητηθεί`,
    why: (place) => `${place}. Δεν την έχουν ζητήσει ακόμη αρκετές. (5.1)`,
    act: 'Ζητήστε την κι εσείς',
  },
  reply: {
    what: (title) => `${title}: έρχεστε;`,
    why: (place) => `${place}. (5.2)`,
    act: 'Απάντηση',
  },
  delegation: {
    what: (title) => `${title}: ορίστε την αντιπροσωπεία σας`,
    why: (place) => `${place}. Μόνο όσοι ορίσετε μπορούν να μιλούν και να απαντούν για εσάς. (4.1)`,
    act: 'Ορισμός',
  },
  items: {
    what: (title) => `${title}: προτείνετε θέματα`,
    why: (day) => `Η ημερήσια διάταξη κλείνει για προτάσεις μετά τις ${day}. (5.3)`,
    act: 'Πρόταση',
  },
};
