import type { Messages } from '../../messages.ts';
import { plural } from '../plural.ts';

export const front: Messages['site']['front'] = {
  lede: (organisations, countries) =>
    `${organisations} ${plural(organisations, 'οργάνωση', 'οργανώσεις')} από ${countries} ${plural(countries, 'χώρα', 'χώρες')}. Αποφασίζουν με συναίνεση, και καθεμιά υπογράφει ό,τι εγκρίνει.`,
  faces: 'Ποιες συμμετέχουν',
  more: (n) => `και άλλες ${n}`,
  founded: (day) => `Ιδρύθηκε στις ${day}`,
  from: 'Οργανώσεις από:',
  seat: (place) => `Έδρα: ${place}`,
  next: (meeting, day) => `${meeting} στις ${day}`,
  decisions: 'Αποφάσεις',
  decisionsNone: 'Εδώ θα φαίνονται οι αποφάσεις της διάσκεψης, κάθε κείμενο με τα ονόματα όσων το υπέγραψαν.',
  decisionsAll: (n) => `Και οι ${n} αποφάσεις`,
  statements: 'Δηλώσεις',
  statementsLede: 'Εκφράζουν όσες τις υπέγραψαν, όχι τη διάσκεψη.',
  statementsAll: 'Όλες οι δηλώσεις',
  check: 'Ελέγξτε το και μόνοι σας',
  checkBody:
    'Κάθε υπογραφή εδώ μπορεί να την ελέγξει ο καθένας, στον δικό του υπολογιστή, χωρίς να ρωτήσει αυτόν τον ιστότοπο.',
  checkDo: 'Έλεγχος ενός εγγράφου',
  record: 'Το αρχείο όλων των πράξεων',
  join: 'Συμμετοχή',
  joinBody: 'Κάθε οργάνωση που συμμερίζεται τις αρχές μπορεί να υποβάλει αίτηση.',
  joinRegion: (countries) => `Κάθε οργάνωση από: ${countries}, που συμμερίζεται τις αρχές, μπορεί να υποβάλει αίτηση.`,
};
