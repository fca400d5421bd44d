import { normalized } from '../../../base/normal-form.ts';
import type { Language } from '../../../base/ids.ts';
import type { Observation } from '../../../charter/decisions/observation-state.ts';
import type { Position } from '../../../charter/texts/position-state.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { effectOf } from '../../../charter/texts/effect.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Outgoing, OutgoingAmendment, OutgoingComment } from '../../../conference/documents.ts';
import { broughtBy } from '../../../text/change-parts.ts';
import type { Change } from '../../../text/change.ts';
import { plain } from '../../../text/runs.ts';
import { changeTitle } from './change.ts';
import type { Context } from '../../kit/context.ts';
import { citation } from './text-head.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** A text as it goes out to a word processor. */

/** With its open amendments, the observations on it and the objections to it, as far as the reader may see them. */
export const negotiatedText = (context: Context, text: Text): Outgoing => {
  const { title, clauses } = present(text);
  const symbol = citation(context, text);
  return {
    title,
    clauses,
    symbol,
    head: symbol,
    language: text.language as Language | null,
    letterhead: null,
    lines: [],
    back: [],
    amendments: text.amendments
      .filter(({ fate }) => fate.kind === 'open' || fate.kind === 'agreed')
      .flatMap((amendment) => outgoingAmendments(context, text, amendment)),
    comments: [
      ...context.reader.observations(text.number).flatMap((observation) => observationComments(context, observation)),
      ...objections(text).map((position) => objectionComment(context, position)),
    ],
  };
};

/** One for each change that it comes to; its reason stands at the first. */
const outgoingAmendments = (context: Context, text: Text, amendment: Amendment): readonly OutgoingAmendment[] => {
  const { number, by, joint, credit, reason, on } = amendment;
  const head = context.t.texts.amendments.number(number);
  const { clauses, changes } = effectOf(text, amendment);
  const movers = listText(
    context,
    [by, ...joint].map((id) => nameOf(context, id)),
  );
  return changes.map((change, i) => {
    const words = newWords(change);
    const why = i === 0 ? [reason] : [];
    return {
      change,
      author: credit === null ? movers : `${credit} (${movers})`,
      on: on.at,
      reason: [head, ...why].join('\n'),
      inWords: [
        `${head}: ${changeTitle(context, clauses, change)}`,
        ...(words === '' ? [] : [`“${words}”`]),
        ...why,
      ].join('\n'),
    };
  });
};

/** What a change would have a text say. */
const newWords = (change: Change): string =>
  [...('words' in change ? [change.words] : []), ...broughtBy(change).map(({ words }) => words)].map(plain).join(' ¶ ');

const observationComments = (context: Context, observation: Observation): readonly OutgoingComment[] => {
  const { by, kind, clauses, words, on } = observation;
  const comment = {
    author: nameOf(context, by),
    on: on.at,
    words: `${context.t.texts.margin.observation[kind]}\n${words}`,
  };
  return (clauses.length === 0 ? [null] : clauses).map((clause) => ({ ...comment, clause }));
};

const objections = (text: Text): readonly Position[] =>
  [...text.standing.values()]
    .flatMap((held) => [...held.values()])
    .filter(({ stand, on }) => stand === 'object' && on.kind !== 'amendment');

const objectionComment = (context: Context, { by, on, reason, mark }: Position): OutgoingComment => ({
  clause: on.kind === 'clause' ? on.clause : null,
  author: nameOf(context, by),
  on: mark.at,
  words: [context.t.texts.download.objects, ...(reason === null ? [] : [reason])].join('\n'),
});

/** A name for its files, of what every system takes: `CRB-draft-4`. */
export const fileName = (context: Context, text: Text): string => {
  const name = normalized(citation(context, text), 'NFKD')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return /[A-Za-z]/u.test(name) ? name : `text-${text.number}`;
};
