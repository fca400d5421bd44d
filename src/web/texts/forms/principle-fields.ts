import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, choices, lineInput, select } from '../../kit/controls.ts';
import { withInitial } from '../../act/change-fields.ts';
import { theirs } from '../../kit/theirs.ts';

/** Who completes a text that is taken in principle, until when, and at which meeting at the latest: as fields, and read from them. */

/** How many meetings ahead can be chosen. */
const MEETINGS_AHEAD = 4;

/** `pointer`: where the act holds them. */
export const principleFields = (given: FormState, pointer: string): Html => {
  const { context } = given;
  const { reader, t } = context;
  const words = t.texts.principle.form;
  const state = { ...given, fields: withInitial(given.fields, { to: reader.group() === null ? 'named' : 'group' }) };
  const ahead = (['group', 'assembly'] as const).flatMap((of) =>
    Array.from({ length: MEETINGS_AHEAD }, (_, i) => ({ of, nth: reader.held(of) + 1 + i })),
  );
  return html`${choices(state, {
    name: 'to',
    pointer: `${pointer}/to`,
    type: 'radio',
    legend: words.to,
    options: [
      ...(reader.group() === null ? [] : [{ value: 'group', label: words.toGroup }]),
      { value: 'named', label: words.toNamed },
    ],
  })}
  ${choices(state, {
    name: 'mandated',
    type: 'checkbox',
    legend: words.named,
    options: reader.participants().map(({ id, name }) => ({ value: id, label: theirs(name) })),
  })}
  ${lineInput(state, { name: 'until', pointer: `${pointer}/until`, type: 'date', label: words.until, hint: words.untilHint })}
  ${select(state, {
    name: 'latest',
    pointer: `${pointer}/latest`,
    label: words.latest,
    options: ahead.map(({ of, nth }) => [`${of}-${nth}`, words.nth[of](nth)] as const),
  })}`;
};

/** What these fields ask of this text; the act's schema checks it. */
export const readPrinciple = (fields: Fields, text: Text | null) => {
  const [, of = '', nth = ''] = /^(assembly|group)-(\d{1,6})$/u.exec(fields.text('latest')) ?? [];
  return {
    version: text === null ? '' : present(text).hash,
    to: fields.text('to') === 'group' ? 'group' : fields.all('mandated'),
    until: fields.endOfDay('until'),
    latest: { of, nth: Number(nth) },
  };
};
