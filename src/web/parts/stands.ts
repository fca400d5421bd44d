import { html } from 'hono/html';
import type { OrganisationId } from '../../base/ids.ts';
import { type Position, type Stand, type Target, type Text, targetKey } from '../../charter/state.ts';
import type { Html } from '../act-form.ts';
import type { Context, SiteContext } from '../context.ts';
import { paragraphs } from './prose.ts';
import { nameOf, org } from './words.ts';

/** Where organisations stand: a mark for each, told apart by shape, with its word beside it or as its name. */

export type Shown = Stand | 'none';

export const SHOWN: readonly Shown[] = ['support', 'accept', 'stand-aside', 'object', 'none'];

const MARKS: Readonly<Record<Shown, string>> = {
  support: '●',
  accept: '○',
  'stand-aside': '◐',
  object: '✕',
  none: '·',
};

export interface Held {
  readonly organisation: OrganisationId;
  readonly stand: Shown;
  readonly reason: string | null;
}

/** Every participant's position on a target, in the same order everywhere. Empty for those who may not see positions. */
export const heldOn = ({ reader }: Context, text: Text, target: Target): readonly Held[] => {
  const held = text.standing.get(targetKey(target));
  if (!reader.may('position')) return [];
  return reader.participants().map(({ id }) => shown(id, held?.get(id)));
};

const shown = (organisation: OrganisationId, position: Position | undefined): Held => ({
  organisation,
  stand: position?.stand ?? 'none',
  reason: position?.reason ?? null,
});

/** The mark alone, for those who see it; its word must stand beside it or name what it stands in. */
export const mark = (stand: Shown): Html =>
  html`<span class="s-${stand}" aria-hidden="true">${MARKS[stand]}</span>` as Html;

/** The mark with its word: `✕ objects`. */
export const standWord = ({ t }: SiteContext, stand: Shown): Html =>
  html`<span class="stand">${mark(stand)} ${t.common.stand[stand]}</span>` as Html;

const count = (held: readonly Held[], stand: Shown): number => held.filter((one) => one.stand === stand).length;

/** `2 object · 1 stands aside`, what matters most first; and, with `you`, where the reader's own organisation stands. */
export const tallyParts = ({ t, me }: Context, held: readonly Held[], you = true): readonly string[] => {
  const words = t.texts.tally;
  const first = held[0]?.stand;
  const own = me === null || !you ? undefined : held.find((one) => one.organisation === me.organisation.id);
  if (first !== undefined && held.every((one) => one.stand === first)) return [words.all[first](held.length)];
  return [
    ...SHOWN.toReversed()
      .toSorted((a, b) => Number(a === 'none') - Number(b === 'none'))
      .filter((stand) => count(held, stand) > 0)
      .map((stand) => words[stand](count(held, stand))),
    ...(own === undefined ? [] : [words.you[own.stand]]),
  ];
};

/** One mark for each organisation, named as a whole by its tally. */
export const standsRow = (context: Context, held: readonly Held[], you = true): Html =>
  html`<p class="stands" role="img" aria-label="${tallyParts(context, held, you).join(', ')}">
    ${held.map(
      ({ organisation, stand }) =>
        html`<span class="s-${stand}" title="${nameOf(context, organisation)}: ${context.t.common.stand[stand]}"
          >${MARKS[stand]}</span
        >`,
    )}
  </p>` as Html;

/** The tally, and behind it who stands where. */
export const tallyLine = (context: Context, held: readonly Held[], you = true): Html =>
  html`<details class="who">
    <summary class="tally">${tallyParts(context, held, you).join(' · ')}</summary>
    <ul class="plain">
      ${held.map(
        ({ organisation, stand }) =>
          html`<li>${mark(stand)} ${org(context, organisation)} ${context.t.common.stand[stand]}</li>`,
      )}
    </ul>
  </details>` as Html;

/** Those who gave a reason, with it; objections first. */
export const reasonsOf = (held: readonly Held[]): readonly (Held & { readonly reason: string })[] =>
  ['object', 'stand-aside', 'accept', 'support'].flatMap((stand) =>
    held.flatMap((one) => (one.stand === stand && one.reason !== null ? [{ ...one, reason: one.reason }] : [])),
  );

/** A reason as a note in the margin. */
export const reasonNote = (context: Context, { organisation, stand, reason }: Held): Html =>
  html`<div class="note">
    ${mark(stand)} ${org(context, organisation)}
    ${context.t.common.stand[stand]}${reason === null ? '' : html`: ${inline(reason)}`}
  </div>` as Html;

/** A short text of one paragraph goes on in its line; a longer one stands below. */
const inline = (reason: string): Html =>
  reason.includes('\n') ? paragraphs(reason) : (html`<span dir="auto">${reason}</span>` as Html);

/** What each mark means. */
export const marksKey = (context: Context): Html =>
  html`<p class="marks-key">
    <span class="visually-hidden">${context.t.texts.tally.key}:</span>
    ${SHOWN.map((stand) => html`${standWord(context, stand)} `)}
  </p>` as Html;
