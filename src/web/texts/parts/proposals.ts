import { unreachable } from '../../../base/result.ts';
import { openDisagreement } from '../../../charter/law/disagreement.ts';
import { rectified } from '../../../charter/texts/rectified.ts';
import type { Proposal, ProposalSubject } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, longName } from './clause-names.ts';
import { askedText } from './principle.ts';
import { languageText } from '../../kit/languages.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mayWork } from './text-facts.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { day, dayText, listText, nameOf, org } from '../../kit/words.ts';

/** Proposals about a text under silence (13.3): what they say, until when, who disagrees. */

/** What a proposal says, in words; `before`: the words that a rectification would change, where they are no longer the present ones. */
export const subjectText = (context: Context, text: Text, what: ProposalSubject, before?: string): Html => {
  const words = context.t.texts.proposals.that;
  const names = clauseNames(context, present(text).clauses);
  switch (what.kind) {
    case 'rapporteur':
      return html`<p><bdi>${words.rapporteur(nameOf(context, what.organisation))}</bdi></p>`;
    case 'principle':
      return html`<p dir="auto">${askedText(context, what)}</p>`;
    case 'languages': {
      const languages = what.authentic.map((tag) => languageText(context, tag));
      return html`<p>${languages.length === 0 ? words.oneLanguage : words.languages(listText(context, languages))}</p>`;
    }
    case 'weights':
      return what.weights.length === 0
        ? html`<p>${words.noWeights}</p>`
        : html`<p>${words.weights}</p>
            <ul>
              ${what.weights.map(({ clause, weight }) => html`<li>${words.weight(longName(names, clause), weight)}</li>`)}
            </ul>`;
    case 'rectification': {
      const now = before ?? rectified(text).find(({ id }) => id === what.clause)?.words ?? '';
      return html`<p>${words.rectification(longName(names, what.clause))}</p>
        <p class="words" dir="auto">${wordDiff(context, now, what.words)}</p>`;
    }
    case 'page':
      return html`<p>${what.address === null ? words.noPage : words.page(what.address)}</p>`;
    default:
      return unreachable(what);
  }
};

/** What a slip's words were before this proposal put them right. */
const beforeOf = (text: Text, { number }: Proposal): string | undefined =>
  text.rectifications.find(({ proposal }) => proposal === number)?.before;

export const proposalBlock = (context: Context, text: Text, proposal: Proposal, level: 2 | 3 = 3): Html => {
  const words = context.t.texts.proposals;
  const { number, by, on, what, reason, disagreements } = proposal;
  const id = `p-${number}`;
  const title = `${words.number(number)}: ${words.kind[what.kind]}`;
  return html`<article class="entry" id="${id}" aria-labelledby="${id}-title">
    ${level === 2 ? html`<h2 id="${id}-title">${title}</h2>` : html`<h3 id="${id}-title">${title}</h3>`}
    <p class="status"><span>${org(context, by)}</span><span>${day(context, on.at)}</span></p>
    <p class="fate"><strong>${outcomeText(context, proposal)}</strong>${toPass(context, proposal)}</p>
    ${subjectText(context, text, what, beforeOf(text, proposal))}
    <p class="label">${words.reason}</p>
    ${paragraphs(reason)}
    ${disagreements.map(
      (one) =>
        html`<div class="note">
          <span class="s-object" aria-hidden="true">✕</span> ${org(context, one.by)}
          ${words.disagrees}${one.withdrawn === null ? '' : ` (${words.disagreementWithdrawn(dayText(context, one.withdrawn.at))})`}:
          ${paragraphs(one.reasons)}
        </div>`,
    )}
    ${level === 2 ? '' : steps(context, text, proposal)}
  </article>`;
};

const outcomeText = (context: Context, proposal: Proposal): string => {
  const words = context.t.texts.proposals;
  const ends = dayText(context, proposal.deadline);
  switch (proposal.outcome) {
    case 'open':
      return words.outcome.open;
    case 'agreed':
    case 'refused':
      return words.outcome[proposal.outcome](ends);
    case 'withdrawn':
      return words.outcome.withdrawn;
    default:
      return unreachable(proposal.outcome);
  }
};

const toPass = (context: Context, proposal: Proposal): Html | '' => {
  const line = toPassLine(context, 'proposal', context.reader.toPass.proposal(proposal));
  return line === '' ? '' : html`. ${line}`;
};

const steps = (context: Context, text: Text, proposal: Proposal): Html | '' => {
  const { base, me, t } = context;
  if (proposal.outcome !== 'open' || me === null || !mayWork(context)) return '';
  const words = t.texts.proposals;
  const query = `text=${text.number}&proposal=${proposal.number}`;
  const link = (kind: string, label: string): Html =>
    html`<a href="${base}/do/${kind}?${query}"
      >${label}<span class="visually-hidden"> (${words.number(proposal.number)})</span></a
    > `;
  return html`<p class="step">
    ${
      openDisagreement(proposal, me.organisation.id) === undefined
        ? link('proposal.disagree', words.disagree)
        : link('proposal.withdraw-disagreement', words.withdrawDisagreement)
    }
    ${proposal.by === me.organisation.id ? link('proposal.withdraw', words.withdraw) : ''}
  </p>`;
};
