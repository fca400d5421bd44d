/**
 * Bytes as words. What a part declares is often wrong: programs label UTF-8 with the code page that they grew up with, or send that code page and
 * say nothing. Bytes that are UTF-8 beyond doubt are read as that, whatever is declared.
 */

const strict = new TextDecoder('utf-8', { fatal: true });

/** Character sets whose bytes can be well-formed UTF-8 and mean something else. */
const STATEFUL = /^(?:utf-?(?:16|32|7)|iso-2022|hz-)/u;
const ASCII = /^(?:us-)?ascii$|^ansi_x3/u;

/** Never throws: what cannot be read becomes U+FFFD. */
export const decodeWords = (bytes: Uint8Array, declared: string | null): string => {
  const label = (declared ?? '').trim().toLowerCase().replace(/^x-/u, '');
  if (STATEFUL.test(label)) return decoderFor(label)?.decode(bytes) ?? guess(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    // It is some code page.
  }
  if (label === '' || ASCII.test(label)) return guess(bytes);
  if (/^utf-?8$/u.test(label)) return mostlyUtf8(bytes) ?? guess(bytes);
  return decoderFor(label)?.decode(bytes) ?? guess(bytes);
};

/** The words of a file that says nothing of itself, and in which encoding they were read: `utf-8`, `utf-16le`, `windows-1253` and the like. `null`: these are no words. */
export const wordsOfFile = (bytes: Uint8Array): { readonly words: string; readonly encoding: string } | null => {
  const wide = wideEncoding(bytes);
  const encoding = wide ?? (isUtf8(bytes) ? 'utf-8' : guessed(bytes));
  const words = new TextDecoder(encoding).decode(bytes);
  const strange = encoding === 'utf-8' ? 0 : count(words, /[\p{Cc}\ufffd]/gu) - count(words, /[\t\r\n]/gu);
  return strange * MOST_STRANGE > words.length || words.includes('\0') ? null : { words, encoding };
};

/** Of the characters of a text that was read rightly, not one in so many is none that people write. */
const MOST_STRANGE = 200;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** UTF-16, by the mark that it begins with or by the empty halves of its letters. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, LOOKED_AT);
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries())
    if (byte === 0) [even, odd] = i % 2 === 0 ? [even + 1, odd] : [even, odd + 1];
  const most = sample.length / 8;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
};

const decoderFor = (label: string): TextDecoder | null => {
  try {
    return new TextDecoder(ALIASES[label] ?? label);
  } catch {
    return null;
  }
};

/** Labels that mail programs write and the WHATWG's encoding standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  cp1254: 'windows-1254',
  'win-1251': 'windows-1251',
  win1251: 'windows-1251',
  'win-1253': 'windows-1253',
  win1253: 'windows-1253',
  win1254: 'windows-1254',
  'mac-cyrillic': 'x-mac-cyrillic',
  ansi: 'windows-1252',
};

/** UTF-8 with a little damage, such as a text cut in the middle of a letter. */
const mostlyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder().decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const letters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return broken * 4 <= letters ? text : null;
};

/** Of a text that says nothing of its code page, as many bytes are looked at, where those are that tell. */
const LOOKED_AT = 4096;

/** The code pages of the languages that this was made for; where two fare alike, the first. */
const CODE_PAGES = [
  'windows-1252',
  'windows-1253',
  'windows-1251',
  'koi8-r',
  'windows-1254',
  'windows-1250',
  'iso-8859-2',
] as const;

const guess = (bytes: Uint8Array): string => new TextDecoder(guessed(bytes)).decode(bytes);

/** The code page in which the bytes look most like words. */
const guessed = (bytes: Uint8Array): string => {
  const sample = telling(bytes);
  let best: string = CODE_PAGES[0];
  let most = -Infinity;
  for (const page of CODE_PAGES) {
    const likeness = likenessToWords(new TextDecoder(page).decode(sample));
    if (likeness > most) [best, most] = [page, likeness];
  }
  return best;
};

/** The part of the bytes that begins a little before the first that is no ASCII. */
const telling = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 256);
  return bytes.subarray(from, from + LOOKED_AT);
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Lower-case letters behind letters of their own script count for it; capitals and final letters within words, rare letters and signs against it. */
const likenessToWords = (text: string): number =>
  count(text, /(?<=\p{Script=Greek})[α-ωά-ώ]|(?<=\p{Script=Cyrillic})[а-яђјљњћџѓќѕєіїґ]/gu) * 3 +
  count(text, /(?<=[a-z])[çşğıöüşţăâîéèêëàäßčćžšđáíóúýňřťďěůőűłąęśźżńøåæœñãõôûïòùìľĺŕ]/giu) +
  count(text, /(?<=[a-z])[çşğıöüşţăâîéèàäßčćžšđęąłśřěůőű](?=[a-z])/giu) -
  count(text, /(?<=\p{Ll})\p{Lu}/gu) * 3 -
  count(text, /ς(?=\p{L})|[ΐΰ]/gu) * 5 -
  // Two scripts in one word; letters that hardly any language has, or not together.
  count(text, /(?<=[a-z])[\p{Script=Greek}\p{Script=Cyrillic}]|(?<=[\p{Script=Greek}\p{Script=Cyrillic}])[a-z]/giu) *
    3 -
  count(text, /[ŕĺ]/giu) * 3 -
  (/[šž]/iu.test(text) ? count(text, /[èæðþ]/giu) * 3 : 0) -
  count(text, /[^\p{L}\p{ASCII}\s«»“”‘’„–—…·§°½¼¾²³×±£€†‡•]/gu) * 2 -
  count(text, /[\u0080-\u009f\ufffd]/gu) * 4;
