import { defineAct } from '../act.ts';
import { itsText } from '../law/resource.ts';
import { withdrawRefusal } from './powers.ts';
import { closeText, onlyText, textAt, textOf } from './texts.ts';

/** Article 13.2: whoever tabled a text takes it back, for as long as it is theirs. */
export const withdrawText = defineAct({
  kind: 'text.withdraw',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: onlyText,
  judge: (state, { by, body }) => {
    const found = textAt(state, body.text, '13.2', 'negotiation');
    return found.ok ? withdrawRefusal(state, found.value, by.organisation) : found.error;
  },
  apply: (state, { body }) => {
    closeText(state, textOf(state, body.text), 'withdrawn');
  },
  example: { text: 1 },
});
