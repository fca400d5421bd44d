import type { Html } from '../../../markup/html.ts';
import { type FormState, choices } from '../../kit/controls.ts';

/** Who may read it: participants, or everybody. What was public stays so. */
export const audienceField = (state: FormState): Html => {
  const words = state.context.t.purpose.report.form;
  return choices(state, {
    name: 'public',
    type: 'radio',
    legend: words.audience,
    initial: ['no'],
    options: [
      { value: 'no', label: words.members, hint: words.membersHint },
      { value: 'yes', label: words.everyone, hint: words.everyoneHint },
    ],
  });
};

export const isPublicIn = (fields: FormState['fields']): boolean => fields.text('public') === 'yes';
