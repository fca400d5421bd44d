/**
 * What mail programs write above what they quote. What all of them share needs no list of languages: the line ends in a colon and names an address, with a date or
 * a time. The words are for programs that leave the address or the time out: Gmail, Outlook, Apple Mail, Thunderbird, Roundcube, K-9, Yahoo and their like.
 */

/** The end of a line such as “On …, Anna <…> wrote:”. */
const WROTE = [
  'wrote',
  'writes',
  'said',
  'έγραψε',
  'έγραψαν',
  'написа',
  'написал',
  'написала',
  'пише',
  'напиша',
  String.raw`yazdı(?: \([^()]{1,80}\))?`,
  'a scris',
  String.raw`(?:је|je) (?:написа|napisa)(?:о|o|ла|la)(?:\/ла|\/la|\(ла\)|\(la\))?`,
  'a écrit',
  'schrieb',
  'ha scritto',
  'escribió',
  'escreveu',
  String.raw`napisał(?:a|\(a\))?`,
  String.raw`nap[ií]?sal(?:a|\(a\)|\/a|i)?`,
  String.raw`(?:napisao|napisala)(?: je)?`,
  'kirjoitti',
].join('|');

const VERB = new RegExp(String.raw`(?:^|[\s>»”")])(?:${WROTE})\s?:$`, 'u');
/** Some languages have the name behind the verb. */
const VERB_INSIDE = /^(?:Am|Op|Den)\s.*\s(?:schrieb|schreef|skrev)\s.{1,200}:$|\sتمت كتابة ما يلي بواسطة\s.{1,200}:$/u;
const VERBS_WITHIN = /\s(?:schrieb|schreef|skrev)\s/gu;

/** An address in the brackets in which programs write one. */
const ADDRESS = /[<([](?:mailto:)?[^<>()[\]\s]+@[^<>()[\]\s]+[>)\]]/u;
/** An address as the one who wrote, at the end: “2 Nov 2026, 10:15 by anna@example.org:”. */
const BY_ADDRESS = /\s(?:by|von|par|por|da|od|door|av|από|от|tarafından|de) [^<>\s]+@[^<>\s]+:$/u;

/** A time of day. A date of three numbers is none. */
const TIME = /(?<![\d.:])\d{1,2}[:.]\d{2}(?![\d]|\.\d)/u;
/** A year, or a date of three numbers. */
const DATE = /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/u;

const MOST_LINE = 1000;

/** How sure it is that a line says who wrote what follows: `sure`, whatever follows; `likely`, where a quotation follows; `null`, not at all. */
export type Attribution = 'sure' | 'likely' | null;

/**
 * Of a line put together from however many it was broken into. Programs write a date, a name and an address; where other words stand between these, somebody
 * may have written a sentence, and what is below is theirs unless it is marked.
 */
export const attribution = (line: string): Attribution => {
  if (line.length > MOST_LINE || !/[:：]$/u.test(line)) return null;
  const verb = VERB.test(line) || VERB_INSIDE.test(line);
  const address = ADDRESS.test(line);
  if (address && (NAME_FIRST.test(line) ? verb || isFull(line) : verb && isDated(line))) return 'sure';
  const prose = proseIn(line);
  if (isFull(line) && DATE_FIRST.test(line)) {
    if (verb ? prose === 0 : prose <= 1 && (ENDS_IN_ADDRESS.test(line) || BY_ADDRESS.test(line))) return 'sure';
  }
  if (verb && !address) return isFull(line) || (isDated(line) && prose <= 1) || NAME_ALONE.test(line) ? 'likely' : null;
  return address && (verb || isDated(line)) ? 'likely' : null;
};

/** “Anna River <anna@example.org> …” */
const NAME_FIRST = /^["'“„«]?(?:[\p{Lu}\p{Lo}][^\s,;:!?<>()]*["'”“»]?,?\s){0,6}[<(][^<>()\s]+@/u;
/** “On 2 November”, “пн, 2 нояб.”: a word at most, and one of a day. */
const DATE_FIRST = /^(?:[^\s\d]+\s){0,2}(?:[^\s\d]+,\s)?[^\s\d]*\d/u;
const ENDS_IN_ADDRESS = /<[^<>\s]+@[^<>\s]+>\s?[:：]$/u;

/** How many words that are no names stand behind the last number, the verb left out. */
const proseIn = (line: string): number => {
  const [, rest = ''] = /.*\d(?![^<]*>)\S*(.*)$/su.exec(line.replace(ADDRESS, '')) ?? [];
  const words = rest
    .replace(BY_ADDRESS, '')
    .replace(VERB, '')
    .replaceAll(VERBS_WITHIN, ' ')
    .match(/(?<![\p{L}\p{M}./])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{M}./])/gu);
  return words?.length ?? 0;
};

/** Whether the last line of an attribution that is broken can be this one. */
export const endsAttribution = (line: string): boolean => VERB.test(line.trim()) || line.includes('@');

/** “Anna River wrote:” with nothing but a name before the verb. */
const NAME_ALONE = /^(?:\p{Lu}[^\s,;:.!?]*\s){1,5}\p{Ll}[^,;:.!?]{0,20}:$/u;

/** Whether a date or a time of day stands in the line. */
export const isDated = (line: string): boolean => TIME.test(line) || DATE.test(line);

/** Whether both do. */
export const isFull = (line: string): boolean => TIME.test(line) && DATE.test(line);

/** Whether an address stands in the line, in brackets. */
export const namesAddress = (line: string): boolean => ADDRESS.test(line);

const ORIGINAL = new RegExp(
  String.raw`^\s*(?:[-_]{4,}|—{2,})\s*(?:${[
    '(?:original|forwarded) message',
    '(?:αρχικό|πρωτότυπο|προωθημένο) μήνυμα',
    '(?:оригинално|препратено|първоначално) (?:съобщение|писмо)',
    '(?:orijinal|özgün|i̇letilmiş|iletilmiş|yönlendirilmiş) (?:i̇leti|ileti|mesaj)',
    '(?:mesaj original|mesaj redirecționat|mesajul original)',
    '(?:изворна|оригинална|прослеђена) порука',
    '(?:izvorna|originalna|prosleđena) poruka',
    '(?:ursprüngliche|weitergeleitete) nachricht|originalnachricht',
    "message (?:d['’]origine|original|transféré|initial)",
    '(?:mensaje|mensagem) (?:original|reenviado|encaminhada)|messaggio (?:originale|inoltrato)',
    '(?:oryginalna|przekazana) wiadomość|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение',
  ].join('|')})\s*(?:[-_]{3,}|—{2,})\s*$`,
  'u',
);

/** “-----Original Message-----”. */
export const isOriginal = (line: string): boolean => line.length <= MOST_LINE && ORIGINAL.test(line.toLowerCase());

/** The line that Outlook draws above what it quotes. */
export const isRule = (line: string): boolean => /^\s*_{20,}\s*$/u.test(line);

/** Written by Apple Mail above the head of a mail that it forwards. */
export const announcesForwarded = (line: string): boolean =>
  /^\s*(?:begin forwarded message|αρχή προωθημένου μηνύματος|anfang der weitergeleiteten nachricht|début du message transféré|начало на препратеното съобщение|i̇letilen ileti başlangıcı|inizio messaggio inoltrato)\s?:\s*$/u.test(
    line.toLowerCase().slice(0, 80),
  );
