import { zoneText } from '../../conference/reading/zone-words.ts';
import { localTime } from '../../conference/reading/zones.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormContext } from './context.ts';
import { whichField } from './time-fields.ts';
import { type FormState, choices, lineInput } from './controls.ts';
import { zoneList, zoneTyped } from './zone-typed.ts';

/** A day and a time on the clocks of the place whose zone stands in the field `zone`; read by `readTime`. */
export const timeInput = (
  state: FormState<FormContext>,
  control: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly zone?: string;
    readonly unmarked?: true;
  },
): Html => {
  const { name, zone = 'zone', ...rest } = control;
  return html`${lineInput(state, { ...rest, name, type: 'datetime-local' })}${whichInput(state, name, zone)}`;
};

/** Where what was typed is shown twice by the clocks there: which of the two is meant. */
const whichInput = (state: FormState<FormContext>, name: string, zoneField: string): Html | '' => {
  const zone = zoneTyped(state.fields.text(zoneField));
  const time = zone === null ? null : localTime(state.fields.text(name), zone);
  if (zone === null || time?.kind !== 'repeated') return '';
  const words = state.context.t.common.time;
  return choices(state, {
    name: whichField(name),
    type: 'radio',
    legend: words.which,
    options: (['first', 'second'] as const).map((value) => ({
      value,
      label: words[value](zoneText(time[value], zone)),
    })),
  });
};

/** The zone of a place, typed: one on a page. */
export const zoneInput = (
  state: FormState<FormContext>,
  control: { readonly name?: string; readonly label?: string; readonly hint?: string; readonly initial: string },
): Html => {
  const { zone: label, zoneHint: hint } = state.context.t.common.time;
  return html`${lineInput(state, { name: 'zone', label, hint, max: 64, ...control, list: 'zones' })}
  ${zoneList(state.context)}`;
};
