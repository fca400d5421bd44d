import { type Html, html } from '../../../markup/html.ts';
import { orgs, quoted, sentence } from '../../kit/theirs.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { acceptedClauses, frictionIn, isOpen } from './text-facts.ts';
import { dayText, momentText, org } from '../../kit/words.ts';

/** What stands above a text on each of its pages: its symbol, title, state and tabs. */

const TABS = [
  'text',
  'amendments',
  'positions',
  'common',
  'friction',
  'debate',
  'proposals',
  'history',
  'decision',
  'observations',
  'languages',
] as const;

export type Tab = (typeof TABS)[number];

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
    html`<span><strong>${stageLine(context, text)}</strong></span>`,
    ...(open ? [html`<span>${words.agreed(accepted, of)}</span>`] : []),
    ...(open ? [html`<span>${friction === 0 ? words.noFriction : words.friction(friction)}</span>`] : []),
    ...(text.stage === 'adopted'
      ? [html`<span>${words.signed(signed, context.reader.participants().length)}</span>`]
      : []),
    html`<span>${sentence(words.tabledBy, org(context, text.by))}${sponsors}</span>`,
  ];
};

/** One page about a text. */
export const textSheet = (context: Context, text: Text, tab: Tab, body: Html): Html => {
  const { title } = present(text);
  const words = context.t.texts.head;
  return page(context, {
    title: tab === 'text' ? title : `${words.tab[tab]} – ${title}`,
    about: [`texts/${text.number}`],
    body: html`<p class="symbol">${symbolLine(context, text)}</p>
      <h1>${quoted(title)}</h1>
      <p class="status">${facts(context, text)}</p>
      ${tabs(context, text, tab)} ${body}`,
  });
};

const tabs = (context: Context, text: Text, here: Tab): Html => {
  const words = context.t.texts.head;
  const counts: Partial<Record<Tab, number>> = {
    amendments: text.amendments.length,
    friction: frictionIn(context, text).length,
    debate: text.threads.length,
    proposals: text.proposals.length,
    observations: context.reader.observations(text.number).length,
    languages: text.translations.size,
  };
  return html`<nav class="tabs" aria-label="${words.tabs}">
    ${TABS.filter((tab) => tab !== 'common' || isOpen(text)).map((tab) => {
      const count = counts[tab] ?? 0;
      return html`<a href="${textPath(context, text, tab)}" ${tab === here ? html`aria-current="page"` : ''}
        >${words.tab[tab]}${count === 0 ? '' : ` (${count})`}</a
      >`;
    })}
  </nav>`;
};

export const textPath = ({ base }: Context, { number }: Pick<Text, 'number'>, tab: Tab = 'text'): string =>
  tab === 'text' ? `${base}/texts/${number}` : `${base}/texts/${number}/${tab}`;
