import { inPrintedOrder } from '../../../charter/decisions/signatory-order.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import { type Html, html } from '../../../markup/html.ts';
import { orgs, quoted, sentence } from '../../kit/theirs.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { tookPartAt } from '../../../charter/members/organisations.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { Context } from '../../kit/context.ts';
import { renewal } from '../../members/parts/invitation.ts';
import { page } from '../../kit/layout.ts';
import { emphasised, plainClauses } from '../../kit/prose.ts';
import { signatory, vouchedFor } from '../../members/parts/signatory.ts';
import { countryName, day, dayText, org } from '../../kit/words.ts';

/** A statement on an occasion: who says it, what they hold, what they call for. Never shown as the conference's (14.2). */
export const statementPage = (context: Context, statement: Statement): Html => {
  const { t, base, me, conference } = context;
  const words = t.texts.statements;
  const { number, title, clauses, calls, by, opened, signatures } = statement;
  const own = me !== null && signatures.has(me.organisation.id);
  return page(context, {
    title,
    width: 'narrow',
    apart: true,
    running: `${base}/statements/${number}/running.css`,
    body: html`<article
      class="document ${clauses.some(({ kind }) => kind === 'operative' || kind === 'point') ? '' : 'unnumbered'}"
    >
      <p class="letterhead">${orgs(context, signing(statement))}</p>
      <p class="symbol">${words.statement(number)}</p>
      <h1>${quoted(title)}</h1>
      <p class="alone"><strong>${words.alone}</strong></p>
      <p class="quiet">${sentence((name) => words.openedBy(name, dayText(context, opened.at)), org(context, by))}.</p>
      ${plainClauses(context, clauses, 2)}
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
          me?.organisation.id === by && me.organisation.standing.kind === 'participant'
            ? html`<a class="button second" href="${base}/do/statement.invite?statement=${number}">${words.invite}</a>`
            : ''
        }
        ${own ? html`<span class="quiet">${words.youSigned}</span>` : ''}
      </p>
      ${
        signatures.size === 0
          ? ''
          : html`<aside class="panel proof">
              <h2>${t.texts.documents.check}</h2>
              <p>${t.texts.documents.checkHow}</p>
              <p>
                ${t.texts.final.checkAt(`${context.origin}/verify`, `${context.origin}${base}/statements/${number}`)}
              </p>
              <p class="no-print">
                <a href="/api/conferences/${conference.slug}/statements/${number}/bundle"
                  >${t.texts.documents.bundle}</a
                >
                ·
                <a href="/verify">${t.texts.documents.verify}</a>
              </p>
            </aside>`
      }
    </article>`,
  });
};

/** Whose words it is: those who have signed; until somebody has, whoever opened it. */
export const signing = ({ by, signatures }: Statement): readonly OrganisationId[] =>
  signatures.size === 0 ? [by] : [...signatures.keys()];

/** Any participant, and any organisation that was invited, which has not signed yet. */
const maySign = ({ me }: Context, { invited, signatures }: Statement): boolean =>
  me !== null &&
  !signatures.has(me.organisation.id) &&
  (me.organisation.standing.kind === 'participant' || invited.has(me.organisation.id));

type Row = readonly [id: OrganisationId, on: Mark];

/** Those who took part when they signed; and apart from them those from outside, each with who vouches for it. */
const signatories = (context: Context, statement: Statement): Html => {
  const { t, reader } = context;
  const words = t.texts.statements;
  const tookPart = ([id, on]: Row): boolean => {
    const organisation = reader.organisation(id);
    return organisation !== null && tookPartAt(organisation, on);
  };
  const signed = [...statement.signatures].map(([by, on]) => ({ by, on }));
  const { order } = context.reader.rules().signature;
  const rows = inPrintedOrder(signed, order, context.reader.organisation).map(({ by, on }): Row => [by, on]);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.signatories}">
    <table class="signatures">
      <thead>
        <tr>
          <th scope="col">${t.texts.signatures.organisation}</th>
          <th scope="col">${t.texts.signatures.country}</th>
          <th scope="col">${words.signedOn}</th>
        </tr>
      </thead>
      ${group(context, statement, words.participants, rows.filter(tookPart))}
      ${group(
        context,
        statement,
        words.fromOutside,
        rows.filter((row) => !tookPart(row)),
      )}
    </table>
  </div>`;
};

const group = (context: Context, { invited }: Statement, title: string, rows: readonly Row[]): Html | '' =>
  rows.length === 0
    ? ''
    : html`<tbody>
        <tr>
          <th scope="rowgroup" colspan="3">${title}</th>
        </tr>
        ${rows.map(([id, on]) => {
          const organisation = context.reader.organisation(id);
          const vouched = organisation !== null && tookPartAt(organisation, on) ? undefined : invited.get(id);
          return html`<tr>
            <th scope="row">${signatory(context, id)}${vouched === undefined ? '' : vouchedFor(context, vouched)}</th>
            <td>${organisation === null ? '' : countryName(context, organisation.country)}</td>
            <td>${day(context, on.at)}</td>
          </tr>`;
        })}
      </tbody>`;

/** Who is invited and has not signed, for those who may see it. */
const waiting = (context: Context, { invited, signatures }: Statement): Html | '' => {
  const open = [...invited].filter(([id]) => !signatures.has(id));
  if (open.length === 0) return '';
  return html`<p class="quiet">${context.t.texts.statements.invited}:</p>
    <ul class="plain">
      ${open.map(([id, invitation]) => {
        const organisation = context.reader.organisation(id);
        const [delegate] = organisation?.delegates ?? [];
        const link = organisation === null || delegate === undefined ? '' : renewal(context, organisation, delegate);
        return html`<li>${signatory(context, id)}${vouchedFor(context, invitation)} ${link}</li>`;
      })}
    </ul>`;
};
