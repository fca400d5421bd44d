import { type Html, html } from '../../../markup/html.ts';
import { orgs, quoted, sentence } from '../../kit/theirs.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { acceptedClauses, frictionIn, isOpen, mayWork } from './text-facts.ts';
import { type TextPage, placesOf } from './text-places.ts';
import { stageSteps } from './text-stage.ts';
import { dayText, momentText, org } from '../../kit/words.ts';

/** What stands above a text on each of its pages: its symbol, title, how far it is, and its tabs. */

/** What a text is cited by before and after its adoption: `CRB · draft 4`, `CRB/2026/3`. */
export const citation = (context: Context, text: Text): string => {
  const symbol = symbolOf(text);
  if (symbol !== '') return symbol;
  const { reader, t } = context;
  return `${reader.charter()?.charter.abbreviation ?? ''} · ${t.texts.head.draft(text.number)}`;
};

/** `Draft resolution CRB · draft 4 · revision 3`, or `Resolution CRB/2026/3 · final version of 8 November 2026`. */
export const symbolLine = (context: Context, text: Text): string => {
  const words = context.t.texts.head;
  const outcome = text.decision?.outcome ?? null;
  const final = text.stage === 'adopted' && outcome !== null;
  const kind = words.kind[text.kind][final ? 'final' : 'draft'];
  const version = final
    ? `${words.final} ${words.of(dayText(context, outcome.at))}`
    : text.stage === 'decision'
      ? words.final
      : words.revision(text.revisions.length);
  return `${kind} ${citation(context, text)} · ${version}`;
};

/** How far a text is, in a few words. */
export const stageLine = (context: Context, text: Text): string => {
  const words = context.t.texts.head;
  const { decision, stage } = text;
  switch (stage) {
    case 'negotiation':
      return text.principle === null ? words.negotiation : context.t.texts.principle.stage;
    case 'withdrawn':
      return words.withdrawn;
    case 'decision':
      return words.until(momentText(context, decision?.deadline ?? context.now));
    case 'adopted':
    case 'not-adopted':
      return words.result[decision?.outcome?.result ?? 'not-adopted'];
  }
};

const facts = (context: Context, text: Text): readonly Html[] => {
  const words = context.t.texts.head;
  const { accepted, of } = acceptedClauses(context, text);
  const friction = frictionIn(context, text).length;
  const open = text.stage === 'negotiation' || text.stage === 'decision';
  const signed = [...text.signatures.values()].filter((signature) => signature.withdrawn === null).length;
  const sponsors =
    text.cosponsors.length === 0 ? '' : html` ${sentence(words.cosponsors, orgs(context, text.cosponsors))}`;
  return [
    ...(text.stage === 'negotiation' ? [] : [html`<span><strong>${stageLine(context, text)}</strong></span>`]),
    ...(open ? [html`<span>${words.agreed(accepted, of)}</span>`] : []),
    ...(open ? [html`<span>${friction === 0 ? words.noFriction : words.friction(friction)}</span>`] : []),
    ...(text.stage === 'adopted'
      ? [html`<span>${words.signed(signed, context.reader.participants().length)}</span>`]
      : []),
    html`<span>${sentence(words.tabledBy, org(context, text.by))}${sponsors}</span>`,
  ];
};

/** What it still needs. */
export const needsLine = (context: Context, text: Text): Html | '' => {
  const line = toPassLine(context, 'text', context.reader.toPass.text(text));
  return line === '' ? '' : html`<p class="needs">${line}</p>`;
};

/** One page about a text. */
export const textSheet = (context: Context, text: Text, here: TextPage, body: Html): Html => {
  const { title } = present(text);
  const words = context.t.texts.head;
  return page(context, {
    title: here === 'text' ? title : `${words.page[here]} – ${title}`,
    islands: isOpen(text) && mayWork(context) ? ['answer-bar'] : [],
    about: [`texts/${text.number}`],
    body: html`${wayOn(context, here)}
      <p class="symbol">${symbolLine(context, text)}</p>
      <h1>${quoted(title)}</h1>
      ${stageSteps(context, text)}
      <p class="status">${facts(context, text)}</p>
      ${needsLine(context, text)} ${placesOf(context, text, here)}
      <div id="within" tabindex="-1">${body}</div>`,
  });
};

/** Past the tabs: on a phone what comes next is always in reach of the thumb, elsewhere this is for the keyboard. */
const wayOn = ({ t }: Context, here: TextPage): Html =>
  here === 'text'
    ? html`<p class="jump"><a href="#next">${t.texts.panel.next}</a></p>`
    : html`<a class="skip" href="#within">${t.texts.head.skip}</a>`;
