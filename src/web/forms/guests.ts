import { html } from 'hono/html';
import type { Organisation } from '../../charter/state.ts';
import { MOST_GUESTS } from '../../charter/statements.ts';
import type { Html } from '../act-form.ts';
import type { Fields } from '../fields.ts';
import { type FormState, hidden } from '../parts/controls.ts';
import { invitationField, readInvitation } from '../parts/invitation.ts';
import { profileFields, readProfile } from '../parts/profile-fields.ts';
import { VOUCHING_FIELDS, readVouching, vouchingFields } from './vouching.ts';

/** Organisations from outside that are invited to sign a statement, as rows of a form. A row without a name is none. */

/** How many rows the form has now. */
export const guestRows = (fields: Fields): number => {
  const rows = fields.integer('guests');
  return Number.isNaN(rows) ? 1 : Math.min(Math.max(rows, 1), MOST_GUESTS);
};

const rowsOf = (fields: Fields): readonly number[] => Array.from({ length: guestRows(fields) }, (_, i) => i + 1);

const isFilled = (fields: Fields, row: number): boolean =>
  ['name', 'id', 'gloss', 'country', ...VOUCHING_FIELDS].some((field) => fields.text(`guest-${row}-${field}`) !== '');

const filledRows = (fields: Fields): readonly number[] => rowsOf(fields).filter((row) => isFilled(fields, row));

export const readGuests = (fields: Fields) =>
  filledRows(fields).map((row) => ({
    id: fields.text(`guest-${row}-id`),
    ...readProfile(fields, `guest-${row}-`),
    invitation: readInvitation(fields.text(`guest-${row}-invitation`)),
    vouching: readVouching(fields, `guest-${row}-`),
  }));

export const guestFields = (state: FormState): Html => {
  const { context, fields } = state;
  const words = context.t.texts.form.statement;
  return html`<p class="hint">${words.invitedHint}</p>
    ${hidden('guests', guestRows(fields))}
    ${rowsOf(fields).map((row) => {
      const pointer = `/body/invited/${filledRows(fields).indexOf(row)}`;
      return html`<fieldset class="group">
        <legend>${words.guest(row)}</legend>
        ${profileFields(state, {
          prefix: `guest-${row}-`,
          pointer,
          idPointer: `${pointer}/id`,
          region: [],
          short: true,
          unmarked: true,
        })}
        ${vouchingFields(state, `guest-${row}-`, `${pointer}/vouching`)}
        ${invitationField(state, { name: `guest-${row}-invitation`, pointer: `${pointer}/invitation` })}
      </fieldset>`;
    })}
    <p class="actions">
      <button class="second" name="step" value="guest" formnovalidate>${words.more}</button>
    </p>` as Html;
};

/** One that the record knows, to be ticked, with how the inviter knows it. */
export const knownFields = (state: FormState, { id, name }: Pick<Organisation, 'id' | 'name'>): Html => {
  const { fields } = state;
  const pointer = `/body/known/${fields.all('known').indexOf(id)}/vouching`;
  return html`<fieldset class="group">
    <legend>
      <label class="choice"
        ><input type="checkbox" name="known" value="${id}" ${fields.has('known', id) ? 'checked' : ''} /><bdi
          >${name}</bdi
        >
        <code>${id}</code></label
      >
    </legend>
    ${vouchingFields(state, `known-${id}-`, pointer)}
  </fieldset>` as Html;
};

export const readKnown = (fields: Fields) =>
  fields
    .all('known')
    .map((organisation) => ({ organisation, vouching: readVouching(fields, `known-${organisation}-`) }));
