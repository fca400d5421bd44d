import type { Messages } from '../index.ts';

const plural = (n: number, one: string, other: string): string => (n === 1 ? one : other);

export const common: Messages['common'] = {
  product: 'Ισονομία',
  skip: 'Στο περιεχόμενο',
  menu: {
    conference: 'Διάσκεψη',
    needs: 'Μας περιμένουν',
    texts: 'Κείμενα',
    observations: 'Παρατηρήσεις',
    participation: 'Συμμετοχή',
    organisation: 'Η οργάνωσή σας',
    record: 'Αρχείο πράξεων',
    about: 'Σχετικά',
    participants: 'Συμμετέχοντες',
    documents: 'Έγγραφα',
    statements: 'Δηλώσεις',
    apply: 'Αίτηση συμμετοχής',
    verify: 'Επαλήθευση',
    signIn: 'Είσοδος',
    signOut: 'Έξοδος',
    language: 'Γλώσσα',
  },
  stand: {
    support: 'υποστηρίζει',
    accept: 'αποδέχεται',
    'stand-aside': 'απέχει',
    object: 'αντιτίθεται',
    none: 'δεν έχει πει',
  },
  keyUse: { passkey: 'κλειδί πρόσβασης', ssh: 'κλειδί SSH', device: 'κλειδί συσκευής', invitation: 'πρόσκληση' },
  role: { representing: 'εκπροσωπεί', assisting: 'επικουρεί' },
  strength: { binding: 'δεσμευτική', ordinary: 'απλή', host: 'του φιλοξενούντος' },
  article: (number) => `άρθρο ${number}`,
  optional: 'προαιρετικά',
  whole: 'το σύνολο',
  clause: (number) => `διάταξη ${number}`,
  clauses: (n) => `${n} ${plural(n, 'διάταξη', 'διατάξεις')}`,
  organisations: (n) => `${n} ${plural(n, 'οργάνωση', 'οργανώσεις')}`,
  days: (n) => `${n} ${plural(n, 'ημέρα', 'ημέρες')}`,
  inDays: (n) => (n === 0 ? 'σήμερα' : n === 1 ? 'αύριο' : `σε ${n} ημέρες`),
  time: {
    zone: 'Ζώνη ώρας του τόπου',
    which: 'Τα ρολόγια πηγαίνουν πίσω και αυτή η ώρα έρχεται δύο φορές. Ποια εννοείτε;',
    first: (zone) => `Την πρώτη φορά (${zone})`,
    second: (zone) => `Τη δεύτερη φορά, αργότερα (${zone})`,
  },
  fingerprint: 'Αποτύπωμα',
  delegate: (number) => `αντιπρόσωπος ${number}`,
  problem: 'Δεν έγινε δεκτό',
  notFound: {
    title: 'Δεν υπάρχει τίποτα εδώ',
    body: 'Η διεύθυνση είναι λάθος, ή όσα βρίσκονται εδώ είναι για τους συμμετέχοντες: συνδεθείτε για να τα δείτε.',
  },
  busy: {
    title: 'Πολύ γρήγορα',
    body: 'Ήρθαν τόσα πολλά από τη διεύθυνσή σας που περιμένουμε λίγο. Τίποτα δεν χάθηκε: δοκιμάστε ξανά σε ένα λεπτό.',
  },
  fault: { title: 'Κάτι χάλασε', body: 'Το λάθος είναι δικό μας. Τίποτα δεν έμεινε μισό· δοκιμάστε ξανά.' },
  sampleNote:
    'Αυτό είναι δείγμα. Οι οργανώσεις του είναι επινοημένες, και όποιος θέλει μπορεί να πάρει τη θέση ενός αντιπροσώπου.',
};
