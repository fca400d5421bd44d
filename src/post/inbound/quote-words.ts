/**
 * What mail programs write above what they quote, as they write it: Gmail, Outlook (Windows, web, mobile), Apple Mail, Thunderbird, Roundcube, K-9, Yahoo; in
 * English, Greek, Bulgarian, Turkish, Romanian, Serbian, German and French.
 */

/** The end of a line such as “On …, Anna <…> wrote:”. */
const WROTE = [
  'wrote',
  'έγραψε',
  'έγραψαν',
  'написа',
  'написал',
  'написала',
  String.raw`yazdı(?: \([^()]{1,80}\))?`,
  'a scris',
  String.raw`(?:је|je) (?:написа|napisa)(?:о|o|ла|la)(?:\/ла|\/la|\(ла\)|\(la\))?`,
  'a écrit',
].join('|');

/** German has the name behind the verb. */
const ATTRIBUTION = new RegExp(String.raw`(?:^|[\s>»”"])(?:${WROTE})\s?:$|^Am\s.*\sschrieb\s.{1,200}:$`, 'u');

/** A time of day or an address, without which such a line may be somebody's own words. */
const DATED = /(?<![\d:])\d{1,2}:\d{2}(?!\d)|<[^<>\s]+@[^<>\s]+>/u;

const MOST_LINE = 1000;

/** Whether the line, put together from however many it was broken into, says who wrote what follows; `sure`: on its own, whatever follows. */
export const attribution = (line: string): 'sure' | 'likely' | null => {
  if (line.length > MOST_LINE || !ATTRIBUTION.test(line)) return null;
  return DATED.test(line) ? 'sure' : 'likely';
};

const ORIGINAL = new RegExp(
  String.raw`^\s*[-_—]{2,}\s*(?:${[
    '(?:original|forwarded) message',
    '(?:αρχικό|πρωτότυπο|προωθημένο) μήνυμα',
    '(?:оригинално|препратено|първоначално) (?:съобщение|писмо)',
    '(?:orijinal|özgün|i̇letilmiş|iletilmiş|yönlendirilmiş) (?:i̇leti|ileti|mesaj)',
    '(?:mesaj original|mesaj redirecționat|mesajul original)',
    '(?:изворна|оригинална|прослеђена) порука',
    '(?:izvorna|originalna|prosleđena) poruka',
    '(?:ursprüngliche|weitergeleitete) nachricht|originalnachricht',
    "message (?:d['’]origine|original|transféré|initial)",
  ].join('|')})\s*[-_—]{2,}\s*$`,
  'u',
);

/** “-----Original Message-----”. */
export const isOriginal = (line: string): boolean => line.length <= MOST_LINE && ORIGINAL.test(line.toLowerCase());

/** The line that Outlook draws above what it quotes. */
export const isRule = (line: string): boolean => /^\s*_{20,}\s*$/u.test(line);

/** The labels of the head that Outlook puts above what it quotes. */
const LABELS = {
  from: 'From|Από|От|Kimden|Gönderen|De|De la|Expeditor|Од|Od|Пошиљалац|Šalje|Von|Expéditeur',
  sent: 'Sent|Date|Στάλθηκε|Εστάλη|Ημερομηνία|Изпратено|Дата|Gönderildi|Gönderilme|Gönderim Tarihi|Tarih|Trimis|Data|Послато|Poslato|Датум|Datum|Gesendet|Envoyé|Envoyé le',
  to: 'To|Προς|До|Kime|Alıcı|Către|За|Za|Прима|An|À|Pour|Cc|Κοιν|Κοιν.|Κοινοποίηση|Копие|Bilgi|Копија',
  subject: 'Subject|Θέμα|Относно|Тема|Konu|Subiect|Предмет|Predmet|Naslov|Tema|Betreff|Objet',
} as const;

export type Label = keyof typeof LABELS;

const BY_NAME: ReadonlyMap<string, Label> = new Map(
  Object.entries(LABELS).flatMap(([label, names]) =>
    names.split('|').map((name) => [name.toLowerCase(), label as Label] as const),
  ),
);

/** Which label the line begins with, bold (`*From:*`) or not. */
export const labelOf = (line: string): Label | null => {
  const [, name] = /^\s*\*{0,2}([\p{L}][\p{L}. ]{0,19}?)\s?:\*{0,2}(?:\s|$)/u.exec(line.slice(0, 60)) ?? [];
  return name === undefined ? null : (BY_NAME.get(name.toLowerCase()) ?? null);
};

/** What programs on phones put under every mail. */
const MOBILE = [
  /^sent from (?:my|outlook|yahoo|mail|proton)|^get outlook for|^sent with|device with k-9 mail/u,
  /^(?:στάλθηκε|εστάλη|απεστάλη) από|^αποκτήστε το outlook|^λήψη του outlook/u,
  /^изпратен[оа]? (?:от|с) (?:моя|моето|устройство|outlook|yahoo|iphone|ipad|android|мобил)|^(?:изтеглете|вземете) outlook/u,
  /(?:['’]?[ıiuü]md[ae]n|cihazımdan|telefonumdan|uygulamasından) gönderildi|^android i\u0307?çin outlook|^ios i\u0307?çin outlook|outlook['’]u edinin/u,
  /^trimis de pe|^obțineți outlook|^послато (?:са|с) |^poslato sa |^gesendet (?:von|mit) |^envoyé (?:de|depuis|à partir de) /u,
];

const MOST_MOBILE = 120;

export const isMobileSignature = (line: string): boolean => {
  const plain = line.trim().toLowerCase();
  return plain.length <= MOST_MOBILE && MOBILE.some((shape) => shape.test(plain));
};
