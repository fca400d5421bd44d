import { type Html, html } from '../../../markup/html.ts';
import type { Standstill } from '../../../conference/post/desk.ts';
import type { Context } from '../../kit/context.ts';
import { momentText } from '../../kit/words.ts';

/** Why no mail goes out at present, for whoever looks after it; nothing while it goes. */
export const standstillNotice = (context: Context, standstill: Standstill | null): Html | '' =>
  standstill === null
    ? ''
    : html`<p class="notice" role="status">
        ${context.t.post.circulation.standstill[standstill.kind](momentText(context, standstill.since))}
      </p>`;
