import { plural } from './plural.ts';
import type { amendmentFates as fates, renewals as ours, amendmentRefusals as refused } from '../en/renewals.ts';

/** Amendments that a revision stands against, and what became of others. */

export const renewals: typeof ours = {
  renew: {
    what: (n, title) =>
      `Ανανεώστε ${plural(n, 'μια τροπολογία σας', `${n} τροπολογίες σας`)} στο «${title}», ή αποσύρετέ ${plural(n, 'την', 'τες')}`,
    why: (numbers) =>
      `Στο μεταξύ το κείμενο άλλαξε αλλιώς στο ίδιο σημείο: τροπολογία ${numbers}. Καμία δεν συμφωνεί με τη σιωπή της. (13.2)`,
    act: 'Δείτε τι σημαίνει τώρα',
  },
  lapsed: {
    what: (n, title) => `Πείτε ξανά τη θέση σας για ${plural(n, 'μια τροπολογία', `${n} τροπολογίες`)} στο «${title}»`,
    why: (numbers) =>
      `Όσα είχατε πει έπαψαν να ισχύουν όταν άλλαξε το κείμενο, και ανανεώθηκε: τροπολογία ${numbers}. (13.2)`,
    act: 'Ανάγνωση',
  },
  lapsedWith: (numbers) =>
    `Με αυτό έπαψαν να ισχύουν όσα είχατε πει για την τροπολογία ${numbers}: το κείμενο άλλαξε αλλιώς το ίδιο σημείο. (13.2)`,
};

export const amendmentFates: typeof fates = {
  open: 'είναι ανοιχτή',
  agreed: 'έχει συμφωνηθεί: ανήκει πια σε όλες, και την ενσωματώνει η επόμενη αναθεώρηση',
  replaced: 'αντικαταστάθηκε από άλλη που συμφωνήθηκε στη θέση της',
  withdrawn: 'έχει αποσυρθεί',
  'taken-in': 'είναι μέσα στο κείμενο: την ενσωμάτωσε μια αναθεώρηση',
  'to-renew': 'περιμένει να την ανανεώσει όποια την υποβάλλει, γιατί το κείμενο άλλαξε αλλιώς',
  fallen: 'έχει πέσει',
};

export const amendmentRefusals: typeof refused = {
  'amendment-is': (amendment, what) => `Η τροπολογία ${amendment} ${what}.`,
  'against-agreed': (amendment) =>
    `Η τροπολογία ${amendment} έχει συμφωνηθεί, και αυτή η αναθεώρηση αλλάζει το ίδιο σημείο αλλιώς. Ενσωματώστε την, ή αφήστε εκείνες τις διατάξεις όπως είναι.`,
  'not-taken-in': (amendment) =>
    `Η αναθεώρηση αυτή θα ενσωμάτωνε την τροπολογία ${amendment}, αλλά δεν λέει ό,τι λέει εκείνη: στη θέση της, ή ακριβώς δίπλα, υπάρχουν άλλες λέξεις. Δημοσιεύστε την όπως είναι, και αλλάξτε την έπειτα.`,
  outdated: (amendment) =>
    `Αυτό που θα άλλαζε η τροπολογία ${amendment} άλλαξε αλλιώς στο μεταξύ, ή δεν υπάρχει πια. Προτείνετέ την ξανά πάνω στις σημερινές λέξεις.`,
};
