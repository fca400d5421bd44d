import { startOf } from '../../../base/time.ts';
import type { Appeal } from '../../../charter/purpose/appeal-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';

/** What an appeal asks for, in a few words. */

export const appealPath = ({ base }: Pick<Context, 'base'>, number: number): string => `${base}/appeals/${number}`;

export const untilText = (context: Context, { until }: Pick<Appeal, 'until'>): string | null =>
  until === null ? null : context.t.purpose.appeal.until(dayText(context, startOf(until)));

export const needsList = (context: Context, { needs }: Pick<Appeal, 'needs'>): Html =>
  html`<ul class="plain">
    ${needs.map(({ kind, words }) => html`<li><strong>${context.t.purpose.appeal.need[kind]}</strong>: ${theirs(words)}</li>`)}
  </ul>`;
