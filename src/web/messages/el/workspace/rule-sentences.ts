import type { Messages } from '../../messages.ts';
import { plural } from '../plural.ts';

export const ruleSentences: Messages['workspace']['about']['rule'] = {
  noDisagreement: (r) =>
    `Κάθε αίτηση την ${plural(r.participation.presenters, 'παρουσιάζει τουλάχιστον μία συμμετέχουσα', `παρουσιάζουν τουλάχιστον ${r.participation.presenters} συμμετέχουσες`)} μέσα σε ${r.participation.noDisagreementDays} ${plural(r.participation.noDisagreementDays, 'ημέρα', 'ημέρες')}· έπειτα η αίτηση μένει ανοιχτή σε διαφωνία για άλλο τόσο. (2.3)`,
  byAssembly: (r) =>
    r.participation.byAssembly
      ? 'Μια συνέλευση όπου καμία δεν διαφωνεί δέχεται αμέσως την αιτούσα που έχει παρουσιαστεί. (2.3)'
      : '',
  deviceKeys: (r) =>
    r.keys.deviceKeys
      ? 'Οι αντιπρόσωποι υπογράφουν με κλειδιά πρόσβασης, κλειδιά SSH ή κλειδιά του φυλλομετρητή τους. (4.1)'
      : 'Οι αντιπρόσωποι υπογράφουν με κλειδιά πρόσβασης ή κλειδιά SSH. (4.1)',
  recovery: (r) =>
    `Ένα χαμένο τελευταίο κλειδί αντικαθίσταται όταν για το νέο ${plural(r.keys.vouchers, 'εγγυηθεί τουλάχιστον μία άλλη συμμετέχουσα', `εγγυηθούν τουλάχιστον ${r.keys.vouchers} άλλες συμμετέχουσες`)}, μετά από ${r.keys.recoveryDays} ${plural(r.keys.recoveryDays, 'ημέρα', 'ημέρες')} χωρίς διαφωνία. (4.1)`,
  minimum: (r) =>
    r.decision.minimumDays === 0
      ? 'Μια απόφαση μπορεί να κλείσει οποτεδήποτε. (6.1)'
      : `Μια απόφαση μένει ανοιχτή τουλάχιστον ${r.decision.minimumDays} ημέρες. (6.1)`,
  silence: (r) =>
    ({
      accept: 'Όποιος δεν απαντήσει σε μια απόφαση θεωρείται ότι αποδέχεται. (6.1)',
      'stand-aside': 'Όποιος δεν απαντήσει σε μια απόφαση θεωρείται ότι απέχει. (6.1)',
      object: 'Όποιος δεν απαντήσει σε μια απόφαση θεωρείται ότι αντιτίθεται. (6.1)',
    })[r.decision.silence],
  silenceInRoom: (r) =>
    ({
      accept: 'Όποια σιωπά σε απόφαση μέσα στην αίθουσα λογίζεται ότι αποδέχεται. (6.1)',
      'stand-aside': 'Όποια σιωπά σε απόφαση μέσα στην αίθουσα λογίζεται ότι απέχει. (6.1)',
      object: 'Όποια σιωπά σε απόφαση μέσα στην αίθουσα λογίζεται ότι αντιτίθεται. (6.1)',
    })[r.decision.silenceInRoom],
  unanimity: (r) => {
    if (r.decision.unanimityOfPresent === null) return 'Ομοφωνία είναι η ομοφωνία όλων των συμμετεχουσών. (6.1)';
    const { absentDays } = r.decision.unanimityOfPresent;
    return absentDays === 0
      ? 'Σε συνέλευση, ομοφωνία είναι η ομοφωνία των παρουσών. (6.1)'
      : `Σε συνέλευση, ομοφωνία είναι η ομοφωνία των παρουσών· οι απούσες μπορούν να αντιταχθούν για ${absentDays} ${plural(absentDays, 'ημέρα', 'ημέρες')} μετά. (6.1)`;
  },
  consensus: (r) =>
    r.decision.broadConsensus === null
      ? 'Τα κείμενα εγκρίνονται ομόφωνα, και με κανέναν άλλο τρόπο. (6.1)'
      : `Ευρεία συναίνεση: κάθε σημείο τριβής έχει καταγεγραμμένη διαβούλευση, αντιτίθεται το πολύ ${r.decision.broadConsensus.objectingPercent}\u00a0%, και αντιτίθεται ή απέχει το πολύ ${r.decision.broadConsensus.notAgreeingPercent}\u00a0%. Ένα καταστατικό χρειάζεται ομοφωνία. (7.2)`,
  assemblyFinds: (r) =>
    r.decision.assemblyFinds
      ? 'Η συναίνεση είναι ευρεία και όταν η συνέλευση διαπιστώνει ότι κάποιες συμφωνούν και καμία δεν αντιτίθεται στην ίδια την έγκριση. Ένα καταστατικό χρειάζεται ομοφωνία. (7.2)'
      : '',
  accession: (r) =>
    `Υπογραφή περισσότερο από ${r.signature.firstSigningDays} ημέρες μετά την έγκριση είναι προσχώρηση. (7.1)`,
  reservations: (r) =>
    r.signature.reservations
      ? 'Οι υπογραφές μπορούν να φέρουν επιφυλάξεις. (7.2)'
      : 'Οι υπογραφές δεν φέρουν επιφυλάξεις. (7.2)',
  order: (r) =>
    ({
      name: 'Οι υπογράφουσες τυπώνονται με τη σειρά των ονομάτων τους. (13.4)',
      country: 'Οι υπογράφουσες τυπώνονται κατά χώρα, έπειτα κατά όνομα. (13.4)',
      signing: 'Οι υπογράφουσες τυπώνονται όπως υπέγραψαν. (13.4)',
    })[r.signature.order],
  amendments: (r) =>
    r.texts.noObjectionDays === 0
      ? 'Μια τροπολογία συμφωνείται μόνο όταν τη δεχτούν όλες. (13.2)'
      : `Μια τροπολογία για την οποία καμία δεν έχει αντίρρηση μέσα σε ${r.texts.noObjectionDays} ${plural(r.texts.noObjectionDays, 'ημέρα', 'ημέρες')} θεωρείται συμφωνημένη. (13.2)`,
  proposals: (r) =>
    `Μια πρόταση για ένα κείμενο ισχύει όταν καμία δεν διαφωνήσει μέσα σε ${r.texts.silenceDays} ${plural(r.texts.silenceDays, 'ημέρα', 'ημέρες')}. (13.3)`,
  seconding: (r) =>
    r.texts.seconding === 0
      ? ''
      : `Ένα κείμενο ή μια τροπολογία εξετάζεται όταν το υποστηρίξει ${plural(r.texts.seconding, 'άλλη μία οργάνωση', `ακόμη ${r.texts.seconding} οργανώσεις`)}. (13.2)`,
  assemblies: (r) =>
    r.assembliesPerYear === 1
      ? 'Η διάσκεψη συνέρχεται τουλάχιστον μία φορά τον χρόνο. (5.1)'
      : `Η διάσκεψη συνέρχεται τουλάχιστον ${r.assembliesPerYear} φορές τον χρόνο. (5.1)`,
  notice: ({ meetings: { noticeDays, agendaDays } }) =>
    `Μια συνέλευση συγκαλείται τουλάχιστον ${noticeDays} ${plural(noticeDays, 'ημέρα', 'ημέρες')} πριν· η προσωρινή ημερήσια διάταξη κλείνει ${agendaDays} ${plural(agendaDays, 'ημέρα', 'ημέρες')} πριν. (5.1, 5.3)`,
  standingItem: ({ meetings: { standingItem } }) =>
    standingItem === null
      ? ''
      : `Στην ημερήσια διάταξη κάθε συνέλευσης βρίσκεται από μόνο του: «${standingItem}». (5.3, 5.4)`,
  quorum: ({ meetings: { quorumPercent } }) =>
    quorumPercent === 0
      ? 'Μια συνεδρίαση δεν χρειάζεται απαρτία. (6.1)'
      : `Μια συνεδρίαση αποφασίζει όταν βρίσκεται στην αίθουσα τουλάχιστον το ${quorumPercent}\u00a0% των συμμετεχουσών. (6.1)`,
  books: ({ means: { periodMonths } }) =>
    `Τα λογιστικά βιβλία κλείνουν τουλάχιστον κάθε ${plural(periodMonths, 'μήνα', `${periodMonths} μήνες`)}. (12.1)`,
  group: (r) => {
    const { members, substitutes } = r.coordinatingGroup;
    const spare =
      substitutes === 0 ? '' : ` και ${substitutes} ${plural(substitutes, 'αναπληρωματικό', 'αναπληρωματικά')}`;
    return members === 1
      ? `Γραμματεία ενός μέλους${spare}. (9.1)`
      : `Συντονιστική ομάδα ${members} μελών${spare}. (9.1)`;
  },
};
