import type { Messages } from '../../messages.ts';

export const paper: Messages['texts']['paper'] = {
  standsAt: 'Βρίσκεται, όπως είναι τώρα, στη διεύθυνση:',
  contents: 'Περιεχόμενα',
  attended: 'Ποιοι ήταν παρόντες',
  dossier: (title) => `Φάκελος: ${title}`,
  dossierOf: {
    meeting: 'Όλα τα έγγραφα αυτής της συνάντησης σε ένα αρχείο PDF',
    text: 'Αυτό το κείμενο σε όλες τις γλώσσες του σε ένα αρχείο PDF',
  },
  page: (page, pages) => `Σελίδα ${page} από ${pages}`,
  check: (page) => `Πώς ελέγχεται αυτό το έγγραφο: σελίδα ${page}`,
  lacking: (address) =>
    `Οι γραμματοσειρές αυτού του αρχείου δεν έχουν όλα τα γράμματά του. Όποιο λείπει γράφεται με τον αριθμό του στο Unicode, όπως [U+10D0]. Με όλα τα γράμματά του το έγγραφο βρίσκεται στη διεύθυνση ${address}.`,
  code: (address) => `Κωδικός για κάμερα. Οδηγεί στη διεύθυνση ${address}.`,
};
