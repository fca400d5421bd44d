import type { Messages } from '../../messages.ts';
import { plural } from '../plural.ts';

export const attendance: Messages['meetings']['attendance'] = {
  reply: {
    coming: 'έρχεται',
    online: 'διαδικτυακά',
    perhaps: 'ίσως',
    'not-coming': 'δεν έρχεται',
    none: 'δεν έχει απαντήσει',
  },
  count: {
    coming: (n) => `${n} ${plural(n, 'έρχεται', 'έρχονται')}`,
    online: (n) => `${n} διαδικτυακά`,
    perhaps: (n) => `${n} ίσως`,
    'not-coming': (n) => `${n} δεν ${plural(n, 'έρχεται', 'έρχονται')}`,
    none: (n) => `${n} δεν ${plural(n, 'έχει', 'έχουν')} απαντήσει`,
  },
  delegations: (n, of) => `${n} από τις ${of} συμμετέχουσες ${plural(n, 'έχει', 'έχουν')} ορίσει αντιπροσωπεία.`,
  caption: 'Κάθε συμμετέχουσα, η απάντηση και η αντιπροσωπεία της',
  organisation: 'Οργάνωση',
  answer: 'Απάντηση',
  delegation: 'Αντιπροσωπεία',
  came: 'Στην αίθουσα',
  byMail: 'από ημερολόγιο ή ηλεκτρονικό ταχυδρομείο',
  unproven: 'αναπόδεικτη',
  since: (moment) => `από ${moment}`,
  until: (moment) => `έφυγε ${moment}`,
  noDelegation: 'δεν έχει οριστεί',
  openToAll:
    'Οι συναντήσεις της συντονιστικής ομάδας είναι ανοιχτές σε όλες: κάθε αντιπρόσωπος μπορεί να έρθει, με ή χωρίς ορισμό. (9.5)',
  guests: 'Προσκεκλημένοι και παρατηρητές',
  noGuests: 'Καμία δεν έχει φέρει προσκεκλημένο.',
  capacity: { guest: 'προσκεκλημένος/η', observer: 'παρατηρητής/τρια' },
  guestOf: 'με πρόσκληση από:',
  erased: 'το όνομα διαγράφηκε',
  stoodIn: 'Αναπληρωματικά στη θέση απόντων μελών',
  inPlaceOf: (substitute, member) => `${substitute} στη θέση του μέλους ${member}`,
};
