import { isFull, namesAddress } from './quote-words.ts';

/** The head of From, Sent, To and Subject that Outlook and its like put above what they quote. */

/** The labels in the languages in which such a head is known by them alone. */
const LABELS = {
  from: 'From|Από|От|Kimden|Gönderen|De|De la|Expeditor|Од|Od|Пошиљалац|Šalje|Von|Expéditeur',
  sent: 'Sent|Date|Στάλθηκε|Εστάλη|Ημερομηνία|Изпратено|Дата|Gönderildi|Gönderilme|Gönderim Tarihi|Tarih|Trimis|Data|Послато|Poslato|Датум|Datum|Gesendet|Envoyé|Envoyé le',
  to: 'To|Προς|До|Kime|Alıcı|Către|За|Za|Прима|An|À|Pour|Cc|Κοιν|Κοιν.|Κοινοποίηση|Копие|Bilgi|Копија',
  subject: 'Subject|Θέμα|Относно|Тема|Konu|Subiect|Предмет|Predmet|Naslov|Tema|Betreff|Objet',
} as const;

type Label = keyof typeof LABELS;

const BY_NAME: ReadonlyMap<string, Label> = new Map(
  Object.entries(LABELS).flatMap(([label, names]) =>
    names.split('|').map((name) => [name.toLowerCase(), label as Label] as const),
  ),
);

/** Lines in which a head must be complete. */
const MOST_HEAD = 12;

/** What the line is labelled with, bold (`*From:*`) or not; `null` where it is not labelled at all. */
const nameIn = (line: string): string | null =>
  /^\s*\*{0,2}([\p{L}][\p{L}. ]{0,19}?)\s?:\*{0,2}(?:\s|$)/u.exec(line.slice(0, 60))?.[1]?.toLowerCase() ?? null;

/**
 * Whether the lines from `at` on are such a head: in a language that is known, who wrote, to whom or of what, and when or from which address; in any language, four
 * labelled lines, of which the first names an address, one a date with a time, and one another address. Less than that may be somebody's own words.
 */
export const isHead = (lines: readonly string[], at: number): boolean => {
  const block = blockAt(lines, at);
  const [first, ...rest] = block;
  if (first === undefined || block.length < 3) return false;
  const known = new Set(rest.map(({ label }) => label));
  const isKnown = first.label === 'from' && (known.has('to') || known.has('subject'));
  const isDated = rest.some(({ line }) => isFull(line));
  if (isKnown && (namesAddress(first.line) || (known.has('sent') && isDated))) return true;
  return block.length >= 4 && namesAddress(first.line) && isDated && rest.some(({ line }) => namesAnybody(line));
};

const namesAnybody = (line: string): boolean => /[^\s@<>]@[^\s@<>]+\.[^\s@<>]/u.test(line);

interface Labelled {
  readonly line: string;
  readonly name: string;
  readonly label: Label | null;
}

/** The labelled lines from `at` on, up to one whose label has been: there another head begins. */
const blockAt = (lines: readonly string[], at: number): readonly Labelled[] => {
  const block: Labelled[] = [];
  for (const line of lines.slice(at, at + MOST_HEAD)) {
    const name = nameIn(line);
    if (name === null || block.some((before) => before.name === name)) break;
    block.push({ line, name, label: BY_NAME.get(name) ?? null });
  }
  return block;
};
