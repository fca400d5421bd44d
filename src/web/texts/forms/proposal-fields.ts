import { type Html, html } from '../../../markup/html.ts';
import { quoted } from '../../kit/theirs.ts';
import { unreachable } from '../../../base/result.ts';
import { rectified } from '../../../charter/texts/rectified.ts';
import type { ProposalSubject } from '../../../charter/texts/negotiation-state.ts';
import type { Stage, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { principleFields, readPrinciple } from './principle-fields.ts';
import { type FormState, choices, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { languageTag, languageText } from '../../kit/languages.ts';

/** What is proposed about a text, as fields of a form, and read back. */

type SubjectKind = ProposalSubject['kind'];

/** What may be proposed at each stage. */
const SUBJECTS: Readonly<Record<Stage, readonly SubjectKind[]>> = {
  negotiation: ['principle', 'rapporteur', 'languages', 'weights'],
  decision: ['languages'],
  adopted: ['rectification', 'languages', 'page'],
  'not-adopted': [],
  withdrawn: [],
};

/** A text that all took in principle has no rapporteur. */
export const subjectsOf = ({ stage, principle }: Text): readonly SubjectKind[] =>
  SUBJECTS[stage].filter((kind) => kind !== 'rapporteur' || principle === null);

/** The fields of this kind of proposal; `null`: first it has to be said which clause. */
export const subjectFields = (state: FormState, text: Text, kind: SubjectKind): Html | null => {
  const { context, fields } = state;
  const words = context.t.texts.proposals;
  switch (kind) {
    case 'rapporteur':
      return select(state, {
        name: 'organisation',
        pointer: '/body/what/organisation',
        label: words.organisation,
        options: context.reader.participants().map(({ id, name }) => [id, name] as const),
      });
    case 'principle':
      return principleFields(state, '/body/what');
    case 'languages':
      return html`${choices(state, {
        name: 'authentic',
        pointer: '/body/what/authentic',
        type: 'checkbox',
        legend: words.languages,
        hint: words.languagesHint,
        options: languagesOf(context, text).map((tag) => ({ value: tag, label: languageText(context, tag) })),
      })}
      ${lineInput(state, { name: 'another', label: words.another, optional: true, max: 40 })}`;
    case 'weights': {
      const { clauses } = present(text);
      const names = clauseNames(context, clauses);
      return html`<p class="hint">${words.weightsHint}</p>
        ${clauses.map(({ id, kind: sort, words: own }) =>
          sort === 'heading'
            ? ''
            : lineInput(state, {
                name: `weight-${id}`,
                type: 'number',
                label: words.weightOf(longName(names, id)),
                hint: quoted(firstWords(own, 90)),
                initial: `${text.weights.get(id) ?? 1}`,
              }),
        )}`;
    }
    case 'rectification': {
      const clause = rectified(text).find(({ id }) => id === fields.text('clause'));
      if (clause === undefined) return null;
      return html`${hidden('clause', clause.id)}
        <p class="label">${longName(clauseNames(context, present(text).clauses), clause.id)}</p>
        ${textArea(state, { name: 'words', pointer: '/body/what/words', label: words.rectified, initial: clause.words, rows: 6, max: 8000 })}`;
    }
    case 'page':
      return lineInput(state, {
        name: 'address',
        pointer: '/body/what/address',
        label: words.pageAddress,
        hint: words.pageAddressHint,
        optional: true,
        max: 40,
        initial: pageAddress(context, text) ?? '',
      });
    default:
      return unreachable(kind);
  }
};

/** Where it stands as a page of the conference's own. */
const pageAddress = ({ reader }: Context, { number }: Text): string | null =>
  [...reader.pages()].find(([, text]) => text === number)?.[0] ?? null;

const languagesOf = ({ reader }: Context, text: Text): readonly string[] => [
  ...new Set([
    ...(text.language === null ? [] : [text.language]),
    ...(reader.charter()?.charter.languages ?? []),
    ...text.translations.keys(),
    ...text.authentic,
  ]),
];

/** The subject as it was typed; the act's schema checks it. */
export const readSubject = (fields: Fields, text: Text | null): unknown => {
  const kind = fields.text('what');
  switch (kind) {
    case 'rapporteur':
      return { kind, organisation: fields.text('organisation') };
    case 'principle':
      return { kind, ...readPrinciple(fields, text) };
    case 'languages': {
      const another = fields.text('another');
      return {
        kind,
        authentic: [...fields.all('authentic'), ...(another === '' ? [] : [languageTag(another) ?? another])],
      };
    }
    case 'weights':
      return {
        kind,
        weights: fields.entries().flatMap(([name]) => {
          const clause = /^weight-(.+)$/u.exec(name)?.[1];
          const weight = fields.integer(name);
          return clause === undefined || weight === 1 ? [] : [{ clause, weight }];
        }),
      };
    case 'rectification':
      return { kind, clause: fields.text('clause'), words: fields.text('words') };
    case 'page': {
      const address = fields.text('address');
      return { kind, address: address === '' ? null : address };
    }
    default:
      return null;
  }
};
