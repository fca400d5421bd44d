import { type Html, html } from '../../../markup/html.ts';
import { unreachable } from '../../../base/result.ts';
import { rivalsOf } from '../../../charter/texts/agreement.ts';
import { holdsOn } from '../../../charter/texts/conditions.ts';
import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Amendment, FateKind, Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { amendmentWords, whatOf } from '../parts/change.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { groupOn, pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { firstReasons, heldOn, standsRow, tallyLine } from '../parts/stands.ts';
import { frictionIn, isOpen, mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { answersForm, positionDetails } from '../parts/text-position.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { day, dayText, listText, nameOf, org } from '../../kit/words.ts';

const PAGE = 20;

/** Every amendment to a text: what it changes, why, where everyone stands on it, and what became of it. Sub-amendments stand below theirs. */
export const amendmentsPage = (context: Context, text: Text): Html => {
  const { t, base } = context;
  const words = t.texts.amendments;
  const open = text.amendments.filter(({ fate }) => fate.kind === 'open');
  const agreed = text.amendments.filter(({ fate }) => fate.kind === 'agreed');
  const waiting = text.amendments.filter(({ fate }) => fate.kind === 'to-renew');
  const settled = text.amendments.filter(({ fate }) => !ALIVE.has(fate.kind)).toReversed();
  const shown = pageOf(
    [open, agreed, waiting, settled].flatMap(nested),
    context,
    PAGE,
    ({ amendment }) => amendment.number,
  );
  const entry = ({ amendment, depth }: Placed): Html => {
    const shownOne = article(context, text, amendment, depth === 0 ? 3 : 4);
    return depth === 0 ? shownOne : html`<div class="subs">${shownOne}</div>`;
  };
  return textSheet(
    context,
    text,
    'amendments',
    html`${text.amendments.length === 0 ? html`<p class="empty">${words.empty}</p>` : ''}
    ${
      text.stage === 'negotiation' && mayWork(context)
        ? html`<p class="actions">
            <a class="button" href="${base}/do/amendment.propose?text=${text.number}">${words.propose}</a>
            <a href="${base}/texts/${text.number}/amend">${t.texts.form.edit.link}</a>
          </p>`
        : ''
    }
    ${answersForm(
      context,
      text,
      html`${groupOn(shown, words.open(open.length), ({ amendment: { fate } }) => fate.kind === 'open', entry)}`,
    )}
    ${groupOn(shown, words.agreed(agreed.length), ({ amendment: { fate } }) => fate.kind === 'agreed', entry)}
    ${groupOn(shown, words.toRenew(waiting.length), ({ amendment: { fate } }) => fate.kind === 'to-renew', entry)}
    ${groupOn(shown, words.closed(settled.length), ({ amendment: { fate } }) => !ALIVE.has(fate.kind), entry)}
    ${pageLinks(context, shown)}`,
  );
};

const ALIVE: ReadonlySet<FateKind> = new Set(['open', 'agreed', 'to-renew']);

interface Placed {
  readonly amendment: Amendment;
  /** 0 for one that stands below no other of its group. */
  readonly depth: number;
}

/** Each of a group with its sub-amendments behind it. */
const nested = (amendments: readonly Amendment[]): readonly Placed[] => {
  const numbers = new Set(amendments.map(({ number }) => number));
  const below = Map.groupBy(amendments, ({ to }) => (to !== null && numbers.has(to) ? to : null));
  const placed: Placed[] = [];
  const left = (below.get(null) ?? []).map((amendment): Placed => ({ amendment, depth: 0 })).toReversed();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { amendment, depth } = next;
    placed.push(next);
    for (const sub of (below.get(amendment.number) ?? []).toReversed()) left.push({ amendment: sub, depth: depth + 1 });
  }
  return placed;
};

const article = (context: Context, text: Text, amendment: Amendment, level: 3 | 4): Html => {
  const words = context.t.texts.amendments;
  const { number, reason, revision, on, fate, to } = amendment;
  const held = heldOn(context, text, { kind: 'amendment', amendment: number });
  const said = held.some(({ stand }) => stand !== 'none');
  const id = `a-${number}`;
  const title = `${words.number(number)}: ${whatOf(context, text, amendment)}`;
  return html`<article class="entry" id="${id}" aria-labelledby="${id}-title">
    ${level === 3 ? html`<h3 id="${id}-title">${title}</h3>` : html`<h4 id="${id}-title">${title}</h4>`}
    <p class="status">
      ${movers(context, amendment)}<span>${day(context, on.at)}</span> <span>${words.toRevision(revision)}</span>${
        to === null
          ? ''
          : html`<span
              ><a href="${textPath(context, text, 'amendments')}?at=${to}#a-${to}">${words.subTo(to)}</a></span
            >`
      }
    </p>
    <p class="fate">${fateOf(context, text, amendment)}</p>
    ${lapsed(context, amendment)} ${changes(context, text, amendment)}
    <p class="label">${words.reason}</p>
    ${paragraphs(reason)} ${rivals(context, text, amendment)}
    ${fate.kind === 'open' && said ? html`${standsRow(context, held)} ${tallyLine(context, held)}` : ''}
    ${firstReasons(context, text, held, textPath(context, text, 'stand'))}
    ${fate.kind === 'open' ? positionDetails(context, text, { kind: 'amendment', amendment: number }, words.number(number)) : ''}
    ${failing(context, text, amendment)} ${letGo(context, text, amendment)} ${steps(context, text, amendment)}
  </article>`;
};

/** Of a settled one, where a condition that somebody set on it does not hold: a point of friction. */
const failing = (context: Context, text: Text, { number }: Amendment): Html | '' => {
  const on = { kind: 'amendment', amendment: number } as const;
  const point = frictionIn(context, text).find((one) => targetKey(one.on) === targetKey(on));
  if (point === undefined) return '';
  const words = context.t.texts.margin;
  return html`<p class="friction-line">
    <strong><span aria-hidden="true">⚑ </span>${words.friction}</strong> ·
    ${words.consultations(point.consultations.length)}
    ${
      isOpen(text) && mayWork(context)
        ? html`·
            <a href="${context.base}/do/consultation.record?text=${text.number}&on=${targetKey(on)}"
              >${words.record}</a
            >`
        : ''
    }
  </p>`;
};

/** To whoever accepted it on conditions, which hold though it is in the text. */
const letGo = (context: Context, text: Text, { number }: Amendment): Html | '' => {
  const { me, base, t } = context;
  const key = targetKey({ kind: 'amendment', amendment: number });
  const own = me === null ? undefined : text.standing.get(key)?.get(me.organisation.id);
  if (own === undefined || own.conditions.length === 0 || !holdsOn(text, number) || !isOpen(text)) return '';
  const words = t.texts.amendments.letGo;
  return html`<p>${words.hold} <a href="${base}/do/positions.take?text=${text.number}&on=${key}">${words.link}</a></p>`;
};

/** Who moves it, with whom, and whose it was. */
const movers = (context: Context, { by, author, joint, credit }: Amendment): Html => {
  const words = context.t.texts.amendments;
  const names = listText(
    context,
    joint.map((id) => nameOf(context, id)),
  );
  return html`<span>${author === by ? org(context, by) : html`<bdi>${words.movedBy(nameOf(context, by))}</bdi>`}</span
    >${
      joint.length === 0 ? '' : html`<span><bdi>${words.jointly(names)}</bdi></span>`
    }${author === by ? '' : html`<span><bdi>${words.proposedBy(nameOf(context, author))}</bdi></span>`}${
      credit === null ? '' : html`<span><bdi>${words.credit(credit)}</bdi></span>`
    }`;
};

/** What became of it, when and how; while it is open, what would make it agreed and what stands in the way. */
const fateOf = (context: Context, text: Text, amendment: Amendment): Html => {
  const words = context.t.texts.amendments.fate;
  const { fate } = amendment;
  const on = (at: Parameters<typeof dayText>[1]): string => dayText(context, at);
  const strong = (sentence: string): Html => html`<strong>${sentence}</strong>`;
  switch (fate.kind) {
    case 'open':
      return html`${strong(words.open)}${waitsFor(context, text, amendment)}`;
    case 'agreed':
      return html`${strong(words.agreed[fate.how](on(fate.on.at)))}. ${words.waits}`;
    case 'replaced':
      return html`<a href="${textPath(context, text, 'amendments')}?at=${fate.amendment}#a-${fate.amendment}"
        >${strong(words.replaced(fate.amendment, on(fate.on.at)))}</a
      >`;
    case 'withdrawn':
      return strong(words.withdrawn(on(fate.on.at)));
    case 'taken-in':
      return strong(words['taken-in'](fate.revision));
    case 'to-renew':
      return html`${strong(words.toRenew)}: ${toRenewWhy(context, fate)}`;
    case 'fallen':
      return strong(words.fallen[fate.why](on(fate.on.at)));
    default:
      return unreachable(fate);
  }
};

/** What stands against it. */
const toRenewWhy = (
  context: Context,
  { revision, against }: Extract<Amendment['fate'], { kind: 'to-renew' }>,
): string => {
  const words = context.t.texts.amendments.fate;
  return against.length === 0
    ? words.reworded(revision)
    : words.tookInOther(revision, listText(context, against.map(String)));
};

/** What would make an open amendment agreed, and what stands in the way. */
export const waitsFor = (context: Context, text: Text, amendment: Amendment): Html | '' => {
  const line = toPassLine(context, 'amendment', context.reader.toPass.amendment(text, amendment));
  return line === '' ? '' : html`. ${line}`;
};

/** What it does, and against its parent. */
const changes = (context: Context, text: Text, amendment: Amendment): Html => {
  const words = context.t.texts.amendments;
  const { change, to } = amendment;
  const parent = to === null ? undefined : text.amendments[to - 1];
  return html`${amendmentWords(context, text, amendment)}
  ${
    parent?.change.kind === 'replace' && change.kind === 'replace'
      ? html`<p class="label">${words.against(parent.number)}</p>
          <p class="words" dir="auto">${wordDiff(context, parent.change.words, change.words)}</p>`
      : ''
  }`;
};

/** Whether the reader's organisation had spoken on it, before a revision changed what it is about. */
const lapsed = ({ me, t }: Context, { lapsed: whose, fate }: Amendment): Html | '' =>
  me === null || !whose.includes(me.organisation.id) || (fate.kind !== 'open' && fate.kind !== 'to-renew')
    ? ''
    : html`<p class="hint">${fate.kind === 'open' ? t.texts.amendments.lapsedNow : t.texts.amendments.lapsed}</p>`;

/** The amendments that want other words in the same place. */
const rivals = (context: Context, text: Text, amendment: Amendment): Html | '' => {
  if (amendment.fate.kind !== 'open' || text.stage !== 'negotiation') return '';
  const others = rivalsOf(text, amendment);
  if (others.length === 0) return '';
  const words = context.t.texts.amendments;
  return html`<p>
    ${words.rivals}:
    ${others.map(
      ({ number, by }, i) =>
        html`${i > 0 ? ', ' : ''}<a href="${textPath(context, text, 'amendments')}?at=${number}#a-${number}"
            >${words.number(number)}</a
          >
          (${org(context, by)})`,
    )}
  </p>`;
};

/** What the reader's organisation may do about it. */
const steps = (context: Context, text: Text, { number, by, joint, fate }: Amendment): Html | '' => {
  const { base, me, t } = context;
  if (me === null || !mayWork(context) || text.stage !== 'negotiation') return '';
  const words = t.texts.amendments;
  const own = me.organisation.id;
  const query = `text=${text.number}&amendment=${number}`;
  const link = (href: string, label: string): Html =>
    html`<a href="${base}/do/${href}">${label}<span class="visually-hidden"> (${words.number(number)})</span></a>`;
  const moves = by === own || joint.includes(own);
  const links =
    fate.kind === 'withdrawn'
      ? [link(`amendment.take-over?${query}`, words.takeOver)]
      : fate.kind === 'to-renew' && moves
        ? [
            link(`amendment.renew?${query}`, words.renew),
            link(`amendment.withdraw?${query}`, joint.length === 0 ? words.withdraw : words.leave),
          ]
        : fate.kind !== 'open'
          ? []
          : [
              moves
                ? link(`amendment.withdraw?${query}`, joint.length === 0 ? words.withdraw : words.leave)
                : link(`amendment.join?${query}`, words.join),
              link(`amendments.propose?text=${text.number}&to=${number}`, words.amendIt),
            ];
  return links.length === 0 ? '' : html`<p class="step">${links.map((one) => html`${one} `)}</p>`;
};
