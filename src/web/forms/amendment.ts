import { html } from 'hono/html';
import type { ClauseId } from '../../base/ids.ts';
import type { Text } from '../../charter/state.ts';
import { present } from '../../charter/texts.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import { keepIds } from '../../text/keep-ids.ts';
import { type Html, defineForm } from '../act-form.ts';
import type { Context } from '../context.ts';
import type { Fields } from '../fields.ts';
import { type FormState, hidden, select, textArea } from '../parts/controls.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { emphasised, paragraphs } from '../parts/prose.ts';
import { fieldProblem } from '../parts/problem.ts';
import { placeText } from '../parts/text-variants.ts';
import { textPath } from '../parts/text-head.ts';
import { changeWords } from '../pages/texts/amendments.ts';
import { withInitial } from './change-fields.ts';
import { earlierOf } from './take-in.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.2: any participant proposes to change a clause, to delete or move it, or to add one. */

/** In place of a clause: before all others. */
const BEGINNING = '-';

const WHAT = ['replace', 'add', 'delete', 'move'] as const;

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

/** What a change does, by the names of the clauses. */
const changeTitle = (context: Context, clauses: readonly Clause[], change: Change): string => {
  const words = context.t.texts.amendments.kind;
  const names = clauseNames(context, clauses);
  switch (change.kind) {
    case 'replace':
      return words.replace(longName(names, change.clause));
    case 'delete':
      return words.delete(longName(names, change.clause));
    case 'add':
      return words.add(placeText(context, names, change.after));
    case 'move':
      return words.move(longName(names, change.clause), placeText(context, names, change.after));
  }
};

const readChange = (text: Text, fields: Fields): unknown => {
  const clause = fields.text('clause');
  switch (fields.text('what')) {
    case 'replace':
      return { kind: 'replace', clause, words: fields.text('words') };
    case 'delete':
      return { kind: 'delete', clause };
    case 'move':
      return { kind: 'move', clause, after: fields.text('after') === BEGINNING ? null : fields.text('after') };
    case 'add':
      return {
        kind: 'add',
        after: clause === BEGINNING ? null : clause,
        clause: newClause(text, fields),
      };
    default:
      return null;
  }
};

/** The new clause, with an id that nothing in this text has ever had. */
const newClause = (text: Text, fields: Fields): unknown => {
  const [kind = '', level] = fields.text('kind').split(' ');
  const { before, taken } = earlierOf(text);
  const unnamed = { id: null, kind: kind as Clause['kind'], words: fields.text('new-words') };
  const [clause] = keepIds(
    [],
    [level === undefined ? unnamed : { ...unnamed, level: Number(level) }],
    [...before.map(({ id }) => id), ...taken],
  );
  return clause;
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
  const needs = {
    replace: textArea(state, {
      name: 'words',
      pointer: '/body/change/words',
      label: words.words,
      initial: clause.words,
      rows: 6,
      max: 8000,
      unmarked: true,
    }),
    add: additionFields(state, clause),
    delete: '',
    move: moveFields(state, text, clause.id),
  } as const;
  return html`<fieldset class="field">
    <legend>${words.what}</legend>
    ${WHAT.map(
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

const additionFields = (state: FormState, neighbour: Clause | undefined): Html => {
  const { t } = state.context;
  const words = t.texts.form.amendment;
  const kindOf = (clause: Clause): string => (clause.kind === 'point' ? `point ${clause.level ?? 1}` : clause.kind);
  const label = (kind: (typeof KINDS)[number]): string => {
    const [name, level] = kind.split(' ') as [Clause['kind'], string?];
    return level === undefined
      ? t.texts.clause.kind[name]
      : `${t.texts.clause.kind.point}, ${t.texts.clause.level(Number(level))}`;
  };
  return html`${textArea(state, {
    name: 'new-words',
    pointer: '/body/change/clause/words',
    label: words.newWords,
    rows: 5,
    max: 8000,
    unmarked: true,
  })}
  ${select(state, {
    name: 'kind',
    pointer: '/body/change/clause/kind',
    label: words.kind,
    initial: neighbour === undefined ? 'preambular' : kindOf(neighbour),
    options: KINDS.map((kind) => [kind, label(kind)]),
  })}` as Html;
};

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
