import type { ActKind } from '../../charter/acts.ts';
import { type LimitName, MOST } from '../../charter/limits.ts';
import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from '../context.ts';

/** What there may be most of, said where somebody is about to bring more of it, in the words of the refusal that they would meet. */

const AMENDING = [
  'words-at-once',
  'clause-amendments',
  'own-clause-amendments',
  'clause-words',
  'own-clause-words',
  'text-amendments',
  'own-text-amendments',
] as const satisfies readonly LimitName[];

export const LIMITS_MET: { readonly [K in ActKind]?: readonly LimitName[] } = {
  'participation.apply': ['strangers-applications'],
  'participation.reapply': ['own-applications'],
  'participation.present': ['vouchers', 'participants'],
  'participation.disagree': ['disagreements'],
  'delegate.appoint': ['delegates', 'strangers-delegates'],
  'key.enrol': ['keys', 'strangers-keys'],
  'recovery.request': ['requested-keys'],
  'recovery.vouch': ['vouchers'],
  'recovery.disagree': ['disagreements'],
  'text.table': ['own-open-texts', 'open-texts', 'text-words'],
  'text.revise': ['text-words', 'words-at-once'],
  'amendment.propose': AMENDING,
  'amendments.propose': ['amendments-at-once', ...AMENDING],
  'amendment.take-over': AMENDING,
  'position.take': ['conditions', 'own-conditions'],
  'revision.object': ['disagreements'],
  'proposal.disagree': ['disagreements'],
  'meeting.convene': ['own-open-meetings', 'open-meetings'],
  'meeting.change': ['notices'],
  'meeting.guest': ['own-guests'],
  'agenda.propose': ['own-items'],
  'speech.request': ['own-speeches'],
  'summary.circulate': ['versions'],
  'summary.correct': ['own-corrections'],
};

export const limitsSaid = ({ t, language }: SiteContext, kind: ActKind): Html | '' => {
  const limits = LIMITS_MET[kind];
  if (limits === undefined) return '';
  const said = limits.map((what) => {
    const most = MOST[what].toLocaleString(language === 'en' ? 'en-GB' : language);
    return t.refusals.kind.limit(most, t.refusals.limit[what]);
  });
  return html`<details class="limits">
    <summary>${t.acts.limits}</summary>
    <ul>
      ${said.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </details>`;
};
