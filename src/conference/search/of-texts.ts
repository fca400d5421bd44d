import type { Amendment, Text } from '../../charter/texts/state.ts';
import { targetKey } from '../../charter/texts/position-state.ts';
import { present } from '../../charter/texts/texts.ts';
import { rectified } from '../../charter/texts/rectified.ts';
import type { Change } from '../../text/change.ts';
import type { Document } from './document.ts';
import type { Observation } from '../../charter/decisions/observation-state.ts';
import type { Statement } from '../../charter/decisions/statement-state.ts';

/** What can be found of a text: its words in every language, what is proposed to it, and what organisations say of it. */

/** A text as its reader shows it: what they may not see is not in it. */
export const documentsOfText = (text: Text): readonly Document[] => [
  ...wordsOf(text),
  ...translationsOf(text),
  ...text.amendments.map((amendment) => amendmentOf(text, amendment)),
  ...proposalsOf(text),
  ...positionsOf(text),
  ...objectionsOf(text),
  ...consultationsOf(text),
  ...postsOf(text),
  ...ridersOf(text),
];

const wordsOf = (text: Text): readonly Document[] => {
  const { title, on, note, charter } = present(text);
  const entry = text.rectifications.at(-1)?.on.index ?? on.index;
  const words = joined(note ?? '', charter?.head.name ?? '', charter?.head.seat ?? '');
  return [
    textPart(text, { entry, clause: null, language: null, title, words }),
    ...rectified(text).map(({ id, words }) => textPart(text, { entry, clause: id, language: null, title: '', words })),
  ];
};

const translationsOf = (text: Text): readonly Document[] =>
  [...text.translations.values()].flatMap(({ language, title, since, clauses }) => [
    textPart(text, { entry: since.index, clause: null, language, title, words: '' }),
    ...[...clauses].map(([clause, { words, on }]) =>
      textPart(text, { entry: on.index, clause, language, title: '', words }),
    ),
  ]);

const textPart = (
  { number }: Text,
  {
    clause,
    language,
    ...document
  }: Pick<Document, 'entry' | 'title' | 'words'> &
    Pick<Extract<Document['thing'], { of: 'text' }>, 'clause' | 'language'>,
): Document => ({
  ...document,
  key: [
    'texts',
    number,
    ...(language === null ? [] : [language]),
    ...(clause === null ? [] : ['clauses', clause]),
  ].join('/'),
  kind: 'text',
  thing: { of: 'text', text: number, clause, language },
});

const amendmentOf = ({ number: text }: Text, { number, change, reason, on, renewed }: Amendment): Document => ({
  key: `texts/${text}/amendments/${number}`,
  kind: 'amendment',
  thing: { of: 'amendment', text, amendment: number },
  entry: (renewed ?? on).index,
  title: '',
  words: joined(...wordsIn(change), reason),
});

/** The words that a change would bring in. */
const wordsIn = (change: Change): readonly string[] => {
  switch (change.kind) {
    case 'replace':
    case 'join':
      return [change.words];
    case 'add':
      return [change.clause.words];
    case 'split':
      return [change.words, ...change.into.map(({ words }) => words)];
    case 'delete':
    case 'move':
      return [];
  }
};

const proposalsOf = ({ number: text, proposals }: Text): readonly Document[] =>
  proposals.map(({ number, by, what, reason, on, disagreements }) => ({
    key: `texts/${text}/proposals/${number}`,
    kind: 'amendment',
    thing: { of: 'proposal', text, proposal: number, by },
    entry: on.index,
    title: '',
    words: joined(
      what.kind === 'rectification' ? what.words : '',
      reason,
      ...disagreements.map(({ reasons }) => reasons),
    ),
  }));

/** Those that are held now and say why. */
const positionsOf = ({ number: text, standing }: Text): readonly Document[] =>
  [...standing.values()].flatMap((held) =>
    [...held.values()].flatMap(({ by, on, reason, conditions, mark }) => {
      const words = joined(reason ?? '', ...conditions.map((one) => (one.kind === 'words' ? one.words : '')));
      return words === ''
        ? []
        : [
            {
              key: `texts/${text}/positions/${targetKey(on)}/${by}`,
              kind: 'position',
              thing: { of: 'position', text, on, by },
              entry: mark.index,
              title: '',
              words,
            } satisfies Document,
          ];
    }),
  );

const objectionsOf = (text: Text): readonly Document[] =>
  present(text).objections.map(({ by, reasons, on }) => ({
    key: `texts/${text.number}/objections/${by}`,
    kind: 'position',
    thing: { of: 'revision-objection', text: text.number, by },
    entry: on.index,
    title: '',
    words: reasons,
  }));

const consultationsOf = ({ number: text, consultations }: Text): readonly Document[] =>
  consultations.map(({ number, by, on, tried, result, mark }) => ({
    key: `texts/${text}/consultations/${number}`,
    kind: 'position',
    thing: { of: 'consultation', text, on, consultation: number, by },
    entry: mark.index,
    title: '',
    words: joined(tried, result),
  }));

const postsOf = ({ number: text, threads }: Text): readonly Document[] =>
  threads.flatMap((thread) =>
    thread.posts.map(({ by, words, mark }, i) => ({
      key: `texts/${text}/debate/${thread.number}/${i + 1}`,
      kind: 'debate',
      thing: { of: 'post', text, thread: thread.number, by },
      entry: mark.index,
      title: '',
      words,
    })),
  );

/** What organisations say beside their signatures. */
const ridersOf = ({ number: text, signatures }: Text): readonly Document[] =>
  [...signatures.values()].flatMap(({ by, riders, on, withdrawn }) => {
    const words = joined(...riders.map((rider) => rider.words), withdrawn?.reason ?? '');
    return words === ''
      ? []
      : [
          {
            key: `texts/${text}/signatures/${by}`,
            kind: 'position',
            thing: { of: 'signature', text, by },
            entry: (withdrawn?.on ?? on).index,
            title: '',
            words,
          } satisfies Document,
        ];
  });

export const documentsOfObservation = ({ number, text, by, on, words }: Observation): readonly Document[] => [
  {
    key: `observations/${number}`,
    kind: 'observation',
    thing: { of: 'observation', text, observation: number, by },
    entry: on.index,
    title: '',
    words,
  },
];

export const documentsOfStatement = (statement: Statement): readonly Document[] => {
  const { number, title, event, clauses, lead, calls, opened, signatures, invited } = statement;
  const withdrawn = [...signatures.values()].map((signature) => signature.withdrawn?.reason ?? '');
  const vouched = [...invited.values()].map(({ vouching }) => (vouching.kind === 'in-person' ? vouching.words : ''));
  const head = { kind: 'statement', entry: opened.index } as const;
  return [
    {
      ...head,
      key: `statements/${number}`,
      thing: { of: 'statement', statement: number, clause: null },
      title,
      words: joined(event.name, lead ?? '', ...calls, ...vouched, ...withdrawn),
    },
    ...clauses.map(({ id, words }): Document => ({
      ...head,
      key: `statements/${number}/clauses/${id}`,
      thing: { of: 'statement', statement: number, clause: id },
      title: '',
      words,
    })),
  ];
};

export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
