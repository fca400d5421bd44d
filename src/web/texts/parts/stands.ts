import { type Html, html } from '../../../markup/html.ts';
import { quoted } from '../../kit/theirs.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { type Position, type Stand, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Context, SiteContext } from '../../kit/context.ts';
import { type Depends, conditionsList, dependsOf } from './conditions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { memoise } from '../../../base/memo.ts';
import { nameOf, org } from '../../kit/words.ts';

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
  /** What its position comes to: consent under a condition that does not hold counts as an objection. */
  readonly stand: Shown;
  /** What it said. */
  readonly said: Shown;
  readonly reason: string | null;
  readonly depends: readonly Depends[];
}

/** Every participant's position on a target, in the same order everywhere. Empty for those who may not see positions. */
export const heldOn = ({ reader }: Context, text: Text, target: Target): readonly Held[] => {
  const held = text.standing.get(targetKey(target));
  if (!reader.may('position')) return [];
  return reader.participants().map(({ id }) => shown(text, id, held?.get(id)));
};

/** One organisation's. */
export const heldBy = (text: Text, target: Target, organisation: OrganisationId): Held =>
  shown(text, organisation, text.standing.get(targetKey(target))?.get(organisation));

const shown = (text: Text, organisation: OrganisationId, position: Position | undefined): Held => {
  const said = position?.stand ?? 'none';
  const depends = position === undefined ? [] : dependsOf(text, position);
  const stand = depends.every(({ holds }) => holds) ? said : 'object';
  return { organisation, stand, said, reason: position?.reason ?? null, depends };
};

/** The mark alone, for those who see it; its word must stand beside it or name what it stands in. */
export const mark = (stand: Shown): Html => marks[stand];

const newMark = (stand: Shown): Html => html`<span class="s-${stand}" aria-hidden="true">${MARKS[stand]}</span>`;

const marks: Readonly<Record<Shown, Html>> = {
  support: newMark('support'),
  accept: newMark('accept'),
  'stand-aside': newMark('stand-aside'),
  object: newMark('object'),
  none: newMark('none'),
};

/** The mark with its word: `✕ objects`. */
export const standWord = ({ t }: SiteContext, stand: Shown): Html =>
  html`<span class="stand">${mark(stand)} ${t.common.stand[stand]}</span>`;

type Counts = Readonly<Record<Shown, number>>;

/** How many take each stand. */
export const countsOf = (held: readonly Held[]): Counts => {
  const known = counted.get(held);
  if (known !== undefined) return known;
  const counts = { support: 0, accept: 0, 'stand-aside': 0, object: 0, none: 0 };
  for (const { stand } of held) counts[stand] += 1;
  counted.set(held, counts);
  return counts;
};

/** The row of marks, its name and the tally beside it all count the same. */
const counted = new WeakMap<readonly Held[], Counts>();

/** The order in which stands are counted: what matters most first, and those who have not said last. */
const COUNTED: readonly Shown[] = ['object', 'stand-aside', 'accept', 'support', 'none'];

/** `2 object · 1 stands aside`, what matters most first; and, with `you`, where the reader's own organisation stands. */
const tallyParts = ({ t, me }: Context, held: readonly Held[], you = true): readonly string[] => {
  const words = t.texts.tally;
  const counts = countsOf(held);
  const only = COUNTED.find((stand) => held.length > 0 && counts[stand] === held.length);
  if (only !== undefined) return [words.all[only](held.length)];
  const own = me === null || !you ? undefined : held.find((one) => one.organisation === me.organisation.id);
  return [
    ...COUNTED.filter((stand) => counts[stand] > 0).map((stand) => words[stand](counts[stand])),
    ...(own === undefined ? [] : [words.you[own.stand]]),
  ];
};

/** Where more organisations take part, their marks stand together by what they say, and who they are a list tells. */
const MANY = 24;

const runs = (held: readonly Held[]): readonly (Html | '')[] => {
  const counts = countsOf(held);
  return COUNTED.map((stand) => (counts[stand] === 0 ? '' : runOf(stand, counts[stand])));
};

/** So many marks; a long text shows the same few runs a thousand times. */
const runOf = (stand: Shown, n: number): Html => run(`${stand} ${MARKS[stand].repeat(n)}`);

const run = memoise(1000, (key): Html => {
  const [stand, shownMarks] = key.split(' ');
  return html`<span class="s-${stand}">${shownMarks}</span>`;
});

/** One mark for each organisation, named as a whole by its tally. */
export const standsRow = (context: Context, held: readonly Held[], you = true): Html =>
  html`<p class="stands" role="img" aria-label="${tallyParts(context, held, you).join(', ')}">
    ${
      held.length > MANY
        ? runs(held)
        : held.map(
            ({ organisation, stand }) =>
              html`<span class="s-${stand}" title="${nameOf(context, organisation)}: ${context.t.common.stand[stand]}"
                >${MARKS[stand]}</span
              >`,
          )
    }
  </p>`;

/** What an organisation's stand comes to, and that it hangs on something: `accepts, on conditions`, `objects: a condition does not hold`. */
export const standText = (
  { t }: SiteContext,
  { stand, said, depends }: Pick<Held, 'stand' | 'said' | 'depends'>,
): string => {
  if (depends.length === 0) return t.common.stand[stand];
  const words = t.texts.conditions;
  return stand === said ? words.conditional(t.common.stand[said]) : words.failing(t.common.stand[said]);
};

/** The tally, and behind it who stands where. */
export const tallyLine = (context: Context, held: readonly Held[], you = true): Html =>
  html`<details class="who">
    <summary class="tally">${tallyParts(context, held, you).join(' · ')}</summary>
    <ul class="plain">
      ${
        held.length > MANY
          ? byStand(context, held)
          : held.map(
              (one) => html`<li>${mark(one.stand)} ${org(context, one.organisation)} ${standText(context, one)}</li>`,
            )
      }
    </ul>
  </details>`;

/** The names of those who say the same in one line, each set apart by Unicode's own isolates; those who have not said are counted. */
const byStand = (context: Context, held: readonly Held[]): readonly Html[] => {
  const names = new Map<string, string[]>();
  const first = new Map<string, Shown>();
  for (const one of held) {
    if (one.stand === 'none') continue;
    const text = standText(context, one);
    first.set(text, one.stand);
    const list = names.get(text) ?? [];
    list.push(`\u2068${nameOf(context, one.organisation)}\u2069`);
    names.set(text, list);
  }
  const silent = countsOf(held).none;
  return [
    ...[...names]
      .toSorted(([a], [b]) => COUNTED.indexOf(first.get(a) ?? 'none') - COUNTED.indexOf(first.get(b) ?? 'none'))
      .map(([text, those]) => html`<li>${mark(first.get(text) ?? 'none')} ${text}: ${those.join(', ')}</li>`),
    ...(silent === 0 ? [] : [html`<li>${mark('none')} ${context.t.texts.tally.none(silent)}</li>`]),
  ];
};

/** Those who gave a reason or a condition; objections first. */
export const reasonsOf = (held: readonly Held[]): readonly Held[] =>
  ['object', 'stand-aside', 'accept', 'support'].flatMap((stand) =>
    held.filter((one) => one.stand === stand && (one.reason !== null || one.depends.length > 0)),
  );

/** A reason as a note in the margin, with the conditions of the consent. */
export const reasonNote = (context: Context, text: Text, held: Held): Html =>
  html`<div class="note">
    ${mark(held.stand)} ${org(context, held.organisation)}
    ${standText(context, held)}${held.reason === null ? '' : html`: ${inline(held.reason)}`}
    ${held.depends.length === 0 ? '' : conditionsList(context, text, held.depends)}
  </div>`;

/** How many reasons stand beside something; where there are more, a link leads on. */
const FEW = 3;

/** The first reasons, and at `all` the others. */
export const firstReasons = (context: Context, text: Text, held: readonly Held[], all: string): Html => {
  const given = reasonsOf(held);
  const shown = given.length <= FEW + 1 ? given : given.slice(0, FEW);
  const more = given.length - shown.length;
  return html`${shown.map((one) => reasonNote(context, text, one))}
  ${more === 0 ? '' : html`<p><a href="${all}">${context.t.texts.margin.moreReasons(more)}</a></p>`}`;
};

/** A short text of one paragraph goes on in its line; a longer one stands below. */
const inline = (reason: string): Html => (reason.includes('\n') ? paragraphs(reason) : quoted(reason));

/** What each mark means; `conditional`: consents that hang on something are marked too. */
export const marksKey = (context: Context, conditional = false): Html =>
  html`<p class="marks-key">
    <span class="visually-hidden">${context.t.texts.tally.key}:</span>
    ${SHOWN.map((stand) => html`${standWord(context, stand)} `)}
    ${
      conditional
        ? html`<span class="stand"
            ><sup class="if" aria-hidden="true">${context.t.texts.conditions.sign}</sup>
            ${context.t.texts.conditions.signKey}</span
          >`
        : ''
    }
  </p>`;
