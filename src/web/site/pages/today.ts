import { type Html, html } from '../../../markup/html.ts';
import { sentence } from '../../kit/theirs.ts';
import { unreachable } from '../../../base/result.ts';
import type { Need } from '../../../conference/reading/needs.ts';
import { needsNow } from '../../../conference/reading/needs-kept.ts';
import { type News, lapsedWith, newsOf, textNamed } from '../../../conference/reading/news.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import type { Context, Me } from '../../kit/context.ts';
import { preparedRows } from '../../kinds/parts/prepared-rows.ts';
import { freshPart } from './news.ts';
import { groupNeedRow } from '../../group/parts/group-needs.ts';
import { appealRow } from '../../purpose/parts/appeal-need.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { meansNeedRow } from '../../means/parts/means-needs.ts';
import { meetingNeedRow } from '../../meetings/parts/meeting-needs.ts';
import { type NeedRow, needItem } from '../../kit/need-row.ts';
import { publicationNeedRow } from '../../publications/parts/needs.ts';
import { requestNeedRow } from '../../members/parts/request-needs.ts';
import { firstSteps } from '../parts/first-steps.ts';
import { day, dayText, fewText, nameOf, org } from '../../kit/words.ts';

/** The first screen after sign-in: what waits for the organisation, what it does first, and what is new. `reached`: as {@link firstSteps}. */
export const needsPage = (
  context: Context,
  me: Me,
  { recent, reached }: { readonly recent: readonly RecordEntry[]; readonly reached: boolean | null },
): Html => {
  const { t, base, reader } = context;
  const words = t.workspace.needs;
  const needs = needsNow(context.conference, reader, me.organisation.id, context.now);
  const takesPart = me.organisation.standing.kind === 'participant';
  const prepared = preparedRows(context, me);
  const waiting = needs.length + prepared.length;
  const shown = pageOf(needs, context, PAGE, needName);
  return page(context, {
    title: t.common.menu.today,
    body: html`<div class="split">
      <div>
        <p class="symbol">${dayText(context, context.now)}</p>
        <h1>${sentence((name) => words.title(waiting, name), org(context, me.organisation.id))}</h1>
        ${
          waiting === 0
            ? html`<p class="empty">${takesPart ? words.none : words.noneForGuests}</p>`
            : html`<ul class="rows todo">
                  ${shown.start === 0 ? prepared.map((row) => needItem(context, row, null)) : ''}
                  ${shown.items.map((need) => needItem(context, rowOf(context, need), need.deadline))}
                </ul>
                ${pageLinks(context, shown)}`
        }
        ${firstSteps(context, me, reached)} ${freshPart(context) ?? latest(context, recent)}
      </div>
      <aside>
        <section class="panel">
          <h2>${takesPart ? words.work : t.acts.receipt.goOn}</h2>
          <ul>
            ${
              takesPart
                ? html`<li><a href="${base}/do/text.table">${t.acts.kind['text.table']}</a></li>
                    <li><a href="${base}/drafts">${t.texts.drafts.open}</a></li>
                    <li><a href="${base}/do/statement.open">${t.acts.kind['statement.open']}</a></li>`
                : ''
            }
            <li><a href="${base}/organisation">${t.common.menu.organisation}</a></li>
            <li><a href="${base}/about">${t.common.menu.about}</a></li>
          </ul>
        </section>
        <section class="panel">
          <h2>${t.common.menu.record}</h2>
          <p>${words.record(reader.size)} <a href="${base}/record">${t.workspace.record.title}</a></p>
        </section>
      </aside>
    </div>`,
  });
};

/** How much of what waits stands on one page. */
const PAGE = 20;

/** What a need goes by among the others. */
const needName = (need: Need): string => {
  const facts: Readonly<Record<string, unknown>> = { ...need };
  const named = NAMING.map((name) => facts[name]).filter((one) => typeof one === 'string' || typeof one === 'number');
  return [need.kind, ...named].join('-');
};

/** What a need is about, by the fields that say so, from the whole to its part. */
const NAMING = 'text meeting help appeal periodical proposal issue recovery organisation'.split(' ');

const latest = (context: Context, recent: readonly RecordEntry[]): Html => {
  const words = context.t.workspace.needs;
  return html`<h2>${words.recent}</h2>
    ${recent.length === 0 ? html`<p class="quiet">${words.recentNone}</p>` : ''}
    <ul>
      ${newsOf(recent)
        .slice(0, NEWS)
        .map((news) => newsItem(context, news))}
    </ul>`;
};

/** How much of what happened last stands there, where nothing is new. */
const NEWS = 8;

const newsItem = (context: Context, { entry, entries }: News): Html => {
  const number = textNamed(entry.act);
  const text = number === null ? null : context.reader.text(number);
  return html`<li>
    ${org(context, entry.act.by.organisation)}
    <a href="${context.base}/record/${entry.index}">${context.t.acts.done[entry.act.kind]}</a
    >${entries.length > 1 ? html` ×${entries.length}` : ''}${
      text === null ? '' : html`, <bdi>${text.revisions.at(-1)?.title}</bdi>`
    }
    <span class="quiet">· ${day(context, entry.time)}</span>
    ${lapsedText(context, entry) ?? ''}
  </li>`;
};

/** What an entry made lapse of what the reader's organisation had said, in a sentence. */
export const lapsedText = (context: Context, { index, act }: RecordEntry): string | null => {
  const { t, reader } = context;
  const number = textNamed(act);
  const text = number === null ? null : reader.text(number);
  const amendments = text === null ? [] : lapsedWith(text, index, reader.viewer);
  return amendments.length === 0 ? null : t.workspace.needs.lapsedWith(fewText(context, amendments, String));
};

export const rowOf = (context: Context, need: Need): NeedRow => {
  const words = context.t.workspace.needs;
  const { base, reader } = context;
  const titleOf = (number: number): string => reader.text(number)?.revisions.at(-1)?.title ?? '';
  switch (need.kind) {
    case 'sign-charter':
      return {
        what: words['sign-charter'].what,
        why: words['sign-charter'].why,
        act: words['sign-charter'].act,
        href: `${base}/do/charter.sign`,
      };
    case 'application':
    case 'recovery':
    case 'own-keys':
    case 'be-presented':
    case 'sign-statement':
    case 'unpresented':
    case 'unvouched':
      return requestNeedRow(context, need);
    case 'decide':
      return {
        what: words.decide.what(titleOf(need.text)),
        why: words.decide.why(dayText(context, need.deadline)),
        act: words.decide.act,
        href: `${base}/do/positions.take?text=${need.text}&on=whole`,
      };
    case 'position':
      return {
        what: words.position.what(titleOf(need.text)),
        why: words.position.why(need.clauses.length, frictionCount(context, need.text)),
        act: words.position.act,
        href: `${base}/texts/${need.text}${need.clauses[0] === undefined ? '' : `#c-${need.clauses[0]}`}`,
      };
    case 'amendments':
      return {
        what: words.amendments.what(need.amendments.length, titleOf(need.text)),
        why: words.amendments.why(dayText(context, need.deadline), fewText(context, need.amendments, String)),
        act: words.amendments.act,
        href: `${base}/texts/${need.text}/amendments?at=${need.amendments[0] ?? ''}#a-${need.amendments[0] ?? ''}`,
        second: true,
      };
    case 'renew':
    case 'lapsed':
      return {
        what: words[need.kind].what(need.amendments.length, titleOf(need.text)),
        why: words[need.kind].why(fewText(context, need.amendments, String)),
        act: words[need.kind].act,
        href: `${base}/texts/${need.text}/amendments?at=${need.amendments[0] ?? ''}#a-${need.amendments[0] ?? ''}`,
        ...(need.kind === 'lapsed' ? { second: true } : {}),
      };
    case 'revise':
      return {
        what: words.revise.what(titleOf(need.text)),
        why: words.revise.why(need.amendments.length, fewText(context, need.amendments, String)),
        act: words.revise.act,
        href: `${base}/do/text.revise?text=${need.text}`,
      };
    case 'proposal': {
      const kind = reader.text(need.text)?.proposals[need.proposal - 1]?.what.kind;
      return {
        what: words.proposal.what(titleOf(need.text)),
        why: words.proposal.why(
          kind === undefined ? '' : context.t.texts.proposals.kind[kind],
          dayText(context, need.deadline),
        ),
        act: words.proposal.act,
        href: `${base}/texts/${need.text}/proposals?at=${need.proposal}#p-${need.proposal}`,
        second: true,
      };
    }
    case 'mentioned':
    case 'threads':
      return {
        what: words[need.kind].what(titleOf(need.text)),
        why: words[need.kind].why(need.threads.length),
        act: words[need.kind].act,
        href: `${base}/texts/${need.text}/debate?at=${need.threads[0] ?? ''}#t-${need.threads[0] ?? ''}`,
        second: true,
      };
    case 'sign': {
      const text = reader.text(need.text);
      const signed = [...(text?.signatures.values() ?? [])].filter((signature) => signature.withdrawn === null).length;
      const how = context.t.workspace.result[text?.decision?.outcome?.result ?? 'unanimous'];
      return {
        what: words.sign.what(titleOf(need.text)),
        why: words.sign.why(how, signed, reader.participants().length),
        act: words.sign.act,
        href: `${base}/do/text.sign?text=${need.text}`,
      };
    }
    case 'confirm':
      return {
        what: words.confirm.what(titleOf(need.text)),
        why: words.confirm.why,
        act: words.confirm.act,
        href: `${base}/do/signature.confirm?text=${need.text}`,
      };
    case 'observations':
      return {
        what: words.observations.what(need.observations.length),
        why: words.observations.why,
        act: words.observations.act,
        href: `${base}/observations`,
      };
    case 'letters': {
      const [first] = need.letters;
      return {
        what: words.letters.what(need.letters.length),
        why: words.letters.why(fewText(context, need.letters, (number) => reader.letter(number)?.subject ?? '')),
        act: words.letters.act,
        href: need.letters.length === 1 ? `${base}/letters/${first}` : `${base}/letters`,
      };
    }
    case 'acknowledge': {
      const [first] = need.letters;
      const circulation = first === undefined ? null : (reader.letter(first)?.circulation ?? null);
      return {
        what: words.acknowledge.what(need.letters.length),
        why: words.acknowledge.why(fewText(context, need.letters, (number) => reader.letter(number)?.reference ?? '')),
        act: words.acknowledge.act,
        href:
          need.letters.length === 1
            ? `${base}/do/post.acknowledge?circulation=${circulation}`
            : `${base}/letters?kind=circular`,
        second: true,
      };
    }
    case 'unreached':
      return {
        what: words.unreached.what(need.organisations.length),
        why: words.unreached.why(fewText(context, need.organisations, (id) => nameOf(context, id))),
        act: words.unreached.act,
        href:
          need.circulation === null
            ? `${base}/letters/circulations?show=unreached`
            : `${base}/letters/circulations/${need.circulation}#unreached`,
        second: true,
      };
    case 'assembly':
    case 'sitting':
    case 'second':
    case 'reply':
    case 'delegation':
    case 'items':
      return meetingNeedRow(context, need);
    case 'appeal':
      return appealRow(context, need);
    case 'help':
    case 'summary':
    case 'minutes':
      return groupNeedRow(context, need);
    case 'publication':
      return publicationNeedRow(context, need);
    case 'close-books':
      return meansNeedRow(context, need);
    default:
      return unreachable(need);
  }
};

/** How many points of friction a text has now, for those who may see them. */
const frictionCount = ({ reader }: Context, number: number): number => {
  const text = reader.text(number);
  return text === null ? 0 : reader.friction(text).length;
};
