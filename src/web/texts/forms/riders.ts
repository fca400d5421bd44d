import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, firstWords, longName } from '../parts/clause-names.ts';
import { type FormState, hidden, select, textArea } from '../../kit/controls.ts';

/** The reservations and interpretative statements of a signature, as rows of a form. A row without words is none. */

const MOST = 50;

/** How many rows the form has now. */
export const riderRows = (fields: Fields): number => {
  const rows = fields.integer('riders');
  return Number.isNaN(rows) ? 1 : Math.min(Math.max(rows, 1), MOST);
};

const rowsOf = (fields: Fields): readonly number[] => Array.from({ length: riderRows(fields) }, (_, i) => i + 1);

const filledRows = (fields: Fields): readonly number[] =>
  rowsOf(fields).filter((row) => fields.text(`rider-words-${row}`) !== '');

export const readRiders = (fields: Fields) =>
  filledRows(fields).map((row) => ({
    kind: fields.text(`rider-kind-${row}`),
    clause: fields.optional(`rider-clause-${row}`),
    words: fields.text(`rider-words-${row}`),
  }));

export const riderFields = (state: FormState, text: Text): Html => {
  const { context, fields } = state;
  const words = context.t.texts.form.sign;
  const { reservations } = context.reader.rules().signature;
  return html`<p class="hint">${words.riderHint} ${reservations ? '' : words.noReservations}</p>
    ${hidden('riders', riderRows(fields))} ${rowsOf(fields).map((row) => riderRow(state, text, row, reservations))}
    <p class="actions">
      <button class="second" name="step" value="rider" formnovalidate>${words.more}</button>
    </p>`;
};

const riderRow = (state: FormState, text: Text, row: number, reservations: boolean): Html => {
  const { context, fields } = state;
  const { t } = context;
  const words = t.texts.form.sign;
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const pointer = `/body/riders/${filledRows(fields).indexOf(row)}`;
  const kinds = reservations ? (['interpretation', 'reservation'] as const) : (['interpretation'] as const);
  return html`<fieldset class="group">
    <legend>${words.rider(row)}</legend>
    ${select(state, {
      name: `rider-kind-${row}`,
      pointer: `${pointer}/kind`,
      label: words.riderKind,
      options: kinds.map((kind) => [kind, t.texts.signatures[kind]]),
    })}
    ${select(state, {
      name: `rider-clause-${row}`,
      pointer: `${pointer}/clause`,
      label: words.riderOn,
      unmarked: true,
      options: [
        ['', t.texts.positions.wholeLong],
        ...clauses.map(({ id, words: own }) => [id, `${longName(names, id)}: ${firstWords(own, 40)}`] as const),
      ],
    })}
    ${textArea(state, {
      name: `rider-words-${row}`,
      pointer: `${pointer}/words`,
      label: words.riderWords,
      unmarked: true,
      rows: 4,
      max: 4000,
    })}
  </fieldset>`;
};
