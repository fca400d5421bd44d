import { printedAt } from '../../../charter/members/names.ts';
import { ownName } from '../../../charter/names/printed.ts';
import { type InForce, headOf } from '../../../charter/law/charter.ts';
import { compareNames } from '../../../charter/names/alphabet.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { plainClauses } from '../../kit/prose.ts';
import { quoted } from '../../kit/theirs.ts';
import { day, dayText } from '../../kit/words.ts';
import { meetingFacts } from '../../members/parts/meeting-fields.ts';
import { headFacts, rulesSentences } from '../../members/parts/rules-table.ts';
import { printedColumn } from '../../members/parts/printed.ts';

/** Every charter that was ever in force, each with its time; and each as a document, the founding one with those who signed it. */

const PAGE = 50;

/** From the first; the last one is in force. */
export const chartersOf = ({ reader }: Context): readonly InForce[] => {
  const now = reader.charter();
  return reader.founded === null || now === null ? [] : [...reader.earlierCharters(), now];
};

export const chartersPage = (context: Context): Html => {
  const { t, base } = context;
  const words = t.workspace.about.charters;
  const all = chartersOf(context);
  const shown = pageOf(all.toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <ul class="rows">
        ${shown.items.map(
          (one) =>
            html`<li>
              <span class="symbol">${words.number(one.number)}</span>
              <span class="what block" dir="auto"
                ><a href="${base}/charters/${one.number}">${one.charter.title}</a></span
              >
              <span class="why">${timeOf(context, one, all[one.number])} · ${words.source[one.source.kind]}</span>
            </li>`,
        )}
      </ul>
      ${pageLinks(context, shown)}`,
  });
};

/** From when to when it was in force. */
const timeOf = (context: Context, { since }: InForce, next: InForce | undefined): string => {
  const words = context.t.workspace.about.charters;
  const from = since === null ? '' : dayText(context, since.at);
  const until = next?.since ?? null;
  return until === null ? context.t.workspace.about.since(from) : words.until(from, dayText(context, until.at));
};

export const charterPage = (context: Context, one: InForce): Html => {
  const { base, t } = context;
  const words = t.workspace.about;
  const { charter, number, source } = one;
  const all = chartersOf(context);
  const [before, next] = [all[number - 2], all[number]];
  return page(context, {
    title: charter.title,
    width: 'narrow',
    body: html`<article class="document">
      <p class="symbol">${words.charters.number(number)}</p>
      <h1>${quoted(charter.title)}</h1>
      <p class="quiet">
        ${timeOf(context, one, next)} · ${words.charters.source[source.kind]}
        ${source.kind === 'text' ? html` · <a href="${base}/decisions/${source.text}">${words.becameFinal}</a>` : ''}
      </p>
      ${headFacts(context, headOf(charter))} ${plainClauses(context, charter.principles, 2)}
      ${source.kind === 'founding' ? founders(context) : ''}
      <h2>${words.rules}</h2>
      ${rulesSentences(context, charter.rules)}
      <p class="no-print">
        ${before === undefined ? '' : html`<a href="${base}/charters/${before.number}">${words.charters.before}</a>`}
        ${next === undefined ? '' : html` <a href="${base}/charters/${next.number}">${words.charters.next}</a>`}
      </p>
    </article>`,
  });
};

/** Those who signed the founding charter, in the order of their names: where they met, and when each signed. */
const founders = (context: Context): Html => {
  const { reader, t } = context;
  const signed = reader
    .organisations()
    .filter(
      (one): one is Organisation & { readonly founding: NonNullable<Organisation['founding']> } =>
        one.founding !== null,
    )
    .map((one) => ({ ...one, printed: printedAt(one, one.founding) }))
    .toSorted((a, b) => compareNames(ownName(a.printed), ownName(b.printed)));
  const words = t.texts.signatures;
  const meeting = reader.foundingMeeting();
  return html`<h2>${t.workspace.about.signatories}</h2>
    ${meeting === null ? '' : meetingFacts(context, { ...meeting, agenda: [] })}
    <div class="scroll" tabindex="0" role="region" aria-label="${words.caption}">
      <table class="signatures">
        <caption class="visually-hidden">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.organisation}</th>
            <th scope="col">${words.country}</th>
            <th scope="col">${words.on}</th>
          </tr>
        </thead>
        <tbody>
          ${signed.map(
            ({ id, printed, founding }) =>
              html`<tr>
                <th scope="row">
                  ${printedColumn(printed, 'name')}<span class="gloss"><code>${id}</code></span>
                </th>
                <td>${printedColumn(printed, 'country')}</td>
                <td>${day(context, founding.at)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
};
