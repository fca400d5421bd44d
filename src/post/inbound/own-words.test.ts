import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { htmlToWords } from './html.ts';
import { cutWords, ownWords, piecesOf } from './quotes.ts';

/** What stands above a quotation, by language and program. */
const HEADS = JSON.parse(
  readFileSync(new URL('../../../vectors/mail/replies/heads.json', import.meta.url), 'utf8'),
) as readonly (readonly [program: string, head: string])[];

const own = (...lines: readonly string[]): string => ownWords(piecesOf(lines.join('\n')));

const QUOTATIONS = [
  ['marked', '> The rivers are wide.\n> And deep.'],
  ['unmarked', 'The rivers are wide.\nAnd deep.'],
] as const;

describe('what stands above a quotation', () => {
  for (const [program, head] of HEADS)
    it(`is known: ${program}`, () => {
      for (const [how, quoted] of QUOTATIONS)
        for (const gap of ['', '\n'])
          assert.equal(own('We agree with clause 2.', `${gap}${head}`, gap, quoted), 'We agree with clause 2.', how);
    });

  it('is known from what Gmail and Thunderbird put around it, in a language of which nothing is known', () => {
    for (const around of ['class="gmail_attr" dir="ltr"', "class='moz-cite-prefix'"]) {
      const html = `<div>We agree.</div><div><div ${around}>Anna ẹ kọ <b>ni</b>:<br></div><blockquote>Wide.</blockquote></div><div>And so on.</div>`;
      assert.equal(ownWords(piecesOf(htmlToWords(html))), 'We agree.\n\nAnd so on.');
    }
  });

  it('in HTML is on a line of its own', () => {
    const at = 'Anna River &lt;<a href="mailto:anna@example.org">anna@example.org</a>&gt; wrote:';
    for (const html of [
      `<div dir="ltr">We agree.</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Nov 2, 2026 at 10:15 AM ${at}<br></div><blockquote>Wide.</blockquote></div>`,
      `<div>We agree.</div><div id="yahoo_quoted_1"><div><div>On Monday, November 2, 2026, 10:15:00 AM GMT+1, ${at} </div><div><br></div><div>Wide.</div></div></div>`,
      `<div>We agree.</div><div class="protonmail_quote">On Monday, November 2nd, 2026 at 10:15 AM, ${at}<br><blockquote type="cite">Wide.</blockquote></div>`,
      '<p>We agree.</p><div id="appendonsend"></div><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Anna &lt;anna@example.org&gt;<br><b>Sent:</b> Monday, November 2, 2026 10:15 AM<br><b>To:</b> Bea<br><b>Subject:</b> Rivers</p></div><p>Wide.</p>',
    ])
      assert.equal(ownWords(piecesOf(htmlToWords(html))), 'We agree.', html);
  });
});

describe('a writer’s own words', () => {
  const LINES = [
    'We agree.',
    'We agree',
    'Συμφωνούμε',
    'We accept clauses 1 to 6',
    'We do not accept clause 7 as it stands:',
    'See you on 3 November 2026',
    'The sitting is on 3 November 2026 at 10:15',
    'It begins at 10:15,',
    'Write to anna@example.org',
    'Write to Anna <anna@example.org>',
    'Anna',
    'Basin office',
    'Nov.',
    '50 > 40',
    '(a) the spring',
    '“the mouth”',
    'The council wrote: we stay',
    'From: the spring to the mouth',
    'To: every member',
    'Subject: water',
  ];

  it('are kept right above it, however many they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...HEADS),
        fc.constantFrom(...QUOTATIONS),
        (lines, [program, head], [, quoted]) => {
          const words = lines.join('\n');
          assert.equal(own(words, head, quoted), words, program);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are kept where they look like what a program writes', () => {
    for (const words of [
      'Our position:\n\nFrom: the spring to the mouth\nTo: every member\nSubject: water\n\nwe ask for care.',
      'From: the spring\nDate: any day\nTo: the mouth\n\nso we say.',
      'Contact: Anna <anna@example.org>\nPhone: 12\nPlace: Geneva\nCountry: CH\n\nThat is all.',
      'We agree.\n\n>50 percent of the river is clean, and so we accept.\nThanks',
      'We agree.\n> 50 percent of us do',
      'Point 1\n--\nPoint 2\n--\nPoint 3',
      'Point 1\n-- \nPoint 2\n-- \nPoint 3',
      'At 10:15 the council wrote:\nWe stay.',
      'On 2 November 2026 the council wrote:\nWe stay.',
      'Please send it to Anna <anna@example.org> by 10:15:\nthe list.',
      'Sent from my iPhone\nPS: we object to clause 3.',
      'Sent from my phone, we object to clause 3',
      'Sent from my office we have the survey.',
      'We use Android',
      'From: Sofia\nTo: Athens\nDate: 12 November 2026, 10:15\nSeats: 2\n\nWe ask for two seats.',
      'Από: Σόφια\nΠρος: Αθήνα\nΗμερομηνία: 12.11.2026, 10:15\n\nΖητάμε δύο θέσεις.',
      'From: Basin office <anna@example.org>\nTo: the assembly\nSubject: our vote\n\nWe vote no.',
      'Contact: Anna <anna@example.org>\nSecond: Ivan <i@example.org>\nWhen: 12 November 2026 10:15\nWhere: Geneva\n\nNo.',
      'Please register by 3.11.2026 10:00 with Anna (anna@example.org):\n\n- Ivan\n- Maria',
      'Write to us until 3.11.2026, 10:00, at Anna <anna@example.org>:\n\n- Ivan\n- Maria',
      'We agree with what Anna River <anna@example.org> wrote:\n\nThe text of clause 3 must go.',
      'Please answer what Ivan (ivan@example.org) wrote:\n\n1. Do we agree?\n2. Why?',
      'On 3 November 2026 at 10:15 the council wrote:\n\nWe stay.\n\nWe add: no dam.',
      'Of our members\n>50 % agree\n>30 % disagree\nso we abstain.',
      'We ask for\n>= 50 %\n>= 10 members',
      'We agree with clause 1.\n--\nBut we object to clause 3, and will not sign.',
      'We restore the\n-- original message --\nas it was in 2019.',
      '--- Original message ---\nis the title that we propose for clause 1.',
    ])
      assert.equal(own(words), words, words);
    assert.equal(
      own('Yes it is.', 'So says the council, as it wrote:', '> once before'),
      'Yes it is.\nSo says the council, as it wrote:',
    );
  });

  it('end where a phone’s program has its line', () => {
    for (const line of [
      'Inviato da iPhone',
      'Enviado desde mi iPhone',
      'Отправлено с iPhone',
      'Poslano s mog iPhone uređaja',
      'Wysłane z iPhone’a',
      'Enviado do meu iPhone',
      'Sent from Yahoo Mail for iPhone',
      'Sent with Proton Mail secure email.',
    ]) {
      assert.equal(own('We agree.', '', line), 'We agree.', line);
      assert.equal(cutWords(piecesOf(`We agree.\n${line}`)), line);
    }
  });
});
