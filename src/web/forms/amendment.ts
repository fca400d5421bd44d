import { html } from 'hono/html';
import type { ClauseId } from '../../base/ids.ts';
import type { Text } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import { type Clause, type ClauseForm, ofForm, sameForm } from '../../text/clause.ts';
import { keepIds } from '../../text/keep-ids.ts';
import { type Html, defineForm } from '../act-form.ts';
import type { Context } from '../context.ts';
import type { Fields } from '../fields.ts';
import { type FormState, hidden, select, textArea } from '../parts/controls.ts';
import { clauseNames, firstWords, formName, longName } from '../parts/clause-names.ts';
import { emphasised, paragraphs } from '../parts/prose.ts';
import { fieldProblem } from '../parts/problem.ts';
import { placeText } from '../parts/text-variants.ts';
import { textPath } from '../parts/text-head.ts';
import { changeTitle, changeWords } from '../pages/texts/amendments.ts';
import { withInitial } from './change-fields.ts';
import { earlierOf } from './take-in.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.2: any participant proposes to change a clause, to delete or move it, or to add one. */

/** In place of a clause: before all others. */
const BEGINNING = '-';

const WHAT = ['replace', 'add', 'delete', 'move', 'split', 'join'] as const;

export const proposeAmendment = defineForm({
  kind: 'amendment.propose',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    const words = context.t.texts.form.amendment;
    const clause = present(text).clauses.find(({ id }) => id === fields.text('clause'));
    const begins = fields.text('clause') === BEGINNING;
    if (clause === undefined && !begins) return chooseClause({ context, fields, problem }, text);
    const state = { context, problem, fields: withInitial(fields, { what: begins ? 'add' : 'replace' }) };
    return textForm(state, {
      kind: 'amendment.propose',
      text,
      lede: words.lede,
      fields: html`${hidden('revision', text.revisions.length)} ${hidden('clause', clause?.id ?? BEGINNING)}
      ${clause === undefined ? hidden('what', 'add') : html`${presentClause(context, text, clause)} ${whatFields(state, text, clause)}`}
      ${
        clause === undefined
          ? html`<p class="label">${words.addFirst}</p>
              ${additionFields(state, undefined)}`
          : ''
      }
      ${textArea(state, { name: 'reason', label: context.t.texts.form.reason, max: 4000 })}` as Html,
    });
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return { kind: 'field', field: 'text', why: 'missing' };
    return {
      body: {
        text: text.number,
        revision: fields.integer('revision'),
        change: readChange(text, fields),
        reason: fields.text('reason'),
      },
    };
  },
  summary: (context, { text: number, revision, change, reason }) => {
    const text = context.reader.text(number);
    const clauses = text?.revisions[revision - 1]?.clauses ?? [];
    return html`${aboutText(context, context.t.texts.summary.amendment, number)}
      <p class="label">${changeTitle(context, clauses, change)}</p>
      ${changeWords(context, clauses, change)}
      <p class="label">${context.t.texts.form.reason}</p>
      ${paragraphs(reason)}` as Html;
  },
  next: (context, { text }) => textPath(context, { number: text }, 'amendments'),
});

const readChange = (text: Text, fields: Fields): unknown => {
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
const formIn = (value: string): ClauseForm => {
  const [kind = '', level] = value.split(' ');
  return { kind: kind as Clause['kind'], ...(level === undefined ? {} : { level: Number(level) }) };
};

/** What the clause becomes, where that was changed. */
const recast = (text: Text, fields: Fields): { readonly as?: ClauseForm } => {
  const clause = present(text).clauses.find(({ id }) => id === fields.text('clause'));
  const as = formIn(fields.text('as'));
  return fields.text('as') === '' || clause === undefined || sameForm(clause, as) ? {} : { as };
};

const followerOf = (text: Text, clause: string): Clause | undefined => {
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

/** Which clause the amendment is to; the first step where none was named. */
const chooseClause = (state: FormState, text: Text): Html => {
  const { context } = state;
  const words = context.t.texts.form.amendment;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const link = (clause: string): string => `${context.base}/do/amendment.propose?text=${text.number}&clause=${clause}`;
  return textForm(state, {
    kind: 'amendment.propose',
    text,
    silent: true,
    lede: words.choose,
    fields: html`<ul class="rows">
      <li><a href="${link(BEGINNING)}">${words.addFirst}</a></li>
      ${clauses.map(
        ({ id, words: own }) =>
          html`<li>
            <a href="${link(id)}">${longName(names, id)}</a> <span class="why" dir="auto">${firstWords(own, 140)}</span>
          </li>`,
      )}
    </ul>` as Html,
  });
};

const presentClause = (context: Context, text: Text, clause: Clause): Html => {
  const names = clauseNames(context, present(text).clauses);
  return html`<section class="panel">
    <h2>${longName(names, clause.id)}</h2>
    <p class="words" dir="auto">${emphasised(clause.words)}</p>
  </section>` as Html;
};

/** What should happen to the clause; below each choice what it needs to be told. */
const whatFields = (state: FormState, text: Text, clause: Clause): Html => {
  const { context, fields, problem } = state;
  const words = context.t.texts.form.amendment;
  const error = fieldProblem(context, problem, 'what', '/body/change/kind');
  const follower = followerOf(text, clause.id);
  const needs = {
    replace: html`${wordsField(state, 'words', words.words, clause.words)} ${kindField(state, 'as', clause)}` as Html,
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
  </fieldset>` as Html;
};

const KINDS = ['operative', 'point 1', 'point 2', 'point 3', 'point 4', 'preambular', 'paragraph', 'heading'] as const;

const additionFields = (state: FormState, neighbour: Clause | undefined): Html =>
  html`${textArea(state, {
    name: 'new-words',
    pointer: '/body/change/clause/words',
    label: state.context.t.texts.form.amendment.newWords,
    rows: 5,
    max: 8000,
    unmarked: true,
  })}
  ${kindField(state, 'kind', neighbour ?? { kind: 'preambular' })}` as Html;

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
