import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, select } from '../../kit/controls.ts';
import { invitationField, readInvitation } from '../../members/parts/invitation.ts';
import { profileFields, readProfile } from '../../members/parts/profile-fields.ts';
import { readVouching, vouchingFields } from '../../members/forms/vouching-fields.ts';

/** Who is invited from outside to sign a statement: one that the record knows, or one that is described. */

/** `known`: those that may be chosen; where there are none, there is no choice. */
export const guestFields = (state: FormState, known: readonly Organisation[]): Html => {
  const words = state.context.t.texts.form.statement;
  const isKnown = state.fields.text('known') !== '';
  const choice =
    known.length === 0
      ? ''
      : select(state, {
          name: 'known',
          ...(isKnown ? { pointer: '/body/organisation' } : {}),
          label: words.whom,
          options: [['', words.newcomer], ...known.map(({ id, name }) => [id, `${name} (${id})`] as const)],
          unmarked: true,
        });
  return html`${choice}
    <fieldset class="group">
      <legend>${words.newcomer}</legend>
      ${known.length === 0 ? '' : html`<p class="hint">${words.newcomerHint}</p>`}
      ${profileFields(state, {
        pointer: '/body/newcomer',
        idPointer: isKnown ? '/body/newcomer/id' : '/body/organisation',
        region: [],
        short: true,
        ...(known.length === 0 ? {} : { unmarked: true }),
      })}
      ${invitationField(state, { name: 'invitation', pointer: '/body/newcomer/invitation' })}
    </fieldset>
    ${vouchingFields(state)}`;
};

/** As it was typed, in the shape of the charter's but not yet checked against it. */
export const readGuest = (fields: Fields) => {
  const known = fields.text('known');
  const newcomer = { ...readProfile(fields), invitation: readInvitation(fields.text('invitation')) };
  return {
    ...(known === '' ? { organisation: fields.text('id'), newcomer } : { organisation: known, newcomer: null }),
    vouching: readVouching(fields),
  };
};
