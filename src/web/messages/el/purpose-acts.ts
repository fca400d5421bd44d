import type { purposeDone as done, purposeKinds as kinds } from '../en/purpose-acts.ts';

/** Όσα γνωστοποιούν, ζητούν και κάνουν μαζί οι οργανώσεις, ως πράξεις. */

export const purposeKinds: typeof kinds = {
  'report.make': 'Ενημέρωση για την κατάσταση στον τόπο σας',
  'report.correct': 'Διόρθωση ενημέρωσης',
  'report.translate': 'Ενημέρωση σε άλλη γλώσσα',
  'report.comment': 'Σχόλιο σε ενημέρωση',
  'appeal.make': 'Έκκληση για στήριξη',
  'appeal.help': 'Τι κάνατε για μια έκκληση',
  'appeal.close': 'Κλείσιμο έκκλησης, με ευχαριστίες',
  'action.propose': 'Πρόταση κοινής δράσης',
  'action.join': 'Συμμετοχή σε κοινή δράση',
  'action.leave': 'Τέλος της συμμετοχής σε κοινή δράση',
  'action.task': 'Ανάληψη ή επιστροφή εργασίας',
  'action.end': 'Τι έγινε με μια κοινή δράση',
};

export const purposeDone: typeof done = {
  'report.make': 'δημοσίευσε ενημέρωση',
  'report.correct': 'διόρθωσε την ενημέρωσή της',
  'report.translate': 'έφερε ενημέρωση σε άλλη γλώσσα',
  'report.comment': 'σχολίασε ενημέρωση',
  'appeal.make': 'ζήτησε στήριξη',
  'appeal.help': 'είπε τι έκανε για μια έκκληση',
  'appeal.close': 'έκλεισε την έκκλησή της',
  'action.propose': 'πρότεινε κοινή δράση',
  'action.join': 'συμμετέχει σε κοινή δράση',
  'action.leave': 'δεν συμμετέχει πια σε κοινή δράση',
  'action.task': 'ανέλαβε ή επέστρεψε εργασία',
  'action.end': 'είπε τι έγινε με μια κοινή δράση',
};
