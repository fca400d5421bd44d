import { memoise } from '../../base/memo.ts';
import { likenessesOf } from './likeness.ts';

/**
 * Names of the whole: "Secretariat of the Conference of River Basins", "All participants". Whoever is called so signs, to every reader, for all. A name is one where nothing in it but the conference's own
 * names and the words below tells whose it is; any other word, a country, a city, a river, makes it somebody's. Order, spaces, accents, case and letters that look alike make no difference.
 */

/** What a conference, and everybody in it together, may be called, in the languages of the pages. */
const OF_ALL = `
  all everyone everybody conference assembly plenary participants participant members member delegates organisations organizations founders signatories signers
  secretariat secretary president presidency chair chairperson chairman bureau board council committee commission group office host spokesperson rapporteur
  coordinating coordination organising organizing general executive standing joint official
  όλοι όλες όλα όλων διάσκεψη διάσκεψης διασκέψεως συνέλευση συνέλευσης συνελεύσεως ολομέλεια ολομέλειας συμμετέχοντες συμμετεχόντων συμμετέχουσες συμμετεχουσών
  μέλη μελών μέλος αντιπρόσωποι αντιπροσώπων οργανώσεις οργανώσεων ιδρυτές ιδρυτών υπογράφοντες υπογραφόντων υπογράφουσες υπογραφουσών
  γραμματεία γραμματείας γραμματέας πρόεδρος προέδρου προεδρία προεδρίας προεδρείο προεδρείου γραφείο γραφείου συμβούλιο συμβουλίου επιτροπή επιτροπής ομάδα ομάδας
  οικοδεσπότης οικοδέσποινα φιλοξενία εκπρόσωπος εισηγητής συντονιστική συντονιστικής συντονιστικό συντονιστικού συντονισμού οργανωτική οργανωτικής γενική γενικής γενικό εκτελεστική εκτελεστικό επίσημη
`;

/** What only joins the others. */
const BETWEEN = 'the of for and in on behalf η ο οι το τα της του των την τον τη και για εκ εξ μέρους';

type Forms = readonly ReadonlySet<string>[];

/** The forms of each of these words, kind by kind: a form is compared with those of its own kind alone. */
const formsOf = (words: readonly string[]): Forms => {
  const forms: Set<string>[] = [];
  for (const word of words)
    for (const likeness of likenessesOf(word)) {
      const [kind, form] = partsOf(likeness);
      (forms[kind] ??= new Set()).add(form);
    }
  return forms;
};

const partsOf = (likeness: string): readonly [kind: number, form: string] => {
  const at = likeness.indexOf(' ');
  return [Number(likeness.slice(0, at)), likeness.slice(at + 1)];
};

const listed = (words: string): readonly string[] => words.trim().split(/\s+/u);

const ofAll = formsOf(listed(OF_ALL));
const between = formsOf(listed(BETWEEN));

const formsOfNames = memoise(20, (names) => formsOf(JSON.parse(names) as readonly string[]));

/** Whether a name says nothing but that all speak by it. `own`: what the conference is called: its name, its charter's title, its abbreviation. */
export const isOfTheWhole = (name: string, own: readonly string[]): boolean => {
  const names = formsOfNames(JSON.stringify(own));
  return likenessesOf(name).some((likeness) => {
    const [kind, form] = partsOf(likeness);
    return isMadeOf(form, [ofAll[kind], names[kind]], between[kind]);
  });
};

/** Whether a form is made of these words alone, and of one at least that is `telling`. */
const isMadeOf = (
  form: string,
  telling: readonly (ReadonlySet<string> | undefined)[],
  joining: ReadonlySet<string> | undefined,
): boolean => {
  // How each place is come to: not at all, by joining words alone, or with a telling one.
  const reached = Array.from({ length: form.length + 1 }, (_, at): 'not' | 'joined' | 'told' =>
    at === 0 ? 'joined' : 'not',
  );
  for (let from = 0; from < form.length; from += 1) {
    const here = reached[from];
    if (here === undefined || here === 'not') continue;
    for (let to = from + 1; to <= form.length; to += 1) {
      const part = form.slice(from, to);
      if (telling.some((words) => words?.has(part) === true)) reached[to] = 'told';
      else if (reached[to] !== 'told' && joining?.has(part) === true) reached[to] = here;
    }
  }
  return reached[form.length] === 'told';
};
