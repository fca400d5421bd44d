import type { circulated as en } from '../en/circulated.ts';

export const circulated: typeof en = {
  subject: (abbreviation, words) => `[${abbreviation}] ${words}`,
  heading: {
    letter: (reference, subject) => `${reference}: ${subject}`,
    assembly: (when) => `Συνέλευση, ${when}`,
    group: (when) => `Συνάντηση της συντονιστικής ομάδας, ${when}`,
    changed: (what) => `Αλλαγή: ${what}`,
    cancellation: (what) => `Ματαιώνεται: ${what}`,
    summary: (version) => `Συνοπτικά πρακτικά${version === 1 ? '' : `, έκδοση ${version}`}`,
    observation: (text) => `Παρατήρηση για το ${text}`,
    text: (symbol, title) => `Υιοθετήθηκε: ${symbol} ${title}`,
    proposal: {
      agreed: (text) => `Συμφωνήθηκε με τη σιωπή: ${text}`,
      refused: (text) => `Δεν συμφωνήθηκε με τη σιωπή: ${text}`,
    },
    admission: {
      agreed: (organisation) => `Συμμετέχει πλέον: ${organisation}`,
      refused: (organisation) => `Δεν έγινε δεκτή: ${organisation}`,
    },
    recovery: {
      agreed: (organisation) => `Νέο κλειδί μιλά για την οργάνωση ${organisation}`,
      refused: (organisation) => `Δεν υπάρχει νέο κλειδί: ${organisation}`,
    },
    record: {
      agreed: (meeting) => `Τα συνοπτικά πρακτικά εγκρίθηκαν: ${meeting}`,
      refused: (meeting) => `Μένουν διορθώσεις στα συνοπτικά πρακτικά: ${meeting}`,
    },
    publication: {
      agreed: (title) => `Εκδίδεται: ${title}`,
      refused: (title) => `Δεν εκδίδεται: ${title}`,
    },
    help: {
      secretarial: 'Η συντονιστική ομάδα ζητά γραμματειακή βοήθεια',
      technical: 'Η συντονιστική ομάδα ζητά τεχνική βοήθεια',
    },
  },
  from: (organisation) => `Από: ${organisation}`,
  observationBy: {
    clarification: (organisation) => `${organisation} διευκρινίζει:`,
    view: (organisation) => `${organisation} διατυπώνει ιδιαίτερη άποψη:`,
    disagreement: (organisation) => `${organisation} λέει γιατί διαφωνεί:`,
  },
  when: 'Πότε',
  place: 'Πού',
  online: 'Διαδικτυακά',
  joining: 'Σύνδεση',
  languages: 'Γλώσσες',
  called: 'Πρέπει να τη ζητήσουν και άλλοι συμμετέχοντες για να συγκληθεί.',
  reason: 'Γιατί',
  correctUntil: (when) =>
    `Μένουν ανοιχτά σε διορθώσεις έως ${when} και τότε εγκρίνονται, εκτός αν υπάρχει διόρθωση που εκκρεμεί.`,
  adopted: {
    unanimous: 'Συμφώνησαν όλοι οι συμμετέχοντες.',
    'broad-consensus': 'Υιοθετήθηκε με ευρεία συναίνεση.',
  },
  proposed: (organisation, what) => `Πρόταση της οργάνωσης ${organisation} για ${what}:`,
  proposal: {
    rapporteur: 'το ποια γράφει τις αναθεωρήσεις του κειμένου',
    principle: 'την έγκριση του κειμένου επί της αρχής και το ποια το ολοκληρώνει',
    languages: 'τις γλώσσες στις οποίες το κείμενο είναι αυθεντικό',
    weights: 'το πόσο μετρούν οι διατάξεις του κειμένου',
    rectification: 'τη διόρθωση παραδρομής στο τελικό κείμενο',
  },
  nobodyDisagreed: 'Ο χρόνος για διαφωνίες πέρασε και δεν διαφώνησε κανείς: ισχύει από τώρα.',
  notSo: 'Ο χρόνος για διαφωνίες πέρασε: δεν έγινε δεκτό.',
  nobodyCorrects: 'Ο χρόνος για διορθώσεις πέρασε και δεν μένει καμία.',
  corrected: 'Ο χρόνος για διορθώσεις πέρασε και μένουν διορθώσεις: δεν εγκρίθηκαν.',
  issue: (title, n) => `${title}, τεύχος ${n}`,
  underMandate: 'Το εξέδωσε η συντονιστική ομάδα με την εντολή της.',
  helpUntil: (when) => `Χρειάζεται έως ${when}.`,
  tooLong: 'Η συνέχεια βρίσκεται στη σελίδα του.',
  erased: 'Οι λέξεις του έχουν διαγραφεί.',
  files: (names) => `Συνημμένα: ${names}`,
  filesErased: (names) => `Διαγράφηκαν: ${names}`,
  filesOnPage: (names) => `Στη σελίδα του, πολύ μεγάλα για μήνυμα: ${names}`,
  read: {
    letter: 'Διαβάστε την επιστολή και δείτε σε ποιους έφτασε',
    notice: 'Όλα για τη συνάντηση',
    cancellation: 'Όλα για τη συνάντηση',
    summary: 'Διαβάστε τα πρακτικά και ζητήστε διορθώσεις',
    observation: 'Διαβάστε τη δίπλα στο κείμενο',
    text: 'Διαβάστε το, υπογράψτε το, ελέγξτε το',
    help: 'Προσφέρετε βοήθεια',
    outcome: 'Δείτε για τι επρόκειτο',
  },
  reply: (organisation) =>
    `Μπορείτε να απαντήσετε σε αυτό το μήνυμα: τα λόγια σας μπαίνουν στο πρωτόκολλο ως απάντηση από: ${organisation}. Δεν δεσμεύουν κανέναν.`,
  why: (organisation) =>
    `Το λαμβάνετε γιατί το δικαιούται η οργάνωση ${organisation}. Τέτοιες γνωστοποιήσεις πηγαίνουν σε κάθε συμμετέχοντα.`,
  settings: 'Πώς σας βρίσκουμε',
};
