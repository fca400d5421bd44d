import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { fitLine, fitProse } from './fit.ts';
import { hasHidden } from './hidden.ts';
import { line, prose } from './schema.ts';

const BLANK = new Set([0x2800, 0x1_3441, 0x1_3442, 0x1_6fe4, 0x1_d159, 0xfffc]);
const ALL = Array.from({ length: 0x11_0000 }, (_, point) => point);
const shown = (point: number): string => `U+${point.toString(16)}`;

suite('what hides', () => {
  test('is told by its properties in Unicode 17.0', { skip: process.versions['unicode'] !== '17.0' }, () => {
    const hides =
      /^[[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Zs}\p{Co}\p{Cn}\p{Cs}]--[\n \u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]$/v;
    const wrong = ALL.filter((point) => {
      const character = String.fromCodePoint(point);
      return hasHidden(character) !== (hides.test(character) || BLANK.has(point));
    });
    assert.deepEqual(wrong.map(shown), []);
  });

  test('is no joiner that a script needs', () => {
    const needed = {
      Persian: 'می‌خواهم',
      'Persian, with a mark between': 'بّ‌ب',
      Sinhala: 'ක්‍රම',
      Malayalam: 'ന്‍',
      Bengali: 'র‍্যাব',
      Kannada: 'ರ‍್ಕ',
      Marathi: 'ऱ्‍य',
      'Hindi, kept apart': 'क्‌ष',
    };
    for (const [script, words] of Object.entries(needed)) assert.ok(!hasHidden(words), script);
  });

  test('is a joiner that joins and parts nothing', () => {
    for (const words of [
      'a\u200cb',
      'a\u200db',
      '\u200c',
      '\u200dα',
      'ا\u200cب',
      'ب\u200c',
      '\u200cب',
      'ب\u200db',
      'ب\u200c\u200cب',
      '👩\u200d🌾',
      'क\u200cष',
    ])
      assert.ok(hasHidden(words), JSON.stringify(words));
  });
});

const PIECES = [
  'a',
  'e',
  '\u0301',
  '\u094d',
  'क',
  '\u093c',
  'ب',
  '\u064b',
  '\u200c',
  '\u200d',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\ufe0f',
  '\u2800',
  '\u00a0',
  '\u3000',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u2028',
  '\u000b',
  '\ud800',
  '\ufeff',
  '\u0378',
  '\u1100',
  '\u1161',
  '\u1160',
  'Å',
];

const outside = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join(''));

suite('text from outside', () => {
  test('comes out fit for the record, whatever it was, and fit text as it is', () => {
    fc.assert(
      fc.property(outside, (text) => {
        const fit = fitProse(text).trim();
        assert.equal(fitProse(fit), fit);
        assert.equal(fit.normalize('NFC'), fit);
        assert.ok(fit === '' || prose(100_000).safeParse(fit).success);
        const one = fitLine(text);
        assert.ok(one === '' || line(100_000).safeParse(one).success);
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same when it is read once more, though marks changed places on the way', () => {
    const once = fitProse('\u200d\u094d\ufeff\u093c');
    assert.equal(fitProse(once), once);
  });

  test('keeps what is seen of it', () => {
    assert.equal(fitProse('We ask:\n1.\tcare by day;'), 'We ask:\n1. care by day;');
    assert.equal(fitProse('The hydro\u00adelectric weir.'), 'The hydroelectric weir.');
    assert.equal(fitProse('Call \u200e+30\u00a0210\u200e.'), 'Call +30 210.');
    assert.equal(fitProse('One\u000btwo\u2028three\r\nfour'), 'One\ntwo\nthree\nfour');
    assert.equal(fitLine(' \u2068Anna\u2069\n  wrote. '), 'Anna wrote.');
    assert.equal(fitProse('می‌خواهم'), 'می‌خواهم');
  });
});
