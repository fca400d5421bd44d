import { html } from 'hono/html';
import type { Text } from '../../../charter/state.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { isOpen, mayWork } from '../../parts/text-facts.ts';
import { textSheet } from '../../parts/text-head.ts';
import { threadBlock } from '../../parts/threads.ts';

/** Every thread of debate on a text (6.2), the open ones first. */
export const debatePage = (context: Context, text: Text): Html => {
  const { base, t } = context;
  const words = t.texts.debate;
  const open = text.threads.filter(({ resolved }) => resolved === null);
  const resolved = text.threads.filter((thread) => thread.resolved !== null).toReversed();
  return textSheet(
    context,
    text,
    'debate',
    html`<p class="lede">${text.threads.length === 0 ? words.none : words.lede}</p>
      ${
        isOpen(text) && mayWork(context)
          ? html`<p class="actions">
              <a class="button" href="${base}/do/debate.open?text=${text.number}">${words.begin}</a>
            </p>`
          : ''
      }
      ${
        open.length === 0
          ? ''
          : html`<h2>${words.openThreads(open.length)}</h2>
              ${open.map((thread) => threadBlock(context, text, thread))}`
      }
      ${
        resolved.length === 0
          ? ''
          : html`<h2>${words.resolvedThreads(resolved.length)}</h2>
              ${resolved.map((thread) => threadBlock(context, text, thread))}`
      }` as Html,
  );
};
