import { daysWith, listsWith } from '../../../../charter/final/words.ts';
import type { Messages } from '../../messages.ts';

const MONTHS =
  'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου'.split(
    ' ',
  );

export const final: Messages['texts']['final'] = {
  day: daysWith(MONTHS),
  list: listsWith('και'),
  statement: {
    symbol: (number) => `Δήλωση ${number}`,
    event: (name, day) => `Με αφορμή: ${name}, ${day}.`,
    alone: 'Αυτή η δήλωση εκφράζει μόνο όσες την υπογράφουν, και όχι τη διάσκεψη στο αρχείο της οποίας φυλάγεται.',
    calls: 'Τι ζητούν όσες υπογράφουν',
    invited: (by, says, under) =>
      `Έξω από τη διάσκεψη· την κάλεσε${under === null ? '' : ` με το όνομα ${under}`} η οργάνωση ${by}, που εγγυάται για αυτήν: ${says}`,
    says: {
      'mail-domain': (domain) => `έγραψε από τη δική της διεύθυνση ταχυδρομείου, στο ${domain}.`,
      'web-page': (address) => `ο δικός της ιστότοπος λέει ότι υπογράφει, στο ${address}.`,
      'published-key': (key, address) => `έχει δημοσιεύσει αυτό το κλειδί ως δικό της: ${key}, στο ${address}.`,
      'in-person': (words) => `γνωρίζουμε τους ανθρώπους της. «${words}»`,
    },
    why: (name, day) => `Η οργάνωση ${name} απέσυρε την υπογραφή της στις ${day}`,
    more: (count) => `και άλλες ${count}`,
  },
  kind: { resolution: 'Ψήφισμα', charter: 'Καταστατικός χάρτης' },
  adopted: {
    unanimous: (day, where) => `Εγκρίθηκε ομόφωνα στις ${day}, ${where}`,
    'broad-consensus': (day, where) => `Εγκρίθηκε με ευρεία συναίνεση στις ${day}, ${where}`,
  },
  signatories: 'Όσες υπογράφουν',
  noSignatories: 'Δεν το έχει υπογράψει ακόμη καμία οργάνωση.',
  columns: { organisation: 'Οργάνωση', country: 'Χώρα', extent: 'Τι υπέγραψε', on: 'Στις' },
  whole: 'το σύνολο',
  only: (names) => `εν μέρει: ${names}`,
  allBut: (names) => `όλα εκτός από: ${names}`,
  accession: 'προσχώρηση',
  adReferendum: 'ad referendum, δεν έχει επιβεβαιωθεί',
  confirmed: (day) => `ad referendum, επιβεβαιώθηκε στις ${day}`,
  withdrawn: (day) => `αποσύρθηκε στις ${day}`,
  with: { reservation: 'με επιφύλαξη', interpretation: 'με ερμηνευτική δήλωση' },
  riders: 'Επιφυλάξεις και ερμηνευτικές δηλώσεις',
  rider: {
    reservation: (on) => `επιφύλαξη για: ${on}`,
    interpretation: (on) => `ερμηνευτική δήλωση για: ${on}`,
  },
  wholeText: 'το σύνολο του κειμένου',
  clause: {
    number: (number) => `διάταξη ${number}`,
    heading: (words) => `επικεφαλίδα «${words}»`,
    preambular: (nth) => `${nth}η παράγραφος του προοιμίου`,
    paragraph: (nth) => `${nth}η παράγραφος`,
    point: (number, of) => `στοιχείο ${number}, ${of}`,
  },
  note: {
    title: 'Τελική σημείωση',
    amended:
      'Το τελικό αυτό κείμενο έγινε από όσα κατατέθηκαν και από τις προσθήκες και τις τροπολογίες που ενέκριναν όλες οι συμμετέχουσες.',
    unchanged: 'Το τελικό αυτό κείμενο είναι όπως κατατέθηκε.',
    principle: (where, day) => `Έγινε κατ’ αρχήν δεκτό στις ${day}, ${where}.`,
    to: (whom, until, latest) =>
      `Έτσι δόθηκε εντολή για την ολοκλήρωσή του (${whom}) έως τις ${until}${latest === null ? '' : `, το αργότερο ${latest}`}.`,
    group: 'στη συντονιστική ομάδα',
    founded: (day, where) =>
      `Η διάσκεψη ιδρύθηκε στις ${day}, ${where}, όταν υπέγραψε το καταστατικό αυτό και η τελευταία ιδρύτρια (άρθρο 13.1).`,
    adopted: {
      unanimous: (day, where) => `Εγκρίθηκε ομόφωνα στις ${day}, ${where}`,
      'broad-consensus': (day, where) => `Εγκρίθηκε με ευρεία συναίνεση στις ${day}, ${where}`,
    },
    under: (articles, count, charter, title) =>
      `κατά ${count === 1 ? 'το άρθρο' : 'τα άρθρα'} ${articles} του χάρτη ${charter}, «${title}».`,
    writing: 'γραπτώς',
    meeting: {
      assembly: (nth) => `στην ${nth}η συνέλευση`,
      group: (nth) => `στην ${nth}η συνεδρίαση της συντονιστικής ομάδας`,
    },
    at: (meeting, place) => `${meeting} (${place})`,
    online: (meeting) => `${meeting}, που έγινε διαδικτυακά`,
    latest: {
      assembly: (nth) => `στην ${nth}η συνέλευση`,
      group: (nth) => `στην ${nth}η συνεδρίασή της`,
    },
  },
  slips: 'Αβλεψίες που διορθώθηκαν',
  slip: (name, day) => `${name}: διορθώθηκε στις ${day}, αφού δεν διαφώνησε καμία`,
  signedAs: 'Όπως υπογράφηκε',
  readAs: 'Όπως διαβάζεται',
  rules: 'Παράρτημα: οι κανόνες',
  observations: 'Παράρτημα: παρατηρήσεις που δημοσιοποίησαν όσες τις διατύπωσαν',
  observation: {
    clarification: (on) => `διευκρίνιση για: ${on}`,
    view: (on) => `ιδιαίτερη άποψη για: ${on}`,
    disagreement: (on) => `διαφωνία για: ${on}`,
  },
  check: 'Πώς ελέγχεται',
  checkAt: (page, document) =>
    `Όποιος έχει αυτό το κείμενο μπορεί να το ελέγξει χωρίς εμάς: ο φάκελος αποδείξεών του βρίσκεται στο ${document} και ελέγχεται στο ${page} ή με εργαλεία που έχει κάθε υπολογιστής.`,
  fingerprint: (hash) => `Αποτύπωμα του κειμένου που υπογράφηκε (SHA-256): ${hash}`,
};
