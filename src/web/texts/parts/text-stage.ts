import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** How far a text is: tabled, negotiated, taken in principle, put to decision, adopted, signed. */

const STEPS = ['tabled', 'negotiation', 'principle', 'decision', 'adopted', 'signed'] as const;

type Step = (typeof STEPS)[number] | 'not-adopted' | 'withdrawn';

/** The step that a text is at, and those before it. */
const pathOf = (context: Context, text: Text): { readonly here: Step; readonly steps: readonly Step[] } => {
  switch (text.stage) {
    case 'negotiation':
      return { here: text.principle === null ? 'negotiation' : 'principle', steps: STEPS };
    case 'decision':
      return { here: 'decision', steps: STEPS };
    case 'adopted':
      return { here: isSigned(context, text) ? 'signed' : 'adopted', steps: STEPS };
    case 'not-adopted':
      return { here: 'not-adopted', steps: ['tabled', 'negotiation', 'decision', 'not-adopted'] };
    case 'withdrawn':
      return { here: 'withdrawn', steps: ['tabled', 'negotiation', 'withdrawn'] };
  }
};

/** Whether every participant has signed it. */
const isSigned = ({ reader }: Context, text: Text): boolean =>
  reader.participants().every(({ id }) => text.signatures.get(id)?.withdrawn === null);

/** All its steps in a line, those behind it marked; a text may be decided without having been taken in principle. */
export const stageSteps = (context: Context, text: Text): Html => {
  const words = context.t.texts.head.step;
  const { here, steps } = pathOf(context, text);
  const at = steps.indexOf(here);
  const shown = steps.filter((step, i) => step !== 'principle' || i >= at || text.principle !== null);
  return html`<ol class="stage">
    ${shown.map((step) => {
      const state = step === here ? 'now' : steps.indexOf(step) < at ? 'done' : '';
      return html`<li class="${state}" ${state === 'now' ? html`aria-current="step"` : ''}>
        ${words[step]}${state === 'done' ? html`<span class="visually-hidden"> ✓</span>` : ''}
      </li>`;
    })}
  </ol>`;
};
