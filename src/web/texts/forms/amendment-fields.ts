import type { ClauseId } from '../../../base/ids.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Change } from '../../../text/change.ts';
import type { Clause, ClauseForm } from '../../../text/clause.ts';
import { clauseNames, firstWords, formName } from '../parts/clause-names.ts';
import { type FormState, select, textArea } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { placeText } from '../parts/text-variants.ts';
import { BEGINNING, followerOf, formIn } from './amendment-change.ts';

/** The fields of an amendment to one clause. */

const WHAT = ['replace', 'add', 'delete', 'move', 'split', 'join'] as const;

/** What should happen to the clause; below each choice what it needs to be told. */
export const whatFields = (state: FormState, text: Text, clause: Clause, given?: Change): Html => {
  const { context, fields, problem } = state;
  const words = context.t.texts.form.amendment;
  const error = fieldProblem(context, problem, 'what', '/body/change/kind');
  const follower = followerOf(text, clause.id);
  const needs = {
    replace: html`${wordsField(state, 'words', words.words, given?.kind === 'replace' ? given.words : clause.words)}
    ${kindField(state, 'as', clause)}`,
    add: additionFields(state, clause),
    delete: '',
    move: moveFields(state, text, clause.id),
    split: wordsField(state, 'parts', words.parts, clause.words),
    join:
      follower === undefined
        ? null
        : wordsField(state, 'joined', words.joined, `${clause.words} ${follower.words}`.slice(0, 8000)),
  } as const;
  return html`<fieldset class="field">
    <legend>${words.what}</legend>
    ${WHAT.filter((what) => needs[what] !== null).map(
      (what) =>
        html`<div class="option choice">
          <label
            ><input
              type="radio"
              name="what"
              value="${what}"
              ${fields.text('what') === what ? 'checked' : ''}
              required
            />${words[what]}</label
          >
          ${needs[what] === '' ? '' : html`<div class="then">${needs[what]}</div>`}
        </div>`,
    )}
    ${error === null ? '' : html`<p class="error">${error}</p>`}
  </fieldset>`;
};

const KINDS = ['operative', 'point 1', 'point 2', 'point 3', 'point 4', 'preambular', 'paragraph', 'heading'] as const;

/** The words and the kind of a new clause; `given`: the addition that it would replace. */
export const additionFields = (state: FormState, neighbour: ClauseForm | undefined, given?: Clause): Html =>
  html`${textArea(state, {
    name: 'new-words',
    pointer: '/body/change/clause/words',
    label: state.context.t.texts.form.amendment.newWords,
    initial: given?.words ?? '',
    rows: 5,
    max: 8000,
    unmarked: true,
  })}
  ${kindField(state, 'kind', neighbour ?? { kind: 'preambular' })}`;

const wordsField = (state: FormState, name: string, label: string, initial: string): Html =>
  textArea(state, { name, pointer: '/body/change/words', label, initial, rows: 6, max: 8000, unmarked: true });

const kindField = (state: FormState, name: 'kind' | 'as', { kind, level }: ClauseForm): Html =>
  select(state, {
    name,
    pointer: `/body/change/${name === 'as' ? 'as' : 'clause'}/kind`,
    label: state.context.t.texts.form.amendment.kind,
    initial: level === undefined ? kind : `${kind} ${level}`,
    options: KINDS.map((one) => [one, formName(state.context, formIn(one))]),
  });

const moveFields = (state: FormState, text: Text, moved: ClauseId): Html => {
  const { context } = state;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  return select(state, {
    name: 'after',
    pointer: '/body/change/after',
    label: context.t.texts.form.amendment.where,
    options: [
      [BEGINNING, placeText(context, names, null)],
      ...clauses
        .filter(({ id }) => id !== moved)
        .map(({ id, words }) => [id, `${placeText(context, names, id)}: ${firstWords(words, 50)}`] as const),
    ],
  });
};
