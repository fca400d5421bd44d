import type { Rider, Signature, Text } from '../../../charter/texts/state.ts';
import { inPrintedOrder } from '../../../charter/decisions/signatory-order.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, longName } from './clause-names.ts';
import { paragraphs } from '../../kit/prose.ts';
import { signatory } from '../../members/parts/signatory.ts';
import { countryName, day, dayText, listText, nameOf } from '../../kit/words.ts';

/** Who signed a final version: organisation and country (13.4), how much of it, and what stands beside the signature. */

export const signaturesTable = (context: Context, text: Text): Html => {
  const words = context.t.texts.signatures;
  const { order } = context.reader.rules().signature;
  const signatures = inPrintedOrder(text.signatures.values(), order, context.reader.organisation);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.caption}">
    <table class="signatures">
      <caption class="visually-hidden">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.organisation}</th>
          <th scope="col">${words.country}</th>
          <th scope="col">${words.extent}</th>
          <th scope="col">${words.on}</th>
        </tr>
      </thead>
      <tbody>
        ${signatures.map((signature) => signatureRow(context, text, signature))}
      </tbody>
    </table>
  </div>`;
};

const signatureRow = (context: Context, text: Text, signature: Signature): Html => {
  const { by, on, withdrawn } = signature;
  const organisation = context.reader.organisation(by);
  const extent = extentText(context, text, signature);
  return html`<tr>
    <th scope="row">${signatory(context, by)}</th>
    <td>${organisation === null ? '' : countryName(context, organisation.country)}</td>
    <td>${withdrawn === null ? extent : html`<del>${extent}</del>`}${notesOf(context, signature)}</td>
    <td>${day(context, on.at)}</td>
  </tr>`;
};

/** The whole, the few clauses signed, or the few left out, whichever is shorter; a part leaves at least one out (7.2). */
const extentText = (context: Context, text: Text, { clauses }: Signature): string => {
  const words = context.t.texts.signatures;
  if (clauses === null) return words.whole;
  const all = present(text).clauses;
  const names = clauseNames(context, all);
  const left = all.filter(({ id }) => !clauses.includes(id));
  const list = (ids: readonly (typeof clauses)[number][]): string =>
    listText(
      context,
      ids.map((id) => longName(names, id)),
    );
  return left.length < clauses.length ? words.allBut(list(left.map(({ id }) => id))) : words.only(list(clauses));
};

const notesOf = (context: Context, { accession, referendum, withdrawn, riders }: Signature): Html => {
  const words = context.t.texts.signatures;
  const notes = [
    ...(accession ? [words.accession] : []),
    ...(referendum === null
      ? []
      : [
          referendum.confirmed === null
            ? words.adReferendum
            : words.confirmed(dayText(context, referendum.confirmed.at)),
        ]),
    ...(withdrawn === null ? [] : [words.withdrawn(dayText(context, withdrawn.on.at))]),
    ...new Set(riders.map(({ kind }) => words.with[kind])),
  ];
  return html`${notes.map((note) => html`<span class="gloss">${note}</span>`)}`;
};

/** The words that stand beside signatures, in the order of the signatures. */
export const ridersList = (context: Context, text: Text): Html | '' => {
  const words = context.t.texts.signatures;
  const with_ = [...text.signatures.values()].filter(({ riders }) => riders.length > 0);
  if (with_.length === 0) return '';
  const names = clauseNames(context, present(text).clauses);
  return html`<h2>${words.riders}</h2>
    ${with_.flatMap(({ by, riders, withdrawn }) =>
      riders.map((rider) =>
        riderBox(nameOf(context, by), riderTitle(context, names, rider), rider, withdrawn !== null),
      ),
    )}`;
};

/** `reservation on clause 3`. */
export const riderTitle = ({ t }: Context, names: ReturnType<typeof clauseNames>, { kind, clause }: Rider): string => {
  const words = t.texts.signatures;
  return `${words[kind]}, ${words.onClause(clause === null ? t.texts.positions.wholeLong : longName(names, clause))}`;
};

const riderBox = (name: string, title: string, { words }: Rider, withdrawn: boolean): Html =>
  html`<div class="rider">
    <p><bdi class="by">${name}</bdi> · ${title}</p>
    ${withdrawn ? html`<del>${paragraphs(words)}</del>` : paragraphs(words)}
  </div>`;
