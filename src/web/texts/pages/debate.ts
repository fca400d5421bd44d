import type { Thread } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { groupOn, pageLinks, pageOf } from '../../kit/listing.ts';
import { isOpen, mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { threadBlock } from '../parts/threads.ts';

const PAGE = 20;

const isOpenThread = ({ resolved }: Thread): boolean => resolved === null;

/** Every thread of debate on a text (6.2), the open ones first. */
export const debatePage = (context: Context, text: Text): Html => {
  const { base, t } = context;
  const words = t.texts.debate;
  const open = text.threads.filter(isOpenThread);
  const resolved = text.threads.filter((thread) => !isOpenThread(thread)).toReversed();
  const shown = pageOf([...open, ...resolved], context, PAGE, ({ number }) => number);
  const block = (thread: Thread): Html => threadBlock(context, text, thread);
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
      ${groupOn(shown, words.openThreads(open.length), isOpenThread, block)}
      ${groupOn(shown, words.resolvedThreads(resolved.length), (thread) => !isOpenThread(thread), block)}
      ${pageLinks(context, shown)}`,
  );
};
