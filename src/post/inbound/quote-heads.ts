import { isDated, isFull, namesAddress } from './quote-words.ts';

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
 * Whether the lines from `at` on are such a head. In a language that is known it says who wrote, when, to whom and of what; one of the last two may be missing where the first line
 * names an address. In any language it has four labelled lines, of which the first names an address, the second a date with a time, and a later one another address. Less than that may be
 * somebody's own words.
 */
export const isHead = (lines: readonly string[], at: number): boolean => {
  const [first, second, ...rest] = blockAt(lines, at);
  if (first === undefined || second === undefined || rest.length === 0) return false;
  const all = [second, ...rest];
  const addressed = namesAddress(first.line);
  const told = (['to', 'subject'] as const).filter((label) => all.some((line) => line.label === label)).length;
  const isSent = all.some(({ label, line }) => label === 'sent' && isDated(line));
  if (first.label === 'from' && isSent && told >= (addressed ? 1 : 2)) return true;
  return addressed && rest.length >= 2 && isFull(second.line) && rest.some(({ line }) => namesAnybody(line));
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
