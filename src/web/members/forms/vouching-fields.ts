import type { Vouching } from '../../../charter/members/vouching.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, lineInput, select } from '../../kit/controls.ts';

/** How an inviter knows an organisation from outside, as fields of a form: which way, and what is to be said of it. */

const KINDS = ['mail-domain', 'web-page', 'published-key', 'in-person'] as const satisfies readonly Vouching['kind'][];

/** The field of the act that the line fills, by the way chosen; none where none is. */
const LINE: Readonly<Record<string, string>> = {
  'mail-domain': 'domain',
  'web-page': 'address',
  'published-key': 'address',
  'in-person': 'words',
};

export const vouchingFields = (state: FormState): Html => {
  const words = state.context.t.texts.form.vouching;
  const line = LINE[state.fields.text('how')] ?? '';
  return html`${select(state, {
    name: 'how',
    pointer: '/body/vouching/kind',
    label: words.how,
    hint: words.howHint,
    options: [['', words.choose], ...KINDS.map((kind) => [kind, words.kinds[kind]] as const)],
  })}
  ${lineInput(state, { name: 'proof', pointer: `/body/vouching/${line}`, label: words.proof, hint: words.proofHint, max: 300 })}
  ${lineInput(state, { name: 'key', pointer: '/body/vouching/key', label: words.key, hint: words.keyHint, max: 60, unmarked: true })}`;
};

/** As it was typed, in the shape of the charter's but not yet checked against it. */
export const readVouching = ({ text }: Fields): unknown => {
  const kind = text('how');
  const line = LINE[kind];
  return {
    kind,
    ...(line === undefined ? {} : { [line]: text('proof') }),
    ...(kind === 'published-key' ? { key: text('key') } : {}),
  };
};
