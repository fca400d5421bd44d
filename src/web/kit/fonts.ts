/** Source Serif 4 in the parts that our scripts need, from `@fontsource/source-serif-4`; served from here, loaded part by part. */

const RANGES = {
  'cyrillic-ext': 'U+0460-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  greek: 'U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
} as const;

const FACES = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
] as const;

const files = new Map<string, string>();

/** The `@font-face` rules at the head of the style sheet. */
export const fontFaces = Object.entries(RANGES)
  .flatMap(([part, range]) =>
    FACES.map(([weight, style]) => {
      const name = `source-serif-4-${part}-${weight}-${style}.woff2`;
      files.set(`fonts/${name}`, `@fontsource/source-serif-4/files/${name}`);
      return `@font-face{font-family:'Source Serif 4';font-style:${style};font-weight:${weight};font-display:swap;src:url(/assets/fonts/${name}) format('woff2');unicode-range:${range}}`;
    }),
  )
  .join('\n');

/** The package's file behind an address of ours, or `null`. */
export const fontFile = (name: string): string | null => files.get(name) ?? null;
