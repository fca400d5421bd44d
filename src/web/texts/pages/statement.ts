import { type Html, html } from '../../../markup/html.ts';
import { openingOf } from '../parts/decision-card.ts';
import { quoted, sentence } from '../../kit/theirs.ts';
import type { Statement } from '../../../charter/decisions/statement-state.ts';
import type { FinalStatement } from '../../../charter/final/statement.ts';
import type { Context } from '../../kit/context.ts';
import { renewal } from '../../members/parts/invitation.ts';
import { tableLinks } from '../../kit/csv.ts';
import { page } from '../../kit/layout.ts';
import { plainClauses } from '../../kit/prose.ts';
import { signatory, vouchedFor } from '../../members/parts/signatory.ts';
import { finalFiles, otherForms } from '../parts/final-files.ts';
import { HAND_ON, checkPath, handOn } from '../parts/hand-on.ts';
import { linesHtml, sectionHtml, statementSheet } from '../parts/final-sheet.ts';
import { dayText, org } from '../../kit/words.ts';

/** A statement on an occasion, as its signatories say it: never shown as the conference's (14.2). What can be done with it stands below, and on no paper. */
export const statementPage = (context: Context, statement: Statement, final: FinalStatement): Html => {
  const { base } = context;
  const { letterhead, symbol, title, lines, clauses, back } = statementSheet(context, final);
  return page(context, {
    title,
    about: [`statements/${statement.number}`],
    islands: [HAND_ON],
    width: 'narrow',
    apart: true,
    running: `${base}/statements/${statement.number}/running.css`,
    card: {
      words: openingOf(clauses, context.language) ?? '',
      type: 'CreativeWork',
      published: statement.opened.at,
      identifier: symbol,
      authors: letterhead ?? [],
    },
    forms: otherForms(context, `${base}/statements/${statement.number}`),
    body: html`<article
      class="document ${clauses.some(({ kind }) => kind === 'operative' || kind === 'point') ? '' : 'unnumbered'}"
    >
      ${letterhead === null || letterhead.length === 0 ? '' : html`<p class="letterhead">${letterhead.map((name, i) => html`${i === 0 ? '' : ' · '}<bdi>${name}</bdi>`)}</p>`}
      <p class="symbol">${symbol}</p>
      <h1>${quoted(title)}</h1>
      ${linesHtml(lines)} ${plainClauses(context, clauses, 2)} ${back.map((section) => sectionHtml(context, section))}
      ${statement.signatures.size === 0 ? '' : handOn(context, `${base}/statements/${statement.number}`, title)}
      ${around(context, statement)}
    </article>`,
  });
};

/** What only those read who come to the page: who opened it, who else is invited, what can be done. */
const around = (context: Context, statement: Statement): Html => {
  const { t, base, me, conference } = context;
  const words = t.texts.statements;
  const { number, by, opened, signatures } = statement;
  const own = me === null ? undefined : signatures.get(me.organisation.id);
  const participates = me?.organisation.standing.kind === 'participant';
  return html`<div class="no-print">
    <p class="quiet">${sentence((name) => words.openedBy(name, dayText(context, opened.at)), org(context, by))}.</p>
    ${waiting(context, statement)}
    <p class="actions">
      ${maySign(context, statement) ? html`<a class="button" href="${base}/do/statement.sign?statement=${number}">${words.sign}</a>` : ''}
      ${me?.organisation.id === by && participates ? html`<a class="button second" href="${base}/do/statement.invite?statement=${number}">${words.invite}</a>` : ''}
      ${own === undefined ? '' : html`<span class="quiet">${own.withdrawn === null ? words.youSigned : words.youWithdrew}</span>`}
      ${own?.withdrawn === null ? html`<a href="${base}/do/statement.withdraw?statement=${number}">${words.withdraw}</a>` : ''}
    </p>
    <p>
      ${
        signatures.size === 0
          ? ''
          : html`<a href="/api/conferences/${conference.slug}/statements/${number}/bundle"
                >${t.texts.documents.bundle}</a
              >
              · <a href="${checkPath(`${base}/statements/${number}`)}">${t.texts.documents.verify}</a> ·`
      }
      ${finalFiles(context, `${base}/statements/${number}`)}
    </p>
    ${signatures.size === 0 ? '' : html`<p class="no-print">${tableLinks(context, 'signatures', `${base}/statements/${number}/signatures`, signatures.size)}</p>`}
  </div>`;
};

/** Any participant, and any organisation that was invited, which has not signed yet. */
const maySign = ({ me }: Context, { invited, signatures }: Statement): boolean =>
  me !== null &&
  !signatures.has(me.organisation.id) &&
  (me.organisation.standing.kind === 'participant' || invited.has(me.organisation.id));

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
