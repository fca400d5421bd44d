import { CONSENT_RULES } from '../rules.ts';
import { template } from './template.ts';

/** For a small circle that works by consent, with one of its members as secretariat. */
export const CONSENT = template({
  id: 'consent',
  title: 'A coalition that works by consent',
  summary:
    'For a small circle of institutes or associations that know each other and have work to do. A proposal goes ahead unless a member shows how it would harm what the circle is for; such an objection is worked into the proposal. One member keeps the secretariat for a time.',
  translations: {
    el: {
      title: 'Σύμπραξη που αποφασίζει με συγκατάθεση',
      summary:
        'Για έναν μικρό κύκλο ινστιτούτων ή συλλόγων που γνωρίζονται μεταξύ τους και έχουν δουλειά να κάνουν. Μια πρόταση προχωρεί, εκτός αν ένα μέλος δείξει πώς θα έβλαπτε τον κοινό σκοπό· η αντίρρηση αυτή γίνεται τότε αφορμή για καλύτερη πρόταση. Ένα από τα μέλη αναλαμβάνει για ένα διάστημα τη γραμματεία.',
    },
  },
  clauses: [
    {
      id: 'circle',
      kind: 'preambular',
      words:
        'We are few, we know each other’s work, and we wish to do together what none of us can do well alone. To that end we agree as follows.',
    },
    { id: 'work', kind: 'heading', words: 'Our work' },
    {
      id: 'purpose',
      kind: 'operative',
      words:
        'We take on a task together only when we can say in one sentence what it is for. That sentence is what every later proposal is measured by.',
    },
    {
      id: 'share',
      kind: 'operative',
      words: 'We share what we learn while we are learning it, mistakes included.',
    },
    {
      id: 'credit',
      kind: 'operative',
      words: 'What is published names those who did the work.',
    },
    { id: 'consent', kind: 'heading', words: 'Consent' },
    {
      id: 'good-enough',
      kind: 'operative',
      words: 'A proposal need not be everyone’s first choice. It has to be good enough for now and safe enough to try.',
    },
    {
      id: 'objection',
      kind: 'operative',
      words:
        'A member objects when it sees that a proposal would harm what we are here for, and says how. A preference is not an objection, and neither is silence.',
    },
    {
      id: 'gift',
      kind: 'operative',
      words:
        'An objection tells us something that the proposal has overlooked. Whoever made the proposal and whoever objects look together for a wording that meets both.',
    },
    {
      id: 'aside',
      kind: 'operative',
      words: 'A member that would rather not take part may stand aside. The others go on, and it may join them later.',
    },
    {
      id: 'again',
      kind: 'operative',
      words: 'What we have agreed to try we look at again, on a day named in advance.',
    },
    { id: 'members', kind: 'heading', words: 'Members and secretariat' },
    {
      id: 'equal',
      kind: 'operative',
      words: 'All members are equal: one organisation, one voice.',
    },
    {
      id: 'independent',
      kind: 'operative',
      words:
        'Every member stays independent. The coalition does not speak for it, unless it has signed what the coalition says.',
    },
    {
      id: 'secretariat',
      kind: 'operative',
      words:
        'One member keeps the secretariat. It sends out papers, reminds us of dates and keeps the files in order; it decides nothing for the rest, and it passes the task on when its time is over.',
    },
    {
      id: 'join',
      kind: 'operative',
      words:
        'A new member joins when it has accepted these principles and the rules, and none of us disagrees. We stay a circle that fits round one table.',
    },
    {
      id: 'leave',
      kind: 'operative',
      words: 'A member may leave at any time. It finishes what it has begun, or hands it over.',
    },
  ],
  rules: CONSENT_RULES,
});
