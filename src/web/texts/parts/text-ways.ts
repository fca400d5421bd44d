import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { textPath } from './text-head.ts';

/** The ways to read a text, one click from each other. */

type Way = 'text' | 'consolidated' | 'compare' | 'words';

const WAYS: readonly Way[] = ['text', 'consolidated', 'compare', 'words'];

export const wayPath = (context: Context, text: Text, way: Way): string =>
  way === 'text' ? textPath(context, text) : `${textPath(context, text)}/${way}`;

export const waysLine = (context: Context, text: Text, here: Way): Html => {
  const words = context.t.texts.ways;
  return html`<nav class="ways no-print" aria-label="${words.label}">
    ${WAYS.map((way) => html`<a href="${wayPath(context, text, way)}" ${way === here ? html`aria-current="page"` : ''}>${words[way]}</a> `)}
  </nav>`;
};
