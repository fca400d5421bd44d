import { type Html, html } from '../../markup/html.ts';
import { theirs } from './theirs.ts';
import type { Instant } from '../../base/time.ts';
import type { SiteContext } from './context.ts';
import { dayText, daysUntil } from './words.ts';

/** What waits for an organisation, in words. */
export interface NeedRow {
  readonly what: string;
  readonly why: string;
  /** What its button says, and where it leads. */
  readonly act: string;
  readonly href: string;
  /** Whether the button is one to look rather than to act. */
  readonly second?: true;
  /** What stands in place of the deadline. */
  readonly when?: string;
}

/** One of the `.todo` rows: until when, what and why, and its one button. */
export const needItem = (
  context: SiteContext,
  { what, why, act, href, second, when }: NeedRow,
  deadline: Instant | null,
): Html => {
  const days = deadline === null ? null : daysUntil(context, deadline);
  return html`<li>
    <span class="when ${when !== undefined || (days !== null && days <= 7) ? 'soon' : ''}"
      >${
        deadline === null || days === null
          ? (when ?? context.t.workspace.needs.noDeadline)
          : html`${when ?? context.t.common.inDays(days)}<br />${dayText(context, deadline)}`
      }</span
    >
    <span class="what"><bdi>${what}</bdi><span class="why">${theirs(why)}</span></span>
    <a class="button ${second === true ? 'second' : ''}" href="${href}">${act}</a>
  </li>`;
};
