import { html } from 'hono/html';
import type { AnyAct } from '../../charter/acts.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { formOf } from '../forms/index.ts';
import { listText, nameOf } from './words.ts';

/** What an act on the record says, in plain words. */
export const actSummary = (context: Context, act: AnyAct): Html => {
  const words = context.t.workspace.record;
  const form = formOf(act.kind);
  if (form !== null) return form.summary(context, act.body as never, act);
  switch (act.kind) {
    case 'host.tick':
      return html`<p>${words.tick}</p>` as Html;
    case 'host.shown':
      return html`<p>
        ${words.shown(nameOf(context, act.body.organisation), listText(context, act.body.observations.map(String)))}
      </p>` as Html;
    case 'conference.found':
      return html`<p>${words.conference}: <bdi>${act.body.charter.name}</bdi></p>
        <p>
          ${listText(
            context,
            act.body.founders.map((founder) => founder.name),
          )}
        </p>` as Html;
    default:
      return html`<p>${context.t.acts.kind[act.kind]}</p>` as Html;
  }
};
