import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { proseArbitrary } from './arbitrary.test.ts';
import { isWord, tokensOf } from './tokens.ts';

const cut = (text: string): string => tokensOf(text).join('|');

suite('tokens', () => {
  test('are words, and the spaces and signs between them', () => {
    assert.equal(cut('Calls upon all, again'), 'Calls| |upon| |all|,| |again');
    assert.equal(cut('non-governmental (a); *so*'), 'non|-|governmental| |(|a|)|;| |*|so|*');
    assert.equal(cut('Όλες οι οργανώσεις· ναι;'), 'Όλες| |οι| |οργανώσεις|·| |ναι|;');
    assert.equal(cut('كل المنظمات، أيضا'), 'كل| |المنظمات|،| |أيضا');
    assert.equal(cut('सभी लोग।'), 'सभी| |लोग|।');
    assert.equal(tokensOf('').length, 0);
  });

  test('keep numbers and elided words whole', () => {
    assert.equal(cut('at 18:00, 3.5 of 1,000 and 1.'), 'at| |18:00|,| |3.5| |of| |1,000| |and| |1|.');
    assert.equal(cut("l'eau d’Ohrid col·legi 'so'"), "l'eau| |d’Ohrid| |col·legi| |'|so|'");
  });

  test('are single letters where a script writes no spaces', () => {
    assert.equal(cut('平和を。'), '平|和|を|。');
    assert.equal(cut('น้ำใส'), 'น้ำ|ใ|ส');
    assert.equal(cut('ក្រុម'), 'ក្រុ|ម');
    assert.equal(cut('평화를 위해'), '평화를| |위해');
  });

  test('never part what belongs together', () => {
    assert.equal(
      cut('e\u0301 a\u0308\u0323b 👩‍🌾👍🏽 🇬🇷 🏳️‍⚧️ 1️⃣ *️⃣'),
      'e\u0301| |a\u0308\u0323b| |👩‍🌾|👍🏽| |🇬🇷| |🏳️‍⚧️| |1️⃣| |*️⃣',
    );
    assert.equal(cut(' \u0301(\u0301'), ' \u0301|(\u0301');
    assert.equal(cut('\u0600 abc \u0600(abc'), '\u0600 |abc| |\u0600(|abc');
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const pieces = fc.constantFrom(
      ..."a 1 . , ' ’ * # \r \n \r\n é \u0301 \u0323 \u200d \u200c \ufe0f \u20e3 👩 🌾 🏽 🇬 🇷 ⚧ ♀ ➡ क ् ि ष ไ น ้ ำ ក ្ រ 각 \u1100 \u1161 \u11a8 中 か \u3099 \u0600 ب ـ ം ൎ \ud83d".split(
        ' ',
      ),
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
          fc.string({ unit: 'binary', maxLength: 20 }),
        ),
        (text) => {
          const tokens = tokensOf(text);
          assert.equal(tokens.join(''), text);
          const ends = new Set<number>([0, text.length]);
          for (const { index } of segmenter.segment(text)) ends.add(index);
          let at = 0;
          for (const token of tokens) {
            at += token.length;
            assert.ok(
              token !== '' && ends.has(at),
              `${Array.from(text, (c) => c.codePointAt(0)?.toString(16)).join(' ')} at ${at}`,
            );
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('tell words from what stands between them', () => {
    assert.deepEqual(['a', '1', '中', '👍', ' ', ',', '*', '§', ''].map(isWord), [
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('put together give the text, which is cut in time proportional to it', () => {
    fc.assert(fc.property(proseArbitrary, (text) => assert.equal(tokensOf(text).join(''), text)));
    const started = process.cpuUsage();
    for (const piece of ['a', "a'", '1.', ' ', '\u0301', '👩\u200d', '🇬', '中\u0301', '\u0600'])
      tokensOf(piece.repeat(10_000));
    assert.ok(process.cpuUsage(started).user < 2000 * 1000);
  });
});
