import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { listedClauses } from '../../../charter/texts/revisions.ts';
import { textWith } from '../../../charter/texts/effect.ts';
import { notTakenIn } from '../../../charter/texts/taken-in.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { compareClauses } from '../../../text/compare.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { readTerms, termsFields } from '../../members/parts/terms-fields.ts';
import { termsChange } from '../../members/parts/rules-table.ts';
import { changesList } from '../parts/text-changes.ts';
import { textPath } from '../parts/text-places.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { listText } from '../../kit/words.ts';
import { bodyOf } from '../../shared/typed-source.ts';
import { isFirst, withInitial } from '../../act/change-fields.ts';
import { type Writing, draftFields, draftIn, draftStep, draftsWaiting } from '../../act/draft-form.ts';
import { carriedNotice, carriedOver } from './rebase.ts';
import type { Earlier } from '../../act/continued.ts';
import { briefly, readSource, sourceFields, sourceProblem, sourceStep, sourceTrouble } from '../../act/source.ts';
import { earlierOf, isTaken, lapsing, takeIn, takeable, workedText } from './take-in.ts';
import { agreedBoxes, agreedForm, readAgreed } from './revise-agreed.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 13.2: the rapporteur publishes a revision, and says which amendments it took in. */
export const revise = defineForm({
  kind: 'text.revise',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || !context.reader.may('text')) return null;
    if (text.principle !== null) return agreedForm({ context, problem, fields }, text);
    const offered = takeable(text);
    const agreed = offered.filter(({ fate }) => fate.kind === 'agreed');
    const writing: Writing = { kind: 'revise', text: text.number, revision: text.revisions.length };
    const draft = draftIn(context, fields, writing);
    const carried = carriedOver(text, fields, draft);
    const state = {
      context,
      problem,
      fields: withInitial(carried, { tookIn: takenIn(text, draft === null ? null : carried, agreed) }),
    };
    const { title, charter } = present(text);
    const words = context.t.texts.form;
    const earlier = begunWith(text);
    const body = bodyOf(workedText(text, agreed));
    return textForm(state, {
      kind: 'text.revise',
      text,
      multipart: true,
      islands: ['text-editor'],
      lede: words.revise.lede,
      trouble: sourceTrouble(state, earlier),
      fields: html`${carriedNotice(context, carried)} ${isFirst(fields) ? draftsWaiting(context, writing, draft) : ''}
      ${amendmentBoxes(state, text, offered)}
      ${sourceFields(state, {
        title,
        body,
        earlier,
        ids: true,
        sent: { butFor: bodyOf(present(text).clauses) },
        draft: html`${hidden('revision', text.revisions.length)} ${draftFields(state, writing, draft, { title, body })}`,
      })}
      ${changesSoFar(state, text)} ${charter === null ? '' : termsFields(state, charter)}
      ${textArea(state, { name: 'note', label: words.note, optional: true, rows: 3, max: 2000 })}`,
    });
  },
  imports: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || text.principle !== null || !context.reader.may('text')) return null;
    return { as: 'text', continued: earlierOf(text) };
  },
  step: (context, fields, upload) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null || text.principle !== null) return null;
    return fields.has('step', 'take-in')
      ? takeIn(text, takeable(text), fields)
      : (draftStep(context, fields, earlierOf(text)) ?? sourceStep(context, fields, earlierOf(text), upload));
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    if (text === null) return { kind: 'field', field: 'text', why: 'missing' };
    if (text.principle !== null) return { body: readAgreed(fields, text) };
    const source = readSource(fields, begunWith(text));
    if (!source.ok) return sourceProblem(source.error);
    return {
      body: {
        text: text.number,
        revision: fields.integer('revision'),
        title: source.value.title,
        clauses: briefly(present(text).clauses, source.value.clauses),
        charter: text.kind === 'charter' ? readTerms(fields) : null,
        tookIn: fields.all('tookIn').map(Number),
        note: fields.optional('note'),
      },
    };
  },
  summary: (context, body) => {
    const words = context.t.texts.summary;
    const text = context.reader.text(body.text);
    const before = text?.revisions[body.revision - 1];
    const clauses = before === undefined ? [] : listedClauses(before.clauses, body.clauses);
    return html`${aboutText(context, words.revise(body.revision + 1), body.text)}
    ${text === null || before === undefined ? '' : whatChanges(context, text, before, { ...body, clauses: typeof clauses === 'string' ? [] : clauses })}
    ${
      body.note === null
        ? ''
        : html`<p class="label">${words.note}</p>
            ${paragraphs(body.note)}`
    }`;
  },
  next: (context, { text }) => textPath(context, { number: text }),
});

/** What the form shows at first has what is agreed in it: a clause that an amendment brought in goes by the name that this gave it. */
const begunWith = (text: Text): Earlier => ({
  ...earlierOf(text),
  begun: workedText(
    text,
    text.amendments.filter(({ fate }) => fate.kind === 'agreed'),
  ),
});

/** The agreed amendments that a form takes in at first: all of them; or, with a draft, those that stand in it. */
const takenIn = (text: Text, drafted: Fields | null, agreed: readonly Amendment[]): readonly string[] => {
  const read = drafted === null ? null : readSource(drafted, begunWith(text));
  const clauses = read?.ok === true ? read.value.clauses : null;
  const worked = workedText(text, agreed);
  return agreed
    .filter((amendment) => clauses === null || isTaken(clauses, worked, amendment))
    .map(({ number }) => `${number}`);
};

/** The amendments that may be taken in, with boxes to choose them by, and the button that works the chosen ones into the text. */
const amendmentBoxes = (state: FormState, text: Text, offered: readonly Amendment[]): Html | '' => {
  const { context, fields } = state;
  const words = context.t.texts.form.revise;
  const list = (name: string): string => listText(context, fields.all(name));
  if (offered.length === 0) return html`<p class="hint">${words.noneAgreed}</p>`;
  return html`${agreedBoxes(state, text, offered)}
    <p class="actions"><button class="second" name="step" value="take-in" formnovalidate>${words.takeIn}</button></p>
    <div role="status">
      ${fields.has('worked-in') ? html`<p>✓ ${words.takenIn(list('worked-in'))}</p>` : ''}
      ${fields.has('unfit') ? html`<p class="error">✕ ${words.notFitting(list('unfit'))}</p>` : ''}
    </div>
    <p class="hint">${words.own}</p>`;
};

/** Once something was typed: how the text in the form differs from the present revision, and what of that no amendment asks for. */
const changesSoFar = ({ context, fields }: FormState, text: Text): Html | '' => {
  if (isFirst(fields)) return '';
  const read = readSource(fields, begunWith(text));
  if (!read.ok) return '';
  const tookIn = fields.all('tookIn').map(Number);
  return html`<section class="panel preview">
    <h2>${context.t.texts.form.revise.diff}</h2>
    ${changesList(context, present(text).clauses, read.value.clauses)}
    ${againstAmendments(context, text, { clauses: read.value.clauses, tookIn })}
  </section>`;
};

type Revised = Pick<Text['revisions'][number], 'clauses' | 'tookIn'>;

/** Of a revision of the present text: how it takes the amendments in, which agreed ones it leaves out, what it changes beyond them. */
const againstAmendments = (context: Context, text: Text, { clauses, tookIn }: Revised): Html => {
  const words = context.t.texts.summary;
  const taken = text.amendments.filter(({ number }) => tookIn.includes(number));
  const left = text.amendments.filter(({ fate, number }) => fate.kind === 'agreed' && !tookIn.includes(number));
  const taking = textWith(text, tookIn);
  const missing = notTakenIn(text, tookIn, taking, clauses);
  const worked = taking.clauses;
  const beyond = compareClauses(worked, clauses).some(({ kind }) => kind !== 'kept');
  return html`<ul>
      ${taken.map(
        (amendment) =>
          html`<li>
            ${words.tookIn(`${amendment.number}`, amendment.number === missing ? 'not-there' : isTaken(clauses, worked, amendment) ? 'as-proposed' : 'and-more')}
          </li>`,
      )}
      ${left.map(({ number }) => html`<li><strong>${words.leftOut(number)}</strong></li>`)}
      ${beyond || taken.length === 0 ? '' : html`<li>${words.nothingBeyond(taken.length)}</li>`}
    </ul>
    ${
      beyond && taken.length > 0
        ? html`<p class="label">${words.beyond}</p>
            ${changesList(context, worked, clauses)}`
        : ''
    }`;
};

const whatChanges = (
  context: Context,
  text: Text,
  before: Text['revisions'][number],
  body: Revised & Pick<Text['revisions'][number], 'title' | 'charter'>,
): Html => {
  const words = context.t.texts;
  return html`${
    body.title === before.title
      ? ''
      : html`<p class="label">${words.history.titleChanged}</p>
          <p class="words" dir="auto">${wordDiff(context, before.title, body.title)}</p>`
  }
  ${changesList(context, before.clauses, body.clauses)}
  ${body.charter === null || before.charter === null ? '' : termsChange(context, before.charter, body.charter)}
  ${
    before === present(text)
      ? html`${againstAmendments(context, text, body)}
          <p>${words.summary.lapse(lapsing(text, body.clauses))}</p>`
      : html`<ul>
          ${body.tookIn.map((number) => html`<li>${words.summary.tookIn(`${number}`, 'on-record')}</li>`)}
        </ul>`
  }`;
};
