import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { asRole, assembled, wholeOf } from './assemble.ts';
import { withCalls } from './calls.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { PlainParagraph, Taken } from './role.ts';
import { structureOf } from './structure.ts';

const LETTERS: Readonly<Record<Taken['role'], string>> = {
  title: 'T',
  heading: 'H',
  preambular: 'c',
  operative: 'O',
  point: 'I',
  lead: 'L',
  call: 'C',
  paragraph: 'P',
  note: 'N',
  signatory: 'S',
  'left-out': 'X',
};

const letters = (taken: readonly Taken[]): string => taken.map(({ role }) => LETTERS[role]).join('');
const read = (source: string): string => letters(structureOf(paragraphsOf(source)));
const bare = (text: string): string => text.replaceAll(/[\s*]+/gu, '');
const said = (taken: readonly Taken[]): string => bare(taken.map(({ mark, words }) => mark + words).join(''));

const RIVER = 'Every river is kept clean by those who live beside it, and by those who draw water from it.';
const FOREST = 'No forest is felled before those who live in it have been heard.';

suite('a plain text', () => {
  const cases: Readonly<Record<string, readonly [source: string, letters: string]>> = {
    'has a title, headings without numbers and paragraphs': [
      `Charter of the Rivers\n\nPurpose\n\n${RIVER}\n\n${FOREST}\n\nMeetings\n\n${RIVER}`,
      'THPPHP',
    ],
    'needs no blank lines': [`Charter of the Rivers\nPurpose\n${RIVER}\n${FOREST}\nMeetings\n${RIVER}`, 'THPPHP'],
    'may have a title in two lines, a place and a day': [
      `CHARTER\nOF THE RIVERS\n\nVitez, 3 May 2026\n\n${RIVER}`,
      'TTPP',
    ],
    'may have letters and a number above its title': [`C/12/2026\n\nResolution on the floods\n\n${RIVER}`, 'PTP'],
    'has no title where it begins at once': [`${RIVER}\n\n${FOREST}`, 'PP'],
    'has headings underlined, and lines': [`The rivers\n==========\n\n${RIVER}\n\n* * *\n\n${FOREST}`, 'TXPXP'],
    'has articles as headings, with numbers that begin anew': [
      `Statutes of the Forest Union\n\nArt. 1 – Name\n1. It is called the Union.\n2. Its seat is Travnik.\n\nArt. 2 – Aims\n1. It plants trees.\n2. It asks for nothing.`,
      'THIIHII',
    ],
    'has articles as clauses': [
      `Article 1. The Union plants trees wherever it is asked to.\nArticle 2. The Union asks for nothing, and takes what it is given:\n(a) trees;\n(b) land.`,
      'OOII',
    ],
    'has sections of all forms': [
      `§ 1 Name\n(1) Der Bund heißt Flussbund.\n(2) Er hat seinen Sitz in Ulm.\n§ 2 Zweck\n(1) Der Bund schützt die Flüsse.`,
      'HIIHI',
    ],
    'has numbers within numbers': [`1 Purpose\n1.1 All meet.\n1.2 All speak.\n2 Rules\n2.1 One voice.`, 'HIIHI'],
    'has Roman numbers above paragraphs': [`I. Waters\n\n${RIVER}\n\nII. Woods\n\n${FOREST}`, 'HPHP'],
    'has words before the first number': [
      `The Conference,\n\nRecalling the flood of 2014,\n\n1. Calls on all:\n(a) to measure;\n(i) daily;\n(b) to publish.\n2. Thanks everyone.`,
      'ccOIIIO',
    ],
    'has lists without marks': [
      `Union of Cities\n\nThe Union consists of:\n\nthe assembly;\n\nthe board; and\n\nthe auditors.\n\n${RIVER}`,
      'TPIIIP',
    ],
    'has lists whose items stand further in': [
      `Union of Cities\n\nThe Union works by means of\n\n    meetings of its members\n    letters to everybody\n\n${RIVER}`,
      'TPIIP',
    ],
    'has a heading that ends in a colon above sentences': [
      `${RIVER}\n\nHow we vote:\n\nEvery city has one vote. It may give it to another city.\n\n${FOREST}`,
      'PHPP',
    ],
    'has notes at the end': [
      `The floods\n\nWe have seen the water[*] rise.\n\nIt rose twice.¹\n\n[*] In 2014.\n¹ Or three times.`,
      'TPPNN',
    ],
    'has signatories below their line': [
      `On the floods\n\n${RIVER}\n\nSigned by:\n- Friends of the Lašva, Vitez\n- Anglers’ Club of Travnik\n\n${FOREST}`,
      'TPSSSP',
    ],
    'has signatures one by one': [`${RIVER}\n\n(Signed) A. Smith,\nChair of the Union\n/s/ B. Jones`, 'PSSS'],
    'says its signatories in a sentence': [`${RIVER}\n\nThis was signed by:\nUnion of Cities\nRiver Watch`, 'PSSS'],
    'has bullets of many programs': [`We want:\n▪ water;\n● woods;\nwaves;\n→ wind;\n− work`, 'PIIIII'],
    'has numbers without a space, and of other scripts': [
      `1.The river is wide.\n2.It flows.\n٣. كلّ نهرٍ له ضفّتان.`,
      'OOO',
    ],
    'may be in Greek': [
      `Καταστατικό της Ένωσης\n\nΆρθρο 1: Επωνυμία\nα) Η ένωση λέγεται «Ποτάμια».\nβ) Έχει έδρα τη Λάρισα.\nΆρθρο 2: Σκοπός\nα) Η ένωση φυλάει τα ποτάμια.\n\nΥπογράφουν:\nΣύλλογος Πηνειού\nΦίλοι του δάσους`,
      'THIIHISSS',
    ],
    'may be in Serbian': [
      `Повеља о рекама\n\nЧлан 1.\nСвако чува реку поред које живи, и не тражи ништа за то.\n\nЧлан 2.\nНико не сече шуму пре него што се чују они који живе у њој.\n\nПотписници:\nДруштво пријатеља Лашве\nРиболовци Травника`,
      'THPHPSSS',
    ],
    'may be in Turkish': [
      `Nehirler Bildirgesi\n\nMadde 1 – Amaç\nHer nehir, kıyısında yaşayanlarca temiz tutulur.\n\nİmzacılar:\nNehir Derneği\nOrman Birliği`,
      'THPSSS',
    ],
  };
  for (const [name, [source, expected]] of Object.entries(cases))
    test(name, () => {
      assert.equal(read(source), expected);
    });

  test('goes on below a blank line within a sentence', () => {
    const cut = `1. Every river is kept clean by those who live beside it, and by\n\nthose who draw water from it.\n\n2. Ends.`;
    assert.deepEqual(paragraphsOf(cut).length, 2);
    assert.equal(
      paragraphsOf('The union works by means of many things, among them there are\n\nmeetings\n\nletters').length,
      3,
    );
  });

  test('goes on in the next line where lines were broken', () => {
    const source = `The river is kept clean by those who live\nbeside it, and by those who draw water from it,\nwhatever they draw it for and however much.\n\n  1. The woods are kept by those who live in\n     them, and by nobody else, however far the\n     woods may reach.\n  2. Ends.`;
    assert.deepEqual(
      paragraphsOf(source).map(({ words }) => words.slice(-12)),
      ['owever much.', 'e may reach.'.replace('e', 's'), '2. Ends.'],
    );
  });
});

suite('a text put together from its paragraphs', () => {
  const source = `Charter\n\nWe drink the water*.\n\nArt. 1 Aims\n• peace\n• bread\n\n* Of the Lašva.\n\nSigned by:\nRiver Watch`;
  const taken = structureOf(paragraphsOf(source));

  test('has its notes at their marks, the numbers of headings, and no names under it', () => {
    const { title, clauses, signatories } = assembled(taken);
    assert.equal(title, 'Charter');
    assert.deepEqual(
      clauses.map(({ kind, words }) => `${kind}: ${words}`),
      ['paragraph: We drink the water^[Of the Lašva.].', 'heading: Art. 1 Aims', 'point: peace', 'point: bread'],
    );
    assert.deepEqual(signatories, ['Signed by:', 'River Watch']);
  });

  test('has all of it in its clauses where there is no place for a title or for names', () => {
    assert.deepEqual(
      wholeOf(taken).map(({ kind, words }) => `${kind}: ${words}`),
      [
        'heading: Charter',
        'paragraph: We drink the water^[Of the Lašva.].',
        'heading: Art. 1 Aims',
        'point: peace',
        'point: bread',
        'paragraph: Signed by:',
        'paragraph: River Watch',
      ],
    );
  });

  test('has its points as deep as their marks and their places say', () => {
    const levels = (text: string) => assembled(structureOf(paragraphsOf(text))).clauses.map(({ level }) => level ?? 0);
    assert.deepEqual(levels('We want:\n\nwater;\n\nwoods;\n\nwind.'), [0, 1, 1, 1]);
    assert.deepEqual(
      levels('Art. 1 Aims\n1. peace\na) here\nb) there\n2. bread\n\nArt. 2 Ends\n1. none'),
      [0, 1, 2, 2, 1, 0, 1],
    );
    assert.deepEqual(levels('1. All meet:\n1.1 here\n1.2 there\n2. All speak.'), [0, 1, 1, 0]);
  });

  test('has what its reader says, whatever it was taken for', () => {
    const paragraph = taken.map((one) => asRole(one, 'paragraph'));
    assert.deepEqual(
      assembled(paragraph).clauses.map(({ words }) => words),
      [
        'Charter',
        'We drink the water*.',
        'Art. 1 Aims',
        'peace',
        'bread',
        '* Of the Lašva.',
        'Signed by:',
        'River Watch',
      ],
    );
    const numbered = asRole(asRole({ ...taken[1], words: '3. Ends.' } as Taken, 'operative'), 'operative');
    assert.deepEqual([numbered.mark, numbered.words], ['3.', 'Ends.']);
  });

  test('of a statement has its last list as calls', () => {
    const calls = withCalls(
      structureOf(paragraphsOf(`On the flood\n\n${RIVER}\n\nWe call on all:\n1. to measure;\n2. to publish.`)),
    );
    assert.equal(letters(calls), 'TPLCC');
    assert.equal(calls[2]?.reason, 'leads-in');
    assert.deepEqual(assembled(calls).calls, ['to measure;', 'to publish.']);
    assert.equal(assembled(calls).lead, 'We call on all:');
  });
});

/** Lines as people write them, and as nobody would. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '1.',
    '1. One.',
    '(a) a;',
    'Art. 3',
    '§ 4',
    'Signed by:',
    '[*] note',
    'a word[*] here.',
    '---',
    'IN CAPITALS',
    'ends:',
  ),
  fc.constantFrom(
    '  • a bullet',
    'I. Roman',
    '1.1 Sections',
    RIVER,
    FOREST,
    'Page 3 of 7',
    'Name … 4',
    '*a* b',
    'Title',
  ),
  fc.string({ maxLength: 60 }),
);
const source = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

suite('whatever a text says', () => {
  test('it takes time that grows with it', () => {
    const most = 20_000;
    const patterns = [
      '1. a\n',
      'a:\n\n',
      'a:\nb;\n',
      'x:\nshort\n',
      '* a* b\n',
      '[1] a[2]\n',
      '- ',
      'A. B\n',
      '1.1 A\n',
      'Signed by: x\n',
      'a\n  b\n',
      '-',
      '(',
    ];
    const spent = process.cpuUsage();
    for (const pattern of patterns) structureOf(paragraphsOf(pattern.repeat(most / pattern.length)));
    const { user } = process.cpuUsage(spent);
    assert.ok(user < 3_000_000, `${user} µs`);
  });

  test('its words are all there, in order', () => {
    fc.assert(
      fc.property(source, (text) => {
        const paragraphs = paragraphsOf(text);
        assert.equal(said(structureOf(paragraphs)), bare(paragraphs.map(({ words }) => words).join('')));
      }),
    );
  });

  test('what it was taken for stays so when it is said', () => {
    fc.assert(
      fc.property(source, (text) => {
        const paragraphs = paragraphsOf(text);
        const taken = structureOf(paragraphs);
        const given = taken.map(({ role, level, marks }, i): PlainParagraph => ({
          words: '',
          indent: 0,
          gap: false,
          bold: false,
          centred: false,
          ...paragraphs[i],
          given: { role, level, marks },
        }));
        assert.equal(letters(structureOf(given)), letters(taken));
      }),
    );
  });

  test('its clauses and what is apart hold every letter of it', () => {
    const lettersOf = (text: string): string =>
      Array.from(text.replaceAll(/[^\p{L}]/gu, ''))
        .toSorted()
        .join('');
    fc.assert(
      fc.property(source, (text) => {
        const taken = structureOf(paragraphsOf(text));
        const { title, clauses, calls, signatories, leftOut } = assembled(taken);
        const marks = taken.filter(({ role }) => role === 'operative' || role === 'point').map(({ mark }) => mark);
        const all = [title ?? '', ...clauses.map(({ words }) => words), ...calls, ...signatories, ...leftOut, ...marks];
        assert.equal(lettersOf(all.join('')), lettersOf(taken.map(({ mark, words }) => mark + words).join('')));
      }),
    );
  });
});
