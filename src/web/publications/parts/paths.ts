import type { Issue, Periodical } from '../../../charter/publications/state.ts';
import type { Context } from '../../kit/context.ts';

/** Where publications are read: see docs/DESIGN.md. */

export const periodicalPath = ({ base }: Pick<Context, 'base'>, { number }: Pick<Periodical, 'number'>): string =>
  `${base}/publications/${number}`;

/** One that was published by that number, another by the one under which it was put. */
export const issuePath = (
  context: Pick<Context, 'base'>,
  periodical: Pick<Periodical, 'number'>,
  { number, published }: Pick<Issue, 'number' | 'published'>,
): string => `${periodicalPath(context, periodical)}/${published === null ? `issues/${number}` : published.nth}`;

export const articlePath = (
  context: Pick<Context, 'base'>,
  periodical: Pick<Periodical, 'number'>,
  article: number,
): string => `${periodicalPath(context, periodical)}/articles/${article}`;
