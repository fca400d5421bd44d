import { type Result, err, ok, unreachable } from '../../../base/result.ts';
import { applicationOf } from '../../../charter/members/admission.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting, Question } from '../../../charter/meetings/state.ts';
import { zoneText } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { timeInput } from '../../kit/time-input.ts';
import { readTime } from '../../kit/time-fields.ts';
import { withInitial } from '../../act/change-fields.ts';
import { seatIn, seatsIn } from './chairing.ts';
import { principleFields, readPrinciple } from '../../texts/forms/principle-fields.ts';
import { taskText } from '../../texts/parts/principle.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import type { FormProblem } from '../../kit/problem.ts';

/** What can be asked of a meeting, as fields, and read from them. */

export type QuestionKind = Question['kind'];

type FieldProblem = Extract<FormProblem, { readonly kind: 'field' }>;

export const QUESTION_KINDS: readonly QuestionKind[] = [
  'agenda',
  'principle',
  'words',
  'election',
  'mandate',
  'treasurer',
  'admission',
  'seat',
  'chair',
];

/** The items that nobody has withdrawn: the adopted agenda first, in its order. */
const itemsOf = ({ items, agenda }: Meeting): readonly number[] => {
  const adopted = agenda?.items ?? [];
  const others = items.filter(({ number, withdrawn }) => withdrawn === null && !adopted.includes(number));
  return [...adopted, ...others.map(({ number }) => number)];
};

export const questionFields = (state: FormState, meeting: Meeting, kind: QuestionKind): Html => {
  const { context } = state;
  const words = context.t.sitting.form.ask;
  switch (kind) {
    case 'agenda':
      return placeFields(state, meeting);
    case 'chair':
      return select(state, {
        name: 'to',
        label: context.t.sitting.form.chair.to,
        options: [['', context.t.sitting.form.chair.choose], ...seatsIn(context, meeting)],
      });
    case 'election':
      return slateFields(state);
    case 'mandate': {
      const { zone } = noticeOf(meeting);
      return html`${textArea(state, { name: 'task', label: words.task, pointer: '/body/question/task', max: 2000 })}
      ${hidden('zone', zone)}
      ${timeInput(state, { name: 'until', label: words.until, hint: zoneText(context.now, zone) })}`;
    }
    case 'treasurer': {
      const { zone } = noticeOf(meeting);
      return html`${select(state, {
        name: 'keeper',
        label: words.keeper,
        hint: words.keeperHint,
        options: [['', words.theGroup], ...context.reader.participants().map(({ id, name }) => [id, name] as const)],
      })}
      ${hidden('zone', zone)}
      ${timeInput(state, { name: 'until', label: words.until, hint: zoneText(context.now, zone) })}`;
    }
    case 'principle':
      return html`${select(state, {
        name: 'text',
        label: context.t.texts.principle.form.text,
        options: textsAt(context, meeting),
      })}
      ${principleFields(state, '/body/question')}`;
    case 'admission':
      return select(state, {
        name: 'applicant',
        label: words.applicant,
        hint: words.applicantHint,
        options: [['', words.nobody], ...applicantsIn(context)],
      });
    case 'seat':
      return lineInput(state, {
        name: 'seat',
        label: words.seat,
        hint: words.seatHint(context.reader.charter()?.charter.seat ?? ''),
        pointer: '/body/question/seat',
        max: 120,
      });
    case 'words':
      return html`${textArea(state, { name: 'words', label: words.words, pointer: '/body/question/words', max: 4000 })}
      ${meeting.kind === 'group' ? underField(state) : ''}`;
    default:
      return unreachable(kind);
  }
};

/** The texts under negotiation that the item is about. */
const textsAt = ({ reader }: Context, { item, items }: Meeting): readonly (readonly [string, string])[] =>
  (items[(item ?? 0) - 1]?.texts ?? []).flatMap((number) => {
    const text = reader.text(number);
    return text?.stage === 'negotiation' ? [[`${number}`, present(text).title] as const] : [];
  });

const placeFields = (state: FormState, meeting: Meeting): Html => {
  const words = state.context.t.sitting.form.ask;
  const items = itemsOf(meeting);
  const placed = {
    ...state,
    fields: withInitial(state.fields, Object.fromEntries(items.map((number, i) => [`place-${number}`, `${i + 1}`]))),
  };
  return html`<fieldset>
    <legend>${words.places}</legend>
    <p class="hint">${words.placesHint}</p>
    ${items.map((number) =>
      lineInput(placed, {
        name: `place-${number}`,
        type: 'number',
        label: html`<bdi>${meeting.items[number - 1]?.title}</bdi>`,
        unmarked: true,
      }),
    )}
  </fieldset>`;
};

const slateFields = (state: FormState): Html => {
  const { context } = state;
  const words = context.t.sitting.form.ask;
  const rules = context.reader.rules().coordinatingGroup;
  const options = [
    ['', words.nobody] as const,
    ...context.reader.participants().map(({ id, name }) => [id, name] as const),
  ];
  const seats = (name: 'member' | 'substitute', n: number, label: (n: number) => string) =>
    Array.from({ length: n }, (_, i) =>
      select(state, { name: `${name}-${i + 1}`, label: label(i + 1), unmarked: true, options }),
    );
  return html`<p class="hint">${words.slateHint}</p>
    ${seats('member', rules.members, words.members)} ${seats('substitute', rules.substitutes, words.substitutes)}`;
};

const underField = (state: FormState): Html => {
  const { t, reader, now } = state.context;
  const words = t.sitting.form.ask;
  return select(state, {
    name: 'under',
    label: words.under,
    options: [
      ...(['9.2', '9.3', '9.4', '9.6'] as const).map((task) => [task, words.tasks[task]] as const),
      ...reader
        .mandates()
        .filter((mandate) => mandate.to === 'group' && reader.inForce(mandate, now))
        .map(
          (mandate) =>
            [
              `${mandate.number}`,
              `${words.mandate(mandate.number)}: ${taskText(state.context, mandate).slice(0, 80)}`,
            ] as const,
        ),
    ],
  });
};

/** Those who are presented: with the act by which each applied, so that no other is admitted in its name. */
const applicantsIn = ({ reader }: FormState['context']): readonly (readonly [value: string, label: string])[] =>
  reader.organisations().flatMap((one) => {
    const application = applicationOf(one);
    return one.standing.kind === 'applicant' && one.standing.period.kind === 'running' && application !== undefined
      ? [[`${one.id} ${application.act}`, one.name] as const]
      : [];
  });

/** The question in these fields, which its schema has yet to judge. */
export const readQuestion = ({ reader }: Context, fields: Fields, meeting: Meeting): Result<unknown, FieldProblem> => {
  const kind = QUESTION_KINDS.find((one) => fields.text('question') === one);
  switch (kind) {
    case undefined:
      return err({ kind: 'field', field: 'question', why: 'missing' });
    case 'agenda':
      return ok({ kind, items: placed(fields) });
    case 'chair':
      if (fields.optional('to') === null) return err({ kind: 'field', field: 'to', why: 'missing' });
      return ok({ kind, ...seatIn(fields) });
    case 'election':
      return ok({ kind, members: seats(fields, 'member'), substitutes: seats(fields, 'substitute') });
    case 'mandate': {
      const until = readTime(fields, 'until', noticeOf(meeting).zone);
      return until.ok ? ok({ kind, task: fields.text('task'), until: until.value }) : until;
    }
    case 'treasurer': {
      const until = readTime(fields, 'until', noticeOf(meeting).zone);
      return until.ok ? ok({ kind, organisation: fields.optional('keeper'), until: until.value }) : until;
    }
    case 'principle': {
      const text = reader.text(fields.integer('text'));
      return ok({ kind, text: fields.integer('text'), ...readPrinciple(fields, text) });
    }
    case 'admission': {
      const [organisation = '', application = ''] = fields.text('applicant').split(' ');
      return ok({ kind, organisation, application });
    }
    case 'seat':
      return ok({ kind, seat: fields.text('seat') });
    case 'words':
      return ok({ kind, words: fields.text('words'), under: underIn(fields) });
    default:
      return unreachable(kind);
  }
};

/** The items in the order of their places; of one place, as they were proposed. */
const placed = (fields: Fields): readonly number[] =>
  fields
    .entries()
    .flatMap(([name, value]) => {
      const item = /^place-(\d{1,6})$/u.exec(name)?.[1];
      return item === undefined || value === '' ? [] : [{ item: Number(item), place: Number(value) }];
    })
    .toSorted((a, b) => a.place - b.place || a.item - b.item)
    .map(({ item }) => item);

const seats = (fields: Fields, name: string): readonly string[] =>
  fields.entries().flatMap(([key, value]) => (key.startsWith(`${name}-`) && value !== '' ? [value] : []));

const underIn = (fields: Fields): string | number | null => {
  const under = fields.optional('under');
  return under !== null && /^\d{1,6}$/u.test(under) ? Number(under) : under;
};
