import type { ClauseId } from '../../../base/ids.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { ofForm, sameForm } from '../../../text/clause-form.ts';
import type { Clause, ClauseForm } from '../../../text/clause.ts';
import { keepIds } from '../../../text/keep-ids.ts';
import type { Fields } from '../../kit/fields.ts';
import { earlierOf } from './take-in.ts';

/** The change of an amendment as its form says it. Nothing is checked here; the act's schema does. */

/** In place of a clause: before all others. */
export const BEGINNING = '-';

/** What was chosen, as a change to the present text. */
export const readChange = (text: Text, fields: Fields): unknown => {
  const clause = fields.text('clause');
  switch (fields.text('what')) {
    case 'replace':
      return { kind: 'replace', clause, words: fields.text('words'), ...recast(text, fields) };
    case 'delete':
      return { kind: 'delete', clause };
    case 'move':
      return { kind: 'move', clause, after: fields.text('after') === BEGINNING ? null : fields.text('after') };
    case 'add':
      return {
        kind: 'add',
        after: clause === BEGINNING ? null : clause,
        clause: newClauses(text, [[formIn(fields.text('kind')), fields.text('new-words')]])[0],
      };
    case 'split': {
      const [words = '', ...rest] = fields
        .text('parts')
        .split(/\n\s*\n/u)
        .map((part) => part.trim());
      const form = present(text).clauses.find(({ id }) => id === clause);
      return {
        kind: 'split',
        clause,
        words,
        into: newClauses(
          text,
          rest.map((part) => [form ?? PARAGRAPH, part]),
        ),
      };
    }
    case 'join':
      return { kind: 'join', clauses: [clause, followerOf(text, clause)?.id], words: fields.text('joined') };
    default:
      return null;
  }
};

const PARAGRAPH: ClauseForm = { kind: 'paragraph' };

/** The kind and level in a field: `point 2`. */
export const formIn = (value: string): ClauseForm => {
  const [kind = '', level] = value.split(' ');
  return { kind: kind as Clause['kind'], ...(level === undefined ? {} : { level: Number(level) }) };
};

/** What the clause becomes, where that was changed. */
const recast = (text: Text, fields: Fields): { readonly as?: ClauseForm } => {
  const clause = present(text).clauses.find(({ id }) => id === fields.text('clause'));
  const as = formIn(fields.text('as'));
  return fields.text('as') === '' || clause === undefined || sameForm(clause, as) ? {} : { as };
};

/** The clause after this one. */
export const followerOf = (text: Text, clause: string): Clause | undefined => {
  const { clauses } = present(text);
  const at = clauses.findIndex(({ id }) => id === clause);
  return at < 0 ? undefined : clauses[at + 1];
};

/** New clauses, with ids that nothing in this text has ever had. */
const newClauses = (text: Text, clauses: readonly (readonly [ClauseForm, string])[]): readonly Clause[] => {
  const { before, taken } = earlierOf(text);
  return keepIds(
    [],
    clauses.map(([form, words]) => ({ ...ofForm({ id: '' as ClauseId, words }, form), id: null })),
    [...before.map(({ id }) => id), ...taken],
  );
};
