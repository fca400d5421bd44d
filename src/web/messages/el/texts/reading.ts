import type { Messages } from '../../messages.ts';
import { plural } from '../plural.ts';

type Part<K extends keyof Messages['texts']> = Messages['texts'][K];

export const list: Part<'list'> = {
  title: 'Κείμενα',
  lede: 'Όλα όσα οι συμμετέχουσες διαπραγματεύονται, αποφασίζουν και έχουν αποφασίσει.',
  table: 'Κατάθεση κειμένου',
  tableCharter: 'Πρόταση νέου καταστατικού',
  empty:
    'Εδώ θα φαίνονται τα κείμενα που καταθέτουν οι συμμετέχουσες: πρώτα όσα βρίσκονται σε διαπραγμάτευση, έπειτα τι απέγιναν τα άλλα. Κάθε συμμετέχουσα μπορεί να καταθέσει κείμενο.',
  stage: {
    negotiation: 'Σε διαπραγμάτευση',
    decision: 'Σε απόφαση',
    adopted: 'Εγκρίθηκαν',
    'not-adopted': 'Δεν εγκρίθηκαν',
    withdrawn: 'Αποσύρθηκαν',
  },
};

export const head: Part<'head'> = {
  draft: (number) => `σχέδιο ${number}`,
  revision: (number) => `αναθεώρηση ${number}`,
  final: 'τελικό κείμενο',
  of: (day) => `της ${day}`,
  kind: {
    resolution: { draft: 'Σχέδιο ψηφίσματος', final: 'Ψήφισμα' },
    charter: { draft: 'Σχέδιο καταστατικού', final: 'Καταστατικό' },
  },
  tabledBy: (name) => `Κατατέθηκε από: ${name}`,
  cosponsors: (names) => `μαζί με: ${names}`,
  until: (when) => `Σε απόφαση ως τις ${when}`,
  result: {
    unanimous: 'Εγκρίθηκε ομόφωνα',
    'broad-consensus': 'Εγκρίθηκε με ευρεία συναίνεση',
    'not-adopted': 'Δεν εγκρίθηκε',
  },
  negotiation: 'Σε διαπραγμάτευση',
  withdrawn: 'Αποσύρθηκε',
  agreed: (n, of) =>
    n === of ? `Συμφωνούν όλες και στις ${of} διατάξεις` : `Συμφωνούν όλες σε ${n} από ${of} διατάξεις`,
  friction: (n) => `${n} ${plural(n, 'σημείο', 'σημεία')} τριβής`,
  noFriction: 'Κανένα σημείο τριβής',
  signed: (n, of) => `Υπέγραψαν ${n} από ${of}`,
  skip: 'Μετά τις καρτέλες',
  tabs: 'Αυτό το κείμενο',
  tab: { text: 'Κείμενο', points: 'Ανοιχτά σημεία', stand: 'Πού στεκόμαστε', history: 'Ιστορικό' },
  /** After the adoption, in the place of where we stand. */
  signatures: 'Υπογραφές',
  page: {
    text: 'με το περιθώριό του',
    clean: 'μόνο οι λέξεις',
    brackets: 'με αγκύλες',
    changes: 'τι άλλαξε',
    authors: 'ποια έγραψε τι',
    languages: 'Γλώσσες',
    observations: 'Παρατηρήσεις',
    points: 'Ανοιχτά σημεία',
    amendments: 'Όλες οι τροπολογίες',
    debate: 'Όλη η συζήτηση',
    stand: 'Πού στεκόμαστε',
    common: 'Τι θα μπορούσε να υπογραφεί',
    history: 'Όλα όσα έγιναν',
    proposals: 'Προτάσεις',
  },
  within: {
    text: 'Πώς φαίνεται το κείμενο',
    points: 'Τι είναι ανοιχτό στο κείμενο',
    stand: 'Πού στεκόμαστε στο κείμενο',
    history: 'Πώς έγινε το κείμενο',
  },
  show: 'Προβολή',
  /** How far a text is. */
  step: {
    tabled: 'κατατέθηκε',
    negotiation: 'διαπραγμάτευση',
    principle: 'κατ’ αρχήν',
    decision: 'απόφαση',
    adopted: 'εγκρίθηκε',
    signed: 'υπογράφηκε',
    'not-adopted': 'δεν εγκρίθηκε',
    withdrawn: 'αποσύρθηκε',
  },
};

export const clause: Part<'clause'> = {
  short: { preambular: (n) => `Π${n}`, paragraph: (n) => `§${n}` },
  long: { preambular: (n) => `διάταξη προοιμίου ${n}`, paragraph: (n) => `παράγραφος ${n}` },
  headingShort: (n) => `Τ${n}`,
  headingOfText: 'τίτλος μέσα στο κείμενο',
  heading: (words) => `τίτλος «${words}»`,
  kind: {
    heading: 'τίτλος',
    preambular: 'διάταξη προοιμίου',
    operative: 'διατακτικό (αριθμημένη διάταξη)',
    point: 'σημείο, (a), (b) …',
    paragraph: 'παράγραφος',
  },
  level: (n) => `επίπεδο ${n}`,
  beginning: 'στην αρχή',
  after: (name) => `μετά από: ${name}`,
};

export const tally: Part<'tally'> = {
  support: (n) => `${n} ${plural(n, 'υποστηρίζει', 'υποστηρίζουν')}`,
  accept: (n) => `${n} ${plural(n, 'αποδέχεται', 'αποδέχονται')}`,
  'stand-aside': (n) => `${n} ${plural(n, 'απέχει', 'απέχουν')}`,
  object: (n) => `${n} ${plural(n, 'αντιτίθεται', 'αντιτίθενται')}`,
  none: (n) => `${n} ${plural(n, 'δεν έχει', 'δεν έχουν')} πει`,
  all: {
    support: (n) => `Υποστηρίζουν και οι ${n}`,
    accept: (n) => `Αποδέχονται και οι ${n}`,
    'stand-aside': (n) => `Απέχουν και οι ${n}`,
    object: (n) => `Αντιτίθενται και οι ${n}`,
    none: () => 'Δεν έχει μιλήσει ακόμη καμία',
  },
  you: {
    support: 'υποστηρίζετε',
    accept: 'αποδέχεστε',
    'stand-aside': 'απέχετε',
    object: 'αντιτίθεστε',
    none: 'δεν έχετε πει',
  },
  key: 'Τα σημάδια',
};

export const margin: Part<'margin'> = {
  friction: 'Σημείο τριβής',
  consultations: (n) =>
    n === 0
      ? 'καμία καταγεγραμμένη διαβούλευση'
      : `${n} ${plural(n, 'καταγεγραμμένη διαβούλευση', 'καταγεγραμμένες διαβουλεύσεις')}`,
  record: 'Καταγραφή διαβούλευσης',
  take: 'Λάβετε θέση',
  change: 'Αλλάξτε θέση',
  onClause: (name) => `για: ${name}`,
  propose: 'Τροπολογία',
  moreReasons: (n) => plural(n, 'άλλος ένας λόγος', `άλλοι ${n} λόγοι`),
  wouldDelete: 'θα διέγραφε αυτή τη διάταξη',
  wouldRecast: (kind) => `θα την έκανε: ${kind}`,
  wouldSplit: (n) => `θα χώριζε αυτή τη διάταξη σε ${n}`,
  wouldJoin: (names) => `θα ένωνε σε μία: ${names}`,
  wouldMove: (where) => `θα μετακινούσε αυτή τη διάταξη: ${where}`,
  wouldAdd: 'θα πρόσθετε εδώ αυτό',
  wouldMoveHere: (name) => `θα μετακινούσε εδώ: ${name}`,
  variantOf: (numbers) => `τροπολογία ${numbers}:`,
  observation: { clarification: 'διευκρίνιση', view: 'ιδιαίτερη άποψη', disagreement: 'διαφωνία' },
  added: 'προστέθηκε',
  deleted: 'διαγράφηκε',
};

export const panel: Part<'panel'> = {
  next: 'Τι ακολουθεί',
  yours: 'Το κείμενο το καταθέσατε εσείς.',
  stage: {
    negotiation:
      'Όλες μπορούν να προτείνουν τροπολογίες και να πουν τη θέση τους για κάθε διάταξη. Ό,τι αποδέχονται όλες, ή δεν συναντά εγκαίρως αντίρρηση, μπαίνει στο κείμενο· έπειτα το τελικό κείμενο υποβάλλεται σε απόφαση.',
    decision:
      'Οι λέξεις είναι τελικές. Κάθε συμμετέχουσα απαντά για το σύνολο ως την προθεσμία· οι θέσεις μπορούν ακόμη να αλλάξουν.',
    adopted:
      'Αυτό είναι το τελικό κείμενο. Κάθε συμμετέχουσα υπογράφει ό,τι τη βρίσκει σύμφωνη: το σύνολο ή μερικές διατάξεις.',
    'not-adopted': 'Αυτό το κείμενο δεν εγκρίθηκε. Όσα ειπώθηκαν γι’ αυτό μένουν στο αρχείο.',
    withdrawn: 'Όποια κατέθεσε το κείμενο το απέσυρε. Όσα ειπώθηκαν γι’ αυτό μένουν στο αρχείο.',
  },
  revise: 'Δημοσίευση αναθεώρησης',
  decide: 'Υποβολή σε απόφαση',
  withdraw: 'Απόσυρση',
  propose: 'Πρόταση τροπολογίας',
  cosponsor: 'Συνυποστήριξη',
  seconding: {
    needed: (n) =>
      `Πριν αποφασιστεί ή εγκριθεί επί της αρχής, ${plural(n, 'πρέπει να το στηρίξει 1 άλλη', `πρέπει να το στηρίξουν ${n} άλλες`)}.`,
    nobody: 'Δεν το στηρίζει καμία ακόμη.',
    by: (names) => `Το στηρίζουν ως τώρα: ${names}.`,
    second: 'Στηρίξτε το: συνυποστήριξη',
  },
  answer: 'Δώστε την απάντησή σας',
  changeAnswer: 'Αλλάξτε την απάντησή σας',
  sign: 'Ανάγνωση και υπογραφή',
  confirm: 'Επιβεβαίωση της υπογραφής σας',
  withdrawSignature: 'Απόσυρση της υπογραφής σας',
  observe: 'Διατύπωση παρατήρησης',
  document: 'Το δημοσιευμένο έγγραφο',
  frictionTitle: 'Σημεία τριβής',
  frictionNone: 'Καμία δεν αντιτίθεται σε κάποια διάταξη.',
  yourOrganisation: 'Η οργάνωσή σας',
  youOn: {
    support: 'Υποστηρίζετε',
    accept: 'Αποδέχεστε',
    'stand-aside': 'Απέχετε',
    object: 'Αντιτίθεστε',
    none: 'Δεν έχετε πει τη θέση σας',
  },
  wholeTitle: 'Το κείμενο στο σύνολό του',
  wholeTake: 'Πείτε τη θέση σας για το σύνολο',
  signedWhole: 'Έχετε υπογράψει το σύνολο.',
  signedPart: 'Έχετε υπογράψει εν μέρει.',
  notSigned: 'Δεν έχετε υπογράψει.',
  awaiting: 'Η υπογραφή σας είναι ad referendum: περιμένει επιβεβαίωση.',
};
