import type { Messages } from '../../messages.ts';
import { plural } from '../plural.ts';

export const reminder: Messages['post']['reminder'] = {
  heading: {
    unanswered: (n) =>
      `${n} ${plural(n, 'οργάνωση δεν έχει πει πού στέκεται', 'οργανώσεις δεν έχουν πει πού στέκονται')}`,
    unacknowledged: (n) =>
      `${n} ${plural(n, 'οργάνωση δεν έχει επιβεβαιώσει την παραλαβή', 'οργανώσεις δεν έχουν επιβεβαιώσει την παραλαβή')}`,
  },
  byCircular: 'Υπενθύμιση με εγκύκλιο',
  byLetter: 'Υπενθύμιση με επιστολή',
  subject: (title) => `Αναμένεται η απάντησή σας: ${title}`,
  body: {
    unanswered: (title, address) =>
      `Η οργάνωσή σας δεν έχει πει ακόμη πού στέκεται στο «${title}». Παρακαλούμε διαβάστε το και απαντήστε, διάταξη προς διάταξη ή για το σύνολο:\n\n${address}`,
    unacknowledged: (title, address) =>
      `Δεν γνωρίζουμε ακόμη αν το «${title}» έφτασε στην οργάνωσή σας. Παρακαλούμε διαβάστε το και επιβεβαιώστε ότι το έχετε:\n\n${address}`,
  },
};
