import { type Html, html } from '../../markup/html.ts';
import { assembled } from '../../text/structure/assemble.ts';
import { ROLES, type Role, type Taken } from '../../text/structure/role.ts';
import type { FormContext, SiteContext } from '../kit/context.ts';
import { type FormState, hidden } from '../kit/controls.ts';
import { theirs } from '../kit/theirs.ts';
import type { Earlier } from './continued.ts';
import { type FormOf, choiceName, isUntouched, structureIn } from './structure.ts';

/** What each paragraph of a file was taken for, and why, with a choice for each: shown until the text in the form is no longer what they gave. */
export const structureTable = (
  { context, fields }: FormState<FormContext>,
  earlier: Earlier,
  of: FormOf,
): Html | '' => {
  const words = context.t.texts.structure;
  if (fields.has('structure-kept')) return html`<p class="hint" role="status">${words.kept}</p>`;
  const found = structureIn(fields);
  if (found === null || !isUntouched(fields, earlier, found.taken)) return '';
  const { taken } = found;
  return html`<section class="panel" aria-labelledby="structure-title">
    <h2 id="structure-title">${words.title}</h2>
    <p>${words.lede}</p>
    <p>${counted(context, taken)}</p>
    ${setApart(context, taken)} ${hidden('paragraphs', JSON.stringify(taken))}
    <details ${taken.length <= FEW ? 'open' : ''}>
      <summary>${words.each(taken.length)}</summary>
      <ol class="structure">
        ${taken.map((one, at) => row(context, one, at, of))}
      </ol>
    </details>
    <p class="actions">
      <button class="second" name="step" value="structure" formnovalidate>${words.apply}</button>
    </p>
  </section>`;
};

/** So many paragraphs are shown at once. */
const FEW = 60;
/** Of each the first characters. */
const SHOWN = 160;

const row = (context: SiteContext, { role, reason, mark, words: said }: Taken, at: number, of: FormOf): Html => {
  const words = context.t.texts.structure;
  const name = choiceName(at);
  const short = said.length > SHOWN ? `${said.slice(0, SHOWN).toWellFormed()}…` : said;
  return html`<li class="as-${role}">
    <label class="visually-hidden" for="${name}">${words.paragraph(at + 1)}</label>
    <select id="${name}" name="${name}" aria-describedby="${name}-why">
      ${ROLES.filter((one) => (one !== 'call' && one !== 'lead') || of === 'statement').map(
        (one) => html`<option value="${one}" ${one === role ? 'selected' : ''}>${words.role[one]}</option>`,
      )}
    </select>
    <p dir="auto">${mark === '' ? '' : html`<b>${mark}</b> `}${theirs(short)}</p>
    <p class="hint" id="${name}-why">${words.reason[reason]}</p>
  </li>`;
};

const counted = ({ t }: SiteContext, taken: readonly Taken[]): string => {
  const words = t.texts.structure;
  const counts = ROLES.map((role): readonly [Role, number] => [role, taken.filter((one) => one.role === role).length]);
  return words.counts(counts.filter(([, n]) => n > 0).map(([role, n]) => words.count[role](n)));
};

/** What is not in the text: names, which their owners put there by signing, and what was left out. */
const setApart = (context: SiteContext, taken: readonly Taken[]): Html => {
  const words = context.t.texts.structure;
  const { signatories, leftOut } = assembled(taken);
  const list = (title: string, lines: readonly string[]): Html | '' =>
    lines.length === 0
      ? ''
      : html`<p class="label">${title}</p>
          <ul>
            ${lines.slice(0, MOST_APART).map((line) => html`<li dir="auto">${theirs(line)}</li>`)}
            ${lines.length > MOST_APART ? html`<li>${words.more(lines.length - MOST_APART)}</li>` : ''}
          </ul>`;
  return html`${list(words.signatories, signatories)} ${list(words.leftOut, leftOut)}`;
};

const MOST_APART = 12;
