import { type Html, html } from '../../../markup/html.ts';
import type { Standstill } from '../../../conference/post/desk.ts';
import type { Slug } from '../../../base/ids.ts';
import type { Context } from '../../kit/context.ts';
import type { WebDeps } from '../../kit/env.ts';
import { momentText } from '../../kit/words.ts';

/** What is wrong with the post at present. */
export interface Trouble {
  readonly standstill: Standstill | null;
  /** How many rows of what the post keeps are damaged. */
  readonly damaged: number;
}

/** Why no mail goes out at present, and what is lost of it, for whoever looks after it; nothing while all is well. */
export const troubleNotice = (context: Context, { standstill, damaged }: Trouble): readonly (Html | '')[] => {
  const words = context.t.post.circulation;
  return [
    standstill === null ? '' : notice(words.standstill[standstill.kind](momentText(context, standstill.since))),
    damaged === 0 ? '' : notice(words.damaged(damaged)),
  ];
};

const notice = (words: string): Html => html`<p class="notice" role="status">${words}</p>`;

/** The same of a node’s post. */
export const troubleIn = ({ post, damages }: Pick<WebDeps, 'post' | 'damages'>, slug: Slug): Trouble => ({
  standstill: post?.standstill(slug) ?? null,
  damaged: damages.count('post'),
});
