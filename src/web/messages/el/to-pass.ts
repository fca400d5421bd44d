import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

const onlyIf = (what: string) => ({
  passes: (when: string): string => `${what} στις ${when}, εκτός αν κάποια διαφωνήσει.`,
  fails: (when: string, lacks: string): string => `${what} στις ${when} μόνο αν ${lacks}.`,
});

export const toPass: Messages['toPass'] = {
  draft: {
    passes: 'Τίποτα από όσα ειπώθηκαν δεν εμποδίζει την υιοθέτησή του.',
    fails: (lacks) => `Όπως έχει, μπορεί να υιοθετηθεί μόνο αν ${lacks}.`,
  },
  text: {
    atOnce: (names) => `Υιοθετείται αμέσως μόλις συμφωνήσουν όλες· απομένουν: ${names}.`,
    passes: (when) => `Όπως έχουν οι απαντήσεις, υιοθετείται στη λήξη της προθεσμίας, στις ${when}.`,
    fails: (when, lacks) => `Στη λήξη της προθεσμίας, στις ${when}, υιοθετείται μόνο αν ${lacks}.`,
  },
  amendment: {
    atOnce: (names) => `Συμφωνείται αμέσως μόλις την αποδεχθούν όλες· απομένουν: ${names}.`,
    passes: (when) => `Με τη σιωπή συμφωνείται στις ${when}, εκτός αν κάποια αντιταχθεί.`,
    fails: (lacks) => `Με τη σιωπή συμφωνείται μόνο αν ${lacks}.`,
    notBySilence: 'Είναι αντίθετη σε όσα αποφασίστηκαν πριν: με τη σιωπή δεν συμφωνείται.',
  },
  proposal: onlyIf('Ισχύει'),
  publication: onlyIf('Εκδίδεται'),
  application: {
    ...onlyIf('Γίνεται συμμετέχουσα'),
    lapses: (when, lacks) => `Λήγει στις ${when}, εκτός αν ως τότε ${lacks}.`,
  },
  recovery: {
    ...onlyIf('Το νέο κλειδί ισχύει'),
    lapses: (when, lacks) => `Δεν καταλήγει πουθενά στις ${when}, εκτός αν ως τότε ${lacks}.`,
  },
  seconds: {
    text: (n) => plural(n, 'το συνυποστηρίξει 1 ακόμη', `το συνυποστηρίξουν ${n} ακόμη`),
    amendment: (n) => plural(n, 'την υποβάλει από κοινού 1 ακόμη', `την υποβάλουν από κοινού ${n} ακόμη`),
    application: (n) => plural(n, 'την παρουσιάσει 1 ακόμη συμμετέχουσα', `την παρουσιάσουν ${n} ακόμη συμμετέχουσες`),
    recovery: (n) => plural(n, 'εγγυηθεί γι’ αυτό 1 ακόμη συμμετέχουσα', `εγγυηθούν γι’ αυτό ${n} ακόμη συμμετέχουσες`),
  },
  disagreement: (names, n) => plural(n, `αποσύρει τη διαφωνία της: ${names}`, `αποσύρουν τις διαφωνίες τους: ${names}`),
  objection: (names, count, of) =>
    count < of
      ? plural(
          count,
          `πάψει να έχει αντίρρηση μία από τις εξής: ${names}`,
          `πάψουν να έχουν αντίρρηση ${count} από τις εξής: ${names}`,
        )
      : plural(of, `πάψει να έχει αντίρρηση: ${names}`, `πάψουν να έχουν αντίρρηση: ${names}`),
  ofThem: (n) => plural(n, 'συμφωνήσει 1 ακόμη από αυτές', `συμφωνήσουν ${n} ακόμη από αυτές`),
  agreement: (names, count, of) =>
    count < of
      ? plural(count, `συμφωνήσει μία από τις εξής: ${names}`, `συμφωνήσουν ${count} από τις εξής: ${names}`)
      : plural(of, `συμφωνήσει: ${names}`, `συμφωνήσουν: ${names}`),
  consultation: (n) =>
    plural(n, 'καταγραφεί διαβούλευση για το σημείο τριβής', `καταγραφούν διαβουλεύσεις για ${n} σημεία τριβής`),
  rivals: (numbers, n) =>
    plural(
      n,
      `υποχωρήσει η τροπολογία ${numbers}, που θέλει άλλη διατύπωση εκεί`,
      `υποχωρήσουν οι τροπολογίες ${numbers}, που θέλουν άλλη διατύπωση εκεί`,
    ),
  unanimity: 'συμφωνήσουν όλες',
  more: (names, n) => plural(n, `${names} και 1 ακόμη`, `${names} και ${n} ακόμη`),
};
