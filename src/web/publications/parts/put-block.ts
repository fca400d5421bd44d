import { openDisagreement } from '../../../charter/law/disagreement.ts';
import type { Issue, Periodical, Put } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { dayText, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';

/** What was put to all: how it stands, who disagrees and why, what can be done. */

export const outcomeLine = (context: Context, put: Put): Html => {
  const words = context.t.publications;
  const line = toPassLine(context, 'publication', context.reader.putToPass(put));
  return html`<p class="fate"><strong>${words.outcome[put.outcome]}</strong>${line === '' ? '' : html`. ${line}`}</p>`;
};

export const disagreementNotes = (context: Context, { disagreements }: Put): readonly Html[] => {
  const words = context.t.publications;
  return disagreements.map(
    ({ by, withdrawn, reasons }) =>
      html`<div class="note">
        <span class="s-object" aria-hidden="true">✕</span> ${org(context, by)}
        ${words.disagrees}${withdrawn === null ? '' : ` (${words.tookBack(dayText(context, withdrawn.at))})`}:
        ${paragraphs(reasons)}
      </div>`,
  );
};

/** The steps that the reader's organisation may take while it is open. */
export const putSteps = (context: Context, periodical: Periodical, issue: Issue | null): Html | '' => {
  const { base, me, t } = context;
  const put = issue ?? periodical;
  if (put.outcome !== 'open' || me === null || !mayWork(context)) return '';
  const { id } = me.organisation;
  const words = t.publications;
  const query = `periodical=${periodical.number}${issue === null ? '' : `&issue=${issue.number}`}`;
  const disagrees = openDisagreement(put, id) !== undefined;
  return html`<p class="actions">
    ${agreeLink(context, periodical, issue)}
    ${
      disagrees
        ? html`<a class="button second" href="${base}/do/publication.withdraw-disagreement?${query}"
            >${words.withdrawDisagreement}</a
          >`
        : html`<a class="button second" href="${base}/do/publication.disagree?${query}">${words.disagree}</a>`
    }
    ${put.by === id ? html`<a href="${base}/do/publication.withdraw?${query}">${words.withdraw}</a>` : ''}
  </p>`;
};

const agreeLink = (context: Context, periodical: Periodical, issue: Issue | null): Html | '' => {
  const { me, base, reader, t } = context;
  const atOnce = issue === null ? null : reader.atOnce(periodical, issue);
  if (atOnce === null || issue === null || me === null) return '';
  const words = t.publications.byGroup;
  const mine = atOnce.holders.includes(me.organisation.id) && !atOnce.agreed.includes(me.organisation.id);
  return html`${
      mine
        ? html`<a class="button" href="${base}/do/issue.agree?periodical=${periodical.number}&issue=${issue.number}"
            >${words.agree}</a
          >`
        : ''
    } <span class="quiet">${words.count(atOnce.agreed.length, atOnce.needed)}</span>`;
};
