import type { OxlintOverride } from 'oxlint';

/**
 * The arrows of docs/ARCHITECTURE.md as lint rules: which room may import which. The linter sees only what an import
 * says, so it judges by the folder names in it; test/architecture.test.ts resolves every import and checks the same.
 */

const PURE = ['base', 'text', 'charter', 'record'];
const OUTER = ['markup', 'http', 'store', 'solver', 'post', 'press', 'copy', 'api', 'web', 'cli'];

/** The rooms that a room may import, itself apart. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  text: ['base'],
  charter: ['base', 'text'],
  record: ['base'],
  conference: PURE,
  store: ['conference', 'base'],
  solver: ['conference', 'text', 'base'],
  markup: ['base'],
  post: ['markup', 'conference', ...PURE],
  press: ['markup', 'conference', ...PURE],
  copy: ['markup', 'conference', ...PURE],
  http: ['conference', 'base'],
  api: ['http', 'conference', ...PURE],
  web: ['http', 'markup', 'conference', ...PURE],
  cli: ['conference', ...PURE],
};

const ROOMS = Object.keys(MAY_IMPORT);

/** How deep folders lie in each other, below a room. The same name may stand in several of them, so each depth has patterns of its own. */
const DEPTHS = [0, 1, 2, 3] as const;
type Depth = (typeof DEPTHS)[number];

const filesAt = (folder: string, depth: Depth): string => `src/${folder}/${'*/'.repeat(depth)}*.ts`;

/** A folder or file of these, so many folders further up. */
const upTo = (up: number, names: readonly string[]): string => `^(?:\\.\\./){${up}}(?:${names.join('|')})`;

type Rules = NonNullable<OxlintOverride['rules']>;
type Pattern = { readonly regex: string; readonly message: string };

const folders = (names: readonly string[]): readonly string[] => names.map((name) => `${name}/`);

/** `depth`: below `src/`. */
const closed = (from: string, depth: number, rooms: readonly string[], ...more: readonly Pattern[]): Rules => ({
  'eslint/no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: upTo(depth, folders(rooms)),
          message: `${from} may not import this room: see docs/ARCHITECTURE.md.`,
        },
        {
          regex: upTo(depth, ['main.ts', 'node.ts', 'node-post.ts', 'node-copy.ts']),
          message: 'main.ts, node.ts, node-post.ts and node-copy.ts compose the rooms; no room knows them.',
        },
        ...more,
      ],
    },
  ],
});

const islandsFrom = (depth: Depth): Pattern => ({
  regex: depth === 0 ? '^\\./islands/' : upTo(depth, ['islands/']),
  message: 'A page names its islands, and never imports them: they run in the browser.',
});

const arrows: OxlintOverride[] = ROOMS.flatMap((room) => {
  const rooms = ROOMS.filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other));
  return DEPTHS.map((depth) => ({
    files: [filesAt(room, depth)],
    rules: closed(`src/${room}`, depth + 1, rooms, ...(room === 'web' ? [islandsFrom(depth)] : [])),
  }));
});

/** The charter's floors, from the lowest up: a chapter imports what lies below it, and what any other keeps in the state. */
const CHARTER_FLOORS =
  'names law members group history texts common meetings decisions means purpose publications final brought sight proof'.split(
    ' ',
  );
/** A file that does not end in `state`; the linter's patterns cannot look ahead. */
const NOT_STATE = '.*(?:[^e]|[^t]e|[^a]te|[^t]ate|[^s]tate)\\.ts$';
/** On these lie the files in which the charter is put together. */
const ABOVE_ALL_CHAPTERS = new Set(['brought', 'sight', 'proof']);

const charterFloors: OxlintOverride[] = CHARTER_FLOORS.flatMap((floor, at) =>
  ([1, 2] as const).map((depth) => ({
    files: [`src/charter/${floor}/${depth === 2 ? '*/' : ''}*.ts`],
    rules: closed(
      'src/charter',
      depth + 1,
      ROOMS.filter((room) => !['charter', 'base', 'text'].includes(room)),
      {
        regex: [
          upTo(depth, folders(['spec', ...CHARTER_FLOORS.slice(at + 1)])) + NOT_STATE,
          ...(ABOVE_ALL_CHAPTERS.has(floor)
            ? []
            : [upTo(depth, ['acts', 'read', 'judge', 'apply', 'leave']) + '\\.ts$']),
        ].join('|'),
        message: 'It lies above this chapter: see docs/ARCHITECTURE.md.',
      },
    ),
  })),
);

/** Tests of a chapter play whole conferences. */
const charterTests: OxlintOverride[] = ([1, 2] as const).map((depth) => ({
  files: [`src/charter/${'*/'.repeat(depth)}*.test.ts`],
  rules: closed(
    'src/charter',
    depth + 1,
    ROOMS.filter((room) => !['charter', 'base', 'text'].includes(room)),
  ),
}));

/** What of `web/` stays on the server. */
const ON_THE_SERVER =
  'kit act members texts history meetings sitting group means post purpose kinds record site messages islands'.split(
    ' ',
  );

const inBrowser: OxlintOverride[] = DEPTHS.map((depth) => ({
  files: [filesAt('web/islands', depth), filesAt('web/shared', depth)],
  rules: closed('The browser’s part of src/web', depth + 2, ['conference', ...OUTER.filter((room) => room !== 'web')], {
    regex: upTo(depth + 1, folders(ON_THE_SERVER)),
    message: 'It runs in the browser: pure rooms, web/shared and npm only.',
  }),
}));

/** Globals that a pure room may not touch: what it answers must follow from its arguments. */
const IO = ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask', 'console', 'navigator', 'self', 'indexedDB'];

const without = (names: readonly string[], message: string): Rules => ({
  'eslint/no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))],
});

export const overrides: OxlintOverride[] = [
  ...arrows,
  ...charterFloors,
  ...charterTests,
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      // They run unchanged in a browser.
      'import/no-nodejs-modules': 'error',
      ...without([...IO, 'process', 'Buffer'], 'A pure room does no I/O and runs in a browser.'),
      'eslint/no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A pure room has no clock; time is an argument.' },
        { object: 'Math', property: 'random', message: 'A pure room has no chance; random bytes are an argument.' },
        ...['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toLocaleString'].map((property) => ({
          property,
          message: 'A pure room answers the same whatever the machine’s locale.',
        })),
      ],
    },
  },
  {
    // Judging an act twice must give the same answer, on any host and in a hundred years.
    files: ['src/text/**/*.ts', 'src/charter/**/*.ts'],
    rules: without(
      [...IO, 'process', 'Buffer', 'Date', 'Temporal', 'Intl', 'performance', 'crypto'],
      'Text and charter are deterministic: no clock, no locale, no chance, no I/O.',
    ),
  },
  ...inBrowser,
  {
    // Bundled for the browser.
    files: ['src/web/islands/**/*.ts', 'src/web/shared/**/*.ts'],
    rules: { 'import/no-nodejs-modules': 'error' },
  },
  {
    // A custom element is defined by importing its module.
    files: ['src/web/islands/**/*.ts'],
    rules: { 'import/no-unassigned-import': 'off' },
  },
  {
    files: ['src/**/*.test.ts'],
    rules: {
      // Tests run in Node, with its clock, whatever they test.
      'import/no-nodejs-modules': 'off',
      'eslint/no-restricted-globals': 'off',
      'eslint/no-restricted-properties': 'off',
    },
  },
];
