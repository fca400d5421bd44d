import { html } from 'hono/html';
import type { Proposal, Text } from '../../../charter/state.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { proposalBlock } from '../../parts/proposals.ts';
import { mayWork } from '../../parts/text-facts.ts';
import { textSheet } from '../../parts/text-head.ts';

/** Every proposal about a text under silence (13.3), the open ones first. */
export const proposalsPage = (context: Context, text: Text): Html => {
  const { base, t } = context;
  const words = t.texts.proposals;
  const open = text.proposals.filter(({ outcome }) => outcome === 'open');
  const settled = text.proposals.filter(({ outcome }) => outcome !== 'open').toReversed();
  const group = (title: string, proposals: readonly Proposal[]): Html | '' =>
    proposals.length === 0
      ? ''
      : (html`<h2>${title}</h2>
          ${proposals.map((proposal) => proposalBlock(context, text, proposal))}` as Html);
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
      ${group(words.openOnes(open.length), open)} ${group(words.settled(settled.length), settled)}` as Html,
  );
};
