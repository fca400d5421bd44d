import type { AnyAct } from '../../../charter/acts.ts';
import { ownName } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { formOf } from '../../kinds/forms.ts';
import { deliveredSummary, erasedSummary, openedSummary, receivedSummary } from './host-summary.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** What an act on the record says, in plain words. */
export const actSummary = (context: Context, act: AnyAct): Html => {
  const words = context.t.workspace.record;
  const form = formOf(act.kind);
  if (form !== null) return form.summary(context, act.body, act);
  if (act.kind === 'host.tick') return html`<p>${words.tick}</p>`;
  if (act.kind === 'host.shown') {
    const shown = listText(context, act.body.observations.map(String));
    return html`<p>${words.shown(nameOf(context, act.body.organisation), shown)}</p>`;
  }
  if (act.kind === 'host.delivered') return deliveredSummary(context, act.body);
  if (act.kind === 'host.opened') return openedSummary(context, act.body);
  if (act.kind === 'host.received') return receivedSummary(context, act.body);
  if (act.kind === 'host.erased') return erasedSummary(context, act.body);
  if (act.kind !== 'conference.found') return html`<p>${context.t.acts.kind[act.kind]}</p>`;
  const founders = listText(
    context,
    act.body.founders.map((founder) => ownName(founder.printed)),
  );
  return html`<p>${words.conference}: <bdi>${act.body.charter.name}</bdi></p>
    <p>${founders}</p>`;
};
