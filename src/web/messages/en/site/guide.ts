/** Help inside a conference: what the marks mean, what the keys do, and the words that stand on every page. */
export const guide = {
  title: 'Guide',
  marks: 'Marks',
  keys: 'Keys',
  words: 'Words',
  mark: {
    support: 'It wants this.',
    accept: 'It can live with this.',
    'stand-aside': 'It does not want this, and does not stop the others.',
    object: 'It cannot accept this, and says why.',
    none: 'It has not said. Silence is no consent.',
  },
  key: [
    [
      'Tab',
      'To the next link, field or button; with Shift to the one before. The first one on each page leads past the menu.',
    ],
    ['Enter', 'Follows a link, presses a button; in a line of a form it goes on to the next page.'],
    ['← → ↑ ↓', 'Among the marks of one answer: choose.'],
    ['Space', 'Opens and closes what is folded, and checks a box.'],
    ['Alt + ↑ ↓', 'While a text is written: moves the clause.'],
    ['Tab, Shift + Tab', 'While a text is written, at the start of a clause: a step in, a step out.'],
    ['Escape, then Tab', 'Leaves the text that is being written.'],
  ] as readonly (readonly [key: string, does: string])[],
  word: [
    ['act', 'What one organisation wills, signed by one of its delegates. It stands on the record for good.'],
    ['clause', 'The smallest part of a text on which one can speak, amend or sign.'],
    ['amendment', 'A change to a clause that is proposed. It goes in when all accept it, or nobody objects in time.'],
    [
      'no-disagreement period',
      'Days in which any participant may disagree, with reasons; when they have passed without that, what was proposed stands.',
    ],
    ['point of friction', 'A clause to which somebody objects. It ends by another wording, by a talk, or by consent.'],
    ['consultation', 'A talk between those who differ, with what was tried and what came of it on the record.'],
    ['adopted', 'The conference has decided the text. It binds those who sign it.'],
    ['observation', 'What an organisation thinks of a decision, which must reach all and stands beside it.'],
    ['circulation', 'What goes to all who are entitled to it, with what became of it for each.'],
    ['record', 'Every act in its order. Nothing is taken out of it, and anybody can check it without this site.'],
    ['passkey', 'A key that your computer or phone keeps and opens by your finger, face or code.'],
  ] as readonly (readonly [word: string, means: string])[],
};
