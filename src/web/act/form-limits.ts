import { type ActKind, ruleOf } from '../../charter/acts.ts';
import { MOST } from '../../charter/law/limits.ts';
import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from '../kit/context.ts';
import { countText } from '../kit/words.ts';

/** What there may be most of, said where somebody is about to bring more of it, in the words of the refusal that they would meet. */

export const limitsSaid = (context: SiteContext, kind: ActKind): Html | '' => {
  const { t } = context;
  const limits = ruleOf({ kind }).limits;
  if (limits === undefined) return '';
  const said = limits.map((what) => {
    const most = countText(context, MOST[what]);
    return t.refusals.kind.limit(most, t.refusals.limit[what]);
  });
  return html`<details class="limits">
    <summary>${t.acts.limits}</summary>
    <ul>
      ${said.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </details>`;
};
