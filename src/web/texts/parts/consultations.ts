import type { Consultation } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { targetName } from './text-target.ts';
import { day, listText, nameOf } from '../../kit/words.ts';

/** Consultations (6.2), as they stand on pages. */

/** A recorded attempt to resolve a point of friction. */
export const consultationBox = (context: Context, text: Text, consultation: Consultation): Html => {
  const { number, on, with: met, held, tried, result } = consultation;
  return html`<div class="consultation">
    <p class="label">${context.t.texts.consultation.number(number)}: ${targetName(context, text, on)}</p>
    ${consultationFacts(context, { met, held: day(context, held), tried, result })}
  </div>`;
};

interface ConsultationFacts {
  readonly met: Consultation['with'];
  readonly held: Html;
  readonly tried: string;
  readonly result: string;
}

/** Who met and when, what was tried, with what result. */
export const consultationFacts = (context: Context, { met, held, tried, result }: ConsultationFacts): Html => {
  const words = context.t.texts.consultation;
  const names = met.map((id) => nameOf(context, id));
  return html`<dl class="facts">
    <dt>${words.met}</dt>
    <dd><bdi>${listText(context, names)}</bdi></dd>
    <dt>${words.held}</dt>
    <dd>${held}</dd>
    <dt>${words.tried}</dt>
    <dd>${paragraphs(tried)}</dd>
    <dt>${words.result}</dt>
    <dd>${paragraphs(result)}</dd>
  </dl>`;
};
