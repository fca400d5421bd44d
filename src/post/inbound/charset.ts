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

/** Of a text that says nothing of its code page, as many bytes are looked at. */
const LOOKED_AT = 4096;

/** The code pages of the languages that this was made for; where two fare alike, the first. */
const CODE_PAGES = ['windows-1252', 'windows-1253', 'windows-1251', 'koi8-r', 'windows-1254', 'windows-1250'] as const;

/** The code page in which the bytes look most like words. */
const guess = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(0, LOOKED_AT);
  let best: string = CODE_PAGES[0];
  let most = -Infinity;
  for (const page of CODE_PAGES) {
    const likeness = likenessToWords(new TextDecoder(page).decode(sample));
    if (likeness > most) [best, most] = [page, likeness];
  }
  return new TextDecoder(best).decode(bytes);
};

/** Lower-case letters behind letters of their own script count for it; capitals and final letters within words, rare letters and signs against it. */
const likenessToWords = (text: string): number => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    count(/(?<=\p{Script=Greek})[α-ωά-ώ]|(?<=\p{Script=Cyrillic})[а-я]/gu) * 3 +
    count(/(?<=[a-z])[çşğıöüşţăâîéèàäßčćžšđ](?=[a-z])/giu) * 2 -
    count(/(?<=\p{Ll})\p{Lu}/gu) * 3 -
    count(/ς(?=\p{L})|[ΐΰ]/gu) * 5 -
    count(/[^\p{L}\p{ASCII}\s«»“”‘’„–—…·]/gu) * 2 -
    count(/[\u0080-\u009f\ufffd]/gu) * 4
  );
};
