import type { Proposal } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { groupOn, pageLinks, pageOf } from '../../kit/listing.ts';
import { proposalBlock } from '../parts/proposals.ts';
import { mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';

const PAGE = 20;

/** Every proposal about a text under silence (13.3), the open ones first. */
export const proposalsPage = (context: Context, text: Text): Html => {
  const { base, t } = context;
  const words = t.texts.proposals;
  const open = text.proposals.filter(({ outcome }) => outcome === 'open');
  const settled = text.proposals.filter(({ outcome }) => outcome !== 'open').toReversed();
  const shown = pageOf([...open, ...settled], context, PAGE, ({ number }) => number);
  const block = (proposal: Proposal): Html => proposalBlock(context, text, proposal);
  const mayPropose = text.stage !== 'withdrawn' && text.stage !== 'not-adopted' && mayWork(context);
  return textSheet(
    context,
    text,
    'proposals',
    html`<p class="lede">${text.proposals.length === 0 ? words.none : words.lede}</p>
      ${
        mayPropose
          ? html`<p class="actions">
              <a class="button" href="${base}/do/proposal.make?text=${text.number}">${words.make}</a>
            </p>`
          : ''
      }
      ${groupOn(shown, words.openOnes(open.length), ({ outcome }) => outcome === 'open', block)}
      ${groupOn(shown, words.settled(settled.length), ({ outcome }) => outcome !== 'open', block)}
      ${pageLinks(context, shown)}`,
  );
};
