import { html } from 'hono/html';
import type { Statement } from '../../../charter/state.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { renewal } from '../../parts/invitation.ts';
import { page } from '../../parts/layout.ts';
import { emphasised, plainClauses } from '../../parts/prose.ts';
import { countryName, day, dayText, nameOf, org } from '../../parts/words.ts';

/** A statement on an occasion: who says it, what they hold, what they call for. Never shown as the conference's (14.2). */
export const statementPage = (context: Context, statement: Statement): Html => {
  const { t, base, me, conference } = context;
  const words = t.texts.statements;
  const { number, title, clauses, calls, by, opened, signatures } = statement;
  const own = me !== null && signatures.has(me.organisation.id);
  return page(context, {
    title,
    width: 'narrow',
    body: html`<article
      class="document ${clauses.some(({ kind }) => kind === 'operative' || kind === 'point') ? '' : 'unnumbered'}"
    >
      <p class="symbol">${words.statement(number)}</p>
      <h1 dir="auto">${title}</h1>
      <p class="alone"><strong>${words.alone}</strong></p>
      <p class="quiet">${words.openedBy(nameOf(context, by), dayText(context, opened.at))}.</p>
      ${plainClauses(clauses, 2)}
      ${
        calls.length === 0
          ? ''
          : html`<h2>${words.calls}</h2>
              <ol class="calls">
                ${calls.map((call) => html`<li class="words" dir="auto">${emphasised(call)}</li>`)}
              </ol>`
      }
      <h2>${words.signatories}</h2>
      ${signatures.size === 0 ? html`<p class="quiet">${words.signatoriesNone}</p>` : signatories(context, statement)}
      ${waiting(context, statement)}
      <p class="actions">
        ${maySign(context, statement) ? html`<a class="button" href="${base}/do/statement.sign?statement=${number}">${words.sign}</a>` : ''}
        ${
          me?.organisation.id === by
            ? html`<a href="${base}/do/statement.invite?statement=${number}">${words.invite}</a>`
            : ''
        }
        ${own ? html`<span class="quiet">${words.youSigned}</span>` : ''}
      </p>
      <aside class="panel proof">
        <h2>${t.texts.documents.check}</h2>
        <p>${t.texts.documents.checkHow}</p>
        <p class="no-print">
          <a href="/api/conferences/${conference.slug}/statements/${number}/bundle">${t.texts.documents.bundle}</a> ·
          <a href="/verify">${t.texts.documents.verify}</a>
        </p>
      </aside>
    </article>` as Html,
  });
};

/** Any participant, and any organisation that was invited, which has not signed yet. */
const maySign = ({ me }: Context, { invited, signatures }: Statement): boolean =>
  me !== null &&
  !signatures.has(me.organisation.id) &&
  (me.organisation.standing.kind === 'participant' || invited.includes(me.organisation.id));

const signatories = (context: Context, { signatures }: Statement): Html => {
  const { t, reader } = context;
  const words = t.texts.statements;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.signatories}">
    <table class="signatures">
      <thead>
        <tr>
          <th scope="col">${t.texts.signatures.organisation}</th>
          <th scope="col">${t.texts.signatures.country}</th>
          <th scope="col">${words.signedOn}</th>
        </tr>
      </thead>
      <tbody>
        ${[...signatures].map(([id, on]) => {
          const organisation = reader.organisation(id);
          const outside = organisation !== null && organisation.standing.kind !== 'participant';
          return html`<tr>
            <th scope="row">
              ${org(context, id)}${organisation === null || organisation.gloss === null ? '' : html`<span class="gloss">${organisation.gloss}</span>`}
              ${outside ? html`<span class="gloss">${words.outside}</span>` : ''}
            </th>
            <td>${organisation === null ? '' : countryName(context, organisation.country)}</td>
            <td>${day(context, on.at)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>` as Html;
};

/** Who is invited and has not signed, for those who may see it. */
const waiting = (context: Context, { invited, signatures }: Statement): Html | '' => {
  const open = invited.filter((id) => !signatures.has(id));
  if (open.length === 0) return '';
  return html`<p class="quiet">${context.t.texts.statements.invited}:</p>
    <ul class="plain">
      ${open.map((id) => {
        const organisation = context.reader.organisation(id);
        const [delegate] = organisation?.delegates ?? [];
        const link = organisation === null || delegate === undefined ? '' : renewal(context, organisation, delegate);
        return html`<li>${org(context, id)} ${link}</li>`;
      })}
    </ul>` as Html;
};
