/** Signatures: what stands under two dashes at the end, and what programs on phones put under every mail. */

/** How such a line begins: “Sent from”, in the languages. */
const SENT = [
  'sent (?:from|with)|get outlook for|envoyé (?:de|depuis|à partir de)|gesendet (?:von|mit)',
  '(?:στάλθηκε|εστάλη|απεστάλη) (?:από|με)|αποκτήστε το|λήψη του',
  '(?:изпратен[оа]?) (?:от|с)|изтеглете|вземете|отправлено (?:с|из)|надіслано з|испратено од|послато (?:са|с)',
  'poslan[oa] (?:s|sa|z|iz)|poslato sa|wysłan[eoa] (?:z|ze)|odeslán[oa] z|odoslan[éeoa] z|elküldve',
  'inviato (?:da|con|dal)|enviado (?:desde|do|de|com|con)|verzonden (?:vanaf|met)|skickat från|sendt fra|lähetetty|dërguar nga|trimis (?:de pe|din|cu)|obțineți',
].join('|');

/** What it was sent from. */
const DEVICE =
  'iphone|ipad|ios|android|outlook|samsung|galaxy|huawei|xiaomi|redmi|oneplus|nokia|motorola|pixel|blackberry|windows|yahoo|gmail|proton|thunderbird|k-9|mail|mobile|phone|smartphone|handy|κινητό|мобил\\p{L}*|telefon\\p{L}*|tutanota|tuta';

const OPENING = new RegExp(String.raw`^(?:${SENT})\s(?=.*(?:${DEVICE}))`, 'u');
/** Turkish has the device in front. */
const TURKISH = new RegExp(
  String.raw`(?:${DEVICE})\p{L}*['’]?\p{L}* gönderildi$|^(?:android|ios) i\u0307?çin outlook|outlook['’]u edinin|device with k-9 mail`,
  'u',
);

const MOST = 120;
const MOST_WORDS = 9;

/** Whether the line is nothing but such a program's. Who writes “Sent from my phone, we object” says something. */
export const isMobileSignature = (line: string): boolean => {
  const plain = line
    .trim()
    .toLowerCase()
    .replaceAll(/<https?:[^<>\s]*>/gu, '')
    .trim();
  if (line.length > MOST || /[,;:?!]|\.\s/u.test(plain) || plain.split(/\s+/u).length > MOST_WORDS) return false;
  return OPENING.test(plain) || TURKISH.test(plain);
};

/** How many lines a signature has that begins with two dashes and without the space that belongs behind them (RFC 3676 section 4.3). */
const MOST_LOOSE = 10;
/** A sentence: such dashes may stand between two of them as well. */
const SENTENCE = /(?:\S+\s+){3,}\S+[.!?;·][)”"»]?\s*$/u;

/** Where the signature of the own words from `start` to `end` begins; `null` where they have none. */
export const signatureIn = (lines: readonly string[], start: number, end: number): number | null => {
  const dashes: number[] = [];
  for (let i = start; i < end; i++) if (/^-- ?$/u.test(lines[i] ?? '')) dashes.push(i);
  const [at] = dashes;
  // Dashes that stand more than once are between points, and not above a signature.
  if (at !== undefined && dashes.length === 1 && (lines[at] === '-- ' || isLoose(lines.slice(at + 1, end)))) return at;
  let last = end;
  for (let i = end - 1; i >= start; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (!isMobileSignature(line)) break;
    last = i;
  }
  return last < end ? last : null;
};

const isLoose = (below: readonly string[]): boolean =>
  below.length < MOST_LOOSE && !below.some((line) => SENTENCE.test(line));
