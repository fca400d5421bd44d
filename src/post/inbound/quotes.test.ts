import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutWords, ownWords, piecesOf } from './quotes.ts';
import { readMail } from './read.ts';

const FOLDER = new URL('../../../vectors/mail/replies/', import.meta.url);

const cases = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as readonly {
  readonly file: string;
  readonly program: string;
  readonly language: string;
  readonly words: string;
  readonly how: string;
}[];

/** What stands in the circular that all these answer, at its beginning and its end. */
const QUOTED: Readonly<Record<string, readonly string[]>> = {
  el: ['Αγαπητοί εκπρόσωποι', 'Παρασκευή.'],
  bg: ['Уважаеми делегати', 'петък.'],
  tr: ['Değerli delegeler', 'yazın.'],
};

/** The message, with its plain text hidden from the reader where `html` is to be read. */
const messageIn = (file: string, html = false): Uint8Array<ArrayBuffer> => {
  const raw = readFileSync(new URL(file, FOLDER)).toString('latin1');
  return new Uint8Array(Buffer.from(html ? raw.replaceAll('text/plain', 'text/other') : raw, 'latin1'));
};

const hasHtml = (file: string): boolean => readFileSync(new URL(file, FOLDER)).includes('text/html');

describe('a reply as mail programs send it', () => {
  for (const { file, program, language, words, how } of cases) {
    it(`${language}: ${program} (${how})`, () => {
      const mail = readMail(messageIn(file), 'a@b.example', () => false);
      const pieces = piecesOf(mail.words);
      assert.equal(ownWords(pieces), words);
      assert.equal(pieces.map((piece) => piece.words).join('\n'), mail.words);
      for (const quoted of QUOTED[language] ?? []) assert.ok(cutWords(pieces).includes(quoted), quoted);
      assert.deepEqual([mail.fault, mail.automatic, mail.inReplyTo.length], [null, null, 1]);
      if (!hasHtml(file)) return;
      const html = readMail(messageIn(file, true), 'a@b.example', () => false);
      assert.equal(ownWords(piecesOf(html.words)), words, 'its HTML says the same');
    });
  }
});

const own = (...lines: readonly string[]): string => ownWords(piecesOf(lines.join('\n')));

describe('a quotation', () => {
  it('is known by the line above it, in the other languages', () => {
    for (const line of [
      'On Sun, 22 Nov 2026 at 10:05, Rivers <reply@post.example> wrote:',
      'Rivers <reply@post.example> wrote:',
      'În dum., 22 nov. 2026 la 10:05, Rivers <reply@post.example> a scris:',
      'нед, 22. нов 2026. у 10:05 Реке <reply@post.example> је написао/ла:',
      'ned, 22. nov 2026. u 10:05 Reke <reply@post.example> je napisao/la:',
      'Am So., 22. Nov. 2026 um 10:05 Uhr schrieb Flüsse <reply@post.example>:',
      'Le dim. 22 nov. 2026 à 10:05, Rivières <reply@post.example> a écrit :',
      'На 22.11.2026 г. в 10:05 Реки <reply@post.example> написа:',
    ]) {
      assert.equal(own('Yes.', '', line, '', '> earlier'), 'Yes.', line);
      assert.equal(own('Yes.', '', line, '', 'earlier, unmarked'), 'Yes.', line);
    }
  });

  it('is known by the head of the mail above it', () => {
    for (const head of [
      ['From: Rivers', 'Sent: Sunday, November 22, 2026 10:05 AM', 'To: Anna', 'Subject: Springs'],
      ['*From:* Rivers', '*Date:* Sunday, 22 November 2026 10:05', '*To:* Anna', '*Subject:* Springs'],
      ['De la: Rivers', 'Trimis: duminică, 22 noiembrie 2026 10:05', 'Către: Ana', 'Subiect: Izvoare'],
      ['Од: Реке', 'Послато: недеља, 22. новембар 2026. 10:05', 'За: Ана', 'Предмет: Извори'],
      ['Von: Flüsse', 'Gesendet: Sonntag, 22. November 2026 10:05', 'An: Anna', 'Betreff: Quellen'],
      ['De : Rivières', 'Envoyé : dimanche 22 novembre 2026 10:05', 'À : Anna', 'Objet : Sources'],
    ])
      assert.equal(own('Yes.', '', ...head, '', 'earlier'), 'Yes.', head.join('\n'));
    assert.equal(own('Yes.', '-----Original Message-----', 'earlier'), 'Yes.');
    assert.equal(own('Да.', '-------- Оригинално съобщение --------', 'по-рано'), 'Да.');
  });

  it('is not taken for one where somebody writes so', () => {
    for (const words of [
      'On 22 November 2026 the assembly of the rivers wrote:\nWe stay.',
      'Στις 22.11.2026 η συνέλευση έγραψε:\nΜένουμε.',
      'Από: το Δέλτα\nπρος: τη θάλασσα, όπως πάντα.',
      'To: be, or not.\nFrom: here\non we go.',
      'a\n____\nb',
      'Our demands:\n-- water\n-- land',
    ])
      assert.equal(own(words), words, words);
  });

  it('that is marked is known by less', () => {
    for (const line of ['Στις 1/12/2026 η Vera έγραψε:', 'On 1/12/2026 Vera wrote:', 'On 1/12/2026, Vera said:'])
      assert.equal(own('Yes.', '', line, '', '> earlier'), 'Yes.', line);
    const law = 'In 2024 our parliament wrote:';
    assert.equal(own(law, '> no dam', 'So we say.'), `${law}\n\nSo we say.`);
  });

  it('leaves the answers that stand within it', () => {
    assert.equal(own('> one', 'First.', '> two', '>> three', 'Second.', ''), 'First.\n\nSecond.');
    assert.equal(own('Anna wrote:', '> one', 'First.'), 'First.');
  });
});

describe('a signature', () => {
  it('is cut off, and kept', () => {
    assert.equal(own('Yes.', '', '-- ', 'Anna', '', 'Network'), 'Yes.');
    const pieces = piecesOf('Yes.\n-- \nAnna\n> earlier');
    assert.deepEqual(
      pieces.map(({ kind }) => kind),
      ['own', 'signature', 'quoted'],
    );
    assert.equal(cutWords(pieces), '-- \nAnna\n\n> earlier');
  });

  it('of a phone is known in the languages', () => {
    for (const line of [
      'Sent from my iPhone',
      'Get Outlook for iOS<https://aka.ms/o0ukef>',
      'Στάλθηκε από το Outlook για Android',
      'Αποκτήστε το Outlook για Android<https://aka.ms/AAb9ysg>',
      'Изпратено от моя iPhone',
      'Изтеглете Outlook за iOS',
      'iPhone’umdan gönderildi',
      'iPad’imden gönderildi',
      'Trimis de pe iPhone-ul meu',
      'Gesendet von meinem iPhone',
      'Envoyé de mon iPhone',
    ])
      assert.equal(own('Words.', '', line), 'Words.', line);
    assert.equal(
      own('Sent from my window I saw the river.'.repeat(4), 'x'),
      `${'Sent from my window I saw the river.'.repeat(4)}\nx`,
    );
  });
});

it('every line is in one piece, whatever was written', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '',
      '> x',
      '>>',
      '-- ',
      '--',
      'Anna wrote:',
      'From: a',
      'Sent: b',
      'To: c',
      'Θέμα: d',
      '_'.repeat(32),
    ),
    fc.constantFrom('-----Original Message-----', 'x έγραψε: 10:05 έγραψε:', 'iPhone’umdan gönderildi'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (list) => {
      const words = list.map((line) => line.replaceAll('\n', '')).join('\n');
      const pieces = piecesOf(words);
      assert.equal(pieces.map((piece) => piece.words).join('\n'), words);
      assert.ok(pieces.every(({ kind }, i) => kind !== pieces[i - 1]?.kind));
    }),
  );
});

it('the longest mail is cut in time', () => {
  const from = performance.now();
  for (const line of ['a wrote', 'From: x', '> x', '_'.repeat(40), 'x'])
    piecesOf(`${line}\n`.repeat(100_000 / (line.length + 1)));
  // A fiftieth of this, where nothing else runs.
  assert.ok(performance.now() - from < 5000);
});
