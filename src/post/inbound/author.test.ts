import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth';
import { authorIn } from './author.ts';
import { readHead } from './head.ts';
import { MAIL_BOUNDS } from './mail.ts';
import { readMail } from './read.ts';
import { none } from '../../../test/kit/mail-in.ts';

const ANNA = 'anna@example.org';
const MALLORY = 'mallory@evil.example';

describe('an author', () => {
  const author = (...lines: readonly string[]) => {
    const bytes = Buffer.from([...lines, '', ''].join('\r\n'));
    const head = readHead(bytes, 0, bytes.length, { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields });
    const read = head === null ? null : authorIn(head);
    return read === null ? null : `${read.name}|${read.address}`;
  };

  it('is read as mail programs write one', () => {
    for (const [line, expected] of [
      ['Anna@Example.ORG', '|Anna@example.org'],
      ['<anna@example.org>', '|anna@example.org'],
      ['Anna M. Petrou <anna@example.org>', 'Anna M. Petrou|anna@example.org'],
      ['Anna (Network of the Source) <anna@example.org>', 'Anna (Network of the Source)|anna@example.org'],
      ['"Petrou, Anna (Network: Source)" <anna@example.org>', 'Petrou, Anna (Network: Source)|anna@example.org'],
      ['"anna@example.org" <anna@example.org>', 'anna@example.org|anna@example.org'],
      ['"Anna \\"River\\" P." <anna@example.org>', 'Anna "River" P.|anna@example.org'],
      ['Άννα <anna@example.org>', 'Άννα|anna@example.org'],
      ['=?utf-8?Q?=CE=91?= =?utf-8?Q?_=CE=92?= <anna@example.org>', 'Α Β|anna@example.org'],
      ['"=?utf-8?B?zobOvc69zrE=?="\r\n <anna@example.org>', 'Άννα|anna@example.org'],
      ["O'Brien <o'brien+x@xn--jxalpdlp.example>", "O'Brien|o'brien+x@xn--jxalpdlp.example"],
    ] as const)
      assert.equal(author(`From: ${line}`), expected, line);
  });

  it('is looked for in time, whatever is written', () => {
    const from = performance.now();
    for (const piece of ['"', '("', '(', '\\', 'a ', '" "', '()', '"\\"', '<'])
      assert.equal(author(`From: ${piece.repeat(400)}`), null);
    assert.ok(performance.now() - from < 1000);
  });
});

/** What heads are made of, honest and other. */
const PIECES = [
  'From: ',
  'From',
  ': ',
  'from:',
  '\r\n',
  '\r\n ',
  '\n',
  '\r',
  '\t',
  ' ',
  '\0',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  ',',
  ';',
  ':',
  '@',
  '[',
  ']',
  '=?utf-8?Q?',
  '=40',
  '?=',
  '\xa0',
  '\xc2\xa0',
  'Anna',
  ANNA,
  MALLORY,
  `<${ANNA}>`,
  `<${MALLORY}>`,
  'Sender: ',
];

it('an author whom we read is the only one whom another reader reads', async () => {
  let read = 0;
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, pieces, async (before, after) => {
      const head = `X: y\r\nFrom: ${before.join('')}<${ANNA}>${after.join('')}\r\n\r\nx`;
      const raw = new Uint8Array(Buffer.from(head, 'latin1'));
      const author = readMail(raw, '', none).from;
      if (author === null) return;
      read++;
      const { headerFrom } = await dkimVerify(Buffer.from(raw));
      assert.deepEqual(headerFrom, [author.address]);
    }),
    { numRuns: 3000 },
  );
  assert.ok(read > 20);
});
