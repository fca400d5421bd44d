import { rangesIn } from '../base/code-points.ts';

/**
 * What code points are to {@link tokensOf}. Fixed for good: no table of the engine is asked, so that every machine cuts words alike,
 * now and later. What is named here nowhere, unassigned code points too, is a letter.
 */

/** Spaces, punctuation and signs: each stands for itself. */
const SEPARATORS = `
  0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 37e 387 55a-55f 589-58a 5be 5c0 5c3 5c6 60c-60d 61b 61d-61f 66a-66d
  6d4 700-70d 964-965 970 df4 e4f e5a-e5b f08-f14 f3a-f3d f85 fd0-fd4 104a-104f 10fb 1360-1368 1400 166e 1680 169b-169c
  16eb-16ed 1735-1736 17d4-17d6 17d8-17da 1800-180a 180e 1944-1945 1aa0-1aad 1b5a-1b60 1b7d-1b7f 1c3b-1c3f 1c7e-1c7f
  2000-200b 200e-206f 20a0-20cf 2190-2bff 2e00-2e7f 3000-3004 3008-3020 3030 3036-3037 303d-303f 30a0 30fb a4fe-a4ff
  a60d-a60f a673 a67e a6f2-a6f7 a874-a877 a8ce-a8cf a8f8-a8fa a92e-a92f a95f a9c1-a9cd a9de-a9df aa5c-aa5f aade-aadf
  aaf0-aaf1 abeb fd3e-fd3f fe10-fe1f fe30-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff 10100-10102 1039f 103d0
  11047-1104d 12470-12474
`;

/** Letters of scripts that write no spaces between words, and pictures: each stands for itself, as a word does. */
const ALONE = `
  e01-e46 e81-ec6 edc-edf 1000-103f 1050-108f 1780-17b3 17d7 17dc 1950-19df 1a20-1a7f 1b05-1b4c 2e80-2fff 3005-3007
  3021-302f 3031-3035 3038-303c 3041-309f 30a1-30fa 30fc-312f 3190-a4cf a980-a9c0 a9e0-a9ff aa60-aa7f f900-faff
  ff66-ff9f 16fe0-18d8f 1aff0-1b2ff 1f000-1f1e5 1f200-1faff 20000-3fffd
`;

/**
 * What belongs to the code point before it: combining marks (general category M of Unicode 17.0), joiners, variation selectors, tags,
 * skin tones, and vowels and voice marks that are written behind. Unassigned code points between marks count as marks.
 */
const MARKS = `
  300-36f 483-489 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8 6ea-6ed 711 730-74a
  7a6-7b0 7eb-7f3 7fd 816-819 81b-823 825-827 829-82d 859-85b 897-89f 8ca-8e1 8e3-903 93a-93c 93e-94f 951-957 962-963
  981-983 9bc 9be-9cd 9d7 9e2-9e3 9fe-a03 a3c-a51 a70-a71 a75 a81-a83 abc abe-acd ae2-ae3 afa-b03 b3c b3e-b57 b62-b63
  b82 bbe-bcd bd7 c00-c04 c3c c3e-c56 c62-c63 c81-c83 cbc cbe-cd6 ce2-ce3 cf3-d03 d3b-d3c d3e-d4d d57 d62-d63 d81-d83
  dca-ddf df2-df3 e31 e33-e3a e47-e4e eb1 eb3-ebc ec8-ece f18-f19 f35 f37 f39 f3e-f3f f71-f84 f86-f87 f8d-fbc fc6
  102b-103e 1056-1059 105e-1060 1062-1064 1067-106d 1071-1074 1082-108d 108f 109a-109d 135d-135f 1712-1715 1732-1734
  1752-1753 1772-1773 17b4-17d3 17dd 180b-180d 180f 1885-1886 18a9 1920-193b 1a17-1a1b 1a55-1a7f 1ab0-1b04 1b34-1b44
  1b6b-1b73 1b80-1b82 1ba1-1bad 1be6-1bf3 1c24-1c37 1cd0-1cd2 1cd4-1ce8 1ced 1cf4 1cf7-1cf9 1dc0-1dff 200c-200d
  20d0-20f0 2cef-2cf1 2d7f 2de0-2dff 302a-302f 3099-309a a66f-a672 a674-a67d a69e-a69f a6f0-a6f1 a802 a806 a80b
  a823-a827 a82c a880-a881 a8b4-a8c5 a8e0-a8f1 a8ff a926-a92d a947-a953 a980-a983 a9b3-a9c0 a9e5 aa29-aa36 aa43
  aa4c-aa4d aa7b-aa7d aab0 aab2-aab4 aab7-aab8 aabe-aabf aac1 aaeb-aaef aaf5-aaf6 abe3-abea abec-abed fb1e fe00-fe0f
  fe20-fe2f ff9e-ff9f 101fd 102e0 10376-1037a 10a01-10a0f 10a38-10a3f 10ae5-10ae6 10d24-10d27 10d69-10d6d 10eab-10eac
  10efa-10eff 10f46-10f50 10f82-10f85 11000-11002 11038-11046 11070 11073-11074 1107f-11082 110b0-110ba 110c2
  11100-11102 11127-11134 11145-11146 11173 11180-11182 111b3-111c0 111c9-111cc 111ce-111cf 1122c-11237 1123e 11241
  112df-112ea 11300-11303 1133b-1133c 1133e-1134d 11357 11362-11374 113b8-113d0 113d2 113e1-113e2 11435-11446 1145e
  114b0-114c3 115af-115c0 115dc-115dd 11630-11640 116ab-116b7 1171d-1172b 1182c-1183a 11930-1193e 11940 11942-11943
  119d1-119e0 119e4 11a01-11a0a 11a33-11a39 11a3b-11a3e 11a47 11a51-11a5b 11a8a-11a99 11b60-11b67 11c2f-11c3f
  11c92-11cb6 11d31-11d45 11d47 11d8a-11d97 11ef3-11ef6 11f00-11f01 11f03 11f34-11f42 11f5a 13440 13447-13455
  1611e-1612f 16af0-16af4 16b30-16b36 16f4f 16f51-16f92 16fe4-16ff1 1bc9d-1bc9e 1cf00-1cf46 1d165-1d169 1d16d-1d172
  1d17b-1d182 1d185-1d18b 1d1aa-1d1ad 1d242-1d244 1da00-1da36 1da3b-1da6c 1da75 1da84 1da9b-1daaf 1e000-1e02a 1e08f
  1e130-1e136 1e2ae 1e2ec-1e2ef 1e4ec-1e4ef 1e5ee-1e5ef 1e6e3 1e6e6 1e6ee-1e6ef 1e6f5 1e8d0-1e8d6 1e944-1e94a
  1f3fb-1f3ff e0020-e007f e0100-e01ef
`;

/** What the next letter or picture belongs to: the zero-width joiner, and signs that stack what follows. */
const JOINERS =
  '200d 94d 9cd acd b4d c4d d4d 1039 17d2 1a60 1b44 1bab a9c0 aaf6 10a3f 11133 113d0 1193e 11a47 11a99 11f42';

/** Signs that stand before what they belong to (`Prepend`), whatever it is. */
const PREFIXES =
  '600-605 6dd 70f 890-891 8e2 d4e 110bd 110cd 111c2-111c3 113d1 1193f 11941 11a3a 11a84-11a89 11d46 11f02';

export const [LETTER, SEPARATOR, STANDS_ALONE, MARK] = [0, 1, 2, 3] as const;
export type CodePointKind = typeof LETTER | typeof SEPARATOR | typeof STANDS_ALONE | typeof MARK;

const [NO_GLUE, JOINER, PREFIX] = [0, 4, 8] as const;

/** Of every code point its kind, and what it does to the next; a mark that stands in a range of others is a mark. */
const TABLE = new Uint8Array(0x11_0000);
const put = (ranges: string, bits: number, keep: number): void => {
  for (const [first, last] of rangesIn(ranges))
    for (let point = first; point <= last; point++) TABLE[point] = ((TABLE[point] ?? 0) & keep) | bits;
};
put(SEPARATORS, SEPARATOR, 0);
put(ALONE, STANDS_ALONE, 0);
put(MARKS, MARK, 0);
put(PREFIXES, PREFIX, 3);
put(JOINERS, JOINER, 3);

export const kindOf = (point: number): CodePointKind => ((TABLE[point] ?? LETTER) & 3) as CodePointKind;

/** Whether the next code point belongs to this one: `joiner`, unless it is a separator; `prefix`, unless it is a control. */
export const glueOf = (point: number): 'joiner' | 'prefix' | null => {
  const glue = (TABLE[point] ?? NO_GLUE) & ~3;
  return glue === NO_GLUE ? null : glue === JOINER ? 'joiner' : 'prefix';
};
