import type { Correction, Meeting, Summary, SummaryVersion } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { numbering } from '../../../text/numbering.ts';
import { chooseTwo } from '../../kit/compare/choose.ts';
import type { Context } from '../../kit/context.ts';
import { languageNameIn } from '../../messages/index.ts';
import { clauseBlock } from '../../texts/parts/clause.ts';
import { clauseNames, longName } from '../../texts/parts/clause-names.ts';
import { type PageOf, pageLinks, pageOf } from '../../kit/listing.ts';
import { meetingSheet } from '../parts/meeting-head.ts';
import { pdfLink } from '../../kit/pdf-link.ts';
import { plainClauses } from '../../kit/prose.ts';
import { draftLanguage, draftedSummary } from '../parts/summary-drafted.ts';
import { correctionNote, summaryMargin } from '../parts/summary-margin.ts';
import { changesList } from '../../texts/parts/text-changes.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { sentence } from '../../kit/theirs.ts';
import { dayText, daysUntil, org } from '../../kit/words.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** The summary record of a meeting, for members: its latest version with the corrections asked for beside the clauses; before there is one, the draft. */
export const summaryPage = (context: Context, meeting: Meeting): Html => {
  const { summary } = meeting;
  const body = summary === null ? unwritten(context, meeting) : recorded(context, meeting, summary);
  return meetingSheet(context, meeting, 'summary', body);
};

const unwritten = (context: Context, meeting: Meeting): Html => {
  const words = context.t.summary;
  if (meeting.stage === 'cancelled') return html`<p class="empty">${words.cancelled}</p>`;
  if (meeting.sittings.length === 0) return html`<p class="empty">${words.ahead}</p>`;
  const shown = meeting.stage === 'closed' ? words.drafted : words.soFar;
  const language = draftLanguage(context, meeting, context.language);
  return html`<h2>${shown.title}</h2>
    <p>${shown.lede}</p>
    ${meeting.stage === 'closed' ? circulateButton(context, meeting, words.drafted.act, 'first') : ''}
    <div class="drafted" lang="${language}">${plainClauses(context, draftedSummary(context, meeting, language))}</div>`;
};

/** For those whose it is to circulate it: who convened the meeting, had its chair, or serves in the group. */
const circulateButton = (context: Context, meeting: Meeting, label: string, rank: 'first' | 'second'): Html | '' => {
  const { me, reader, base } = context;
  if (me === null || !mayWork(context)) return '';
  const { id } = me.organisation;
  const may = reader.mayManage(meeting, id) || reader.mayServe(id) || meeting.chair?.organisation === id;
  return may
    ? html`<p class="actions">
        <a class="button ${rank}" href="${base}/do/summary.circulate?meeting=${meeting.number}">${label}</a>
      </p>`
    : '';
};

const recorded = (context: Context, meeting: Meeting, summary: Summary): Html => {
  const { t } = context;
  const words = t.summary;
  const latest = summary.versions.at(-1);
  if (latest === undefined) return html`<p class="empty">${words.ahead}</p>`;
  return html`<p class="status">${statusOf(context, summary, latest)}</p>
    ${summary.approved === null ? '' : html`<p class="seal">✓ ${words.approved(dayText(context, summary.approved.at))}</p>`}
    ${contestedBox(context, summary)}
    ${summary.approved === null ? circulateButton(context, meeting, words.newVersion, 'second') : ''}
    ${clausesOf(context, meeting, summary, latest)} ${pdfLink(context, meetingPath(context, meeting, 'summary'))}
    ${earlierVersions(context, meeting, summary)}`;
};

const standing = ({ corrections }: Summary, { reader }: Context): number =>
  corrections.filter(({ by, fate }) => fate.kind === 'open' && reader.organisation(by)?.standing.kind === 'participant')
    .length;

const statusOf = (context: Context, summary: Summary, latest: SummaryVersion): Html => {
  const { t, language } = context;
  const words = t.summary;
  const { deadline, versions } = summary;
  const open = standing(summary, context);
  return html`<span
      ><strong>${words.version(latest.number, versions.length)}</strong>
      ${sentence((name) => words.by(dayText(context, latest.on.at), name), org(context, latest.by))}</span
    >
    ${latest.language === language ? '' : html`<span>${languageNameIn(latest.language, language)}</span>`}
    ${
      deadline === null
        ? ''
        : html`<span
            ><strong>${words.openUntil(dayText(context, deadline))}</strong>
            (${t.common.inDays(daysUntil(context, deadline))})</span
          >`
    }
    ${open === 0 ? '' : html`<span>${words.corrections(open)}</span>`}`;
};

const contestedBox = (context: Context, summary: Summary): Html => {
  const words = context.t.summary;
  if (summary.approved !== null) return html``;
  if (summary.deadline !== null) return html`<p class="hint">${words.approvedBy}</p>`;
  return html`<div class="problem">
    <h2>${words.contested}</h2>
    <p>${words.contestedWhy(standing(summary, context))}</p>
  </div>`;
};

/** How many corrections stand beside one clause. */
const FEW = 5;

/** The corrections asked of one clause, the newest first, a page at a time. */
const correctionsOn = (context: Context, asked: readonly Correction[], name: string): PageOf<Correction> =>
  pageOf(asked.toReversed(), context, FEW, ({ number }) => number, name);

const clausesOf = (context: Context, meeting: Meeting, { corrections }: Summary, latest: SummaryVersion): Html => {
  const { clauses } = latest;
  const [numbers, names] = [numbering(clauses), clauseNames(context, clauses)];
  const gone = corrections.filter(
    ({ clause, fate }) => fate.kind === 'open' && !clauses.some(({ id }) => id === clause),
  );
  const shownGone = correctionsOn(context, gone, 'gone');
  return html`<div class="recorded" lang="${latest.language}">
      ${clauses.map((clause) => {
        const asked = corrections.filter((correction) => correction.clause === clause.id);
        const shown = correctionsOn(context, asked, `k-${clause.id}`);
        const name = longName(names, clause.id);
        return clauseBlock(context, {
          clause,
          number: numbers.get(clause.id) ?? '',
          name: names.get(clause.id),
          friction: asked.some(({ fate }) => fate.kind === 'open'),
          margin: html`<div lang="${context.language}">
            ${summaryMargin(context, meeting, clause, { name, corrections: shown.items })} ${pageLinks(context, shown)}
          </div>`,
        });
      })}
    </div>
    ${
      gone.length === 0
        ? ''
        : html`<h2>${context.t.summary.gone}</h2>
            ${shownGone.items.map((correction) => correctionNote(context, meeting, correction, undefined))}
            ${pageLinks(context, shownGone)}`
    }`;
};

/** Two versions to choose, and what changed between them. */
const earlierVersions = (context: Context, meeting: Meeting, { versions }: Summary): Html | '' => {
  if (versions.length < 2) return '';
  const words = context.t.summary;
  const chosen = (name: 'from' | 'to', otherwise: number): SummaryVersion | undefined =>
    versions[Number(context.url.searchParams.get(name) ?? otherwise) - 1];
  const [from, to] = [chosen('from', versions.length - 1), chosen('to', versions.length)];
  const options = (selected: SummaryVersion | undefined): readonly Html[] =>
    versions.map(
      ({ number, on, by }) =>
        html`<option value="${number}" ${number === selected?.number ? 'selected' : ''}>
          ${number} · ${sentence((name) => words.by(dayText(context, on.at), name), org(context, by))}
        </option>`,
    );
  return html`<h2 id="earlier">${words.earlier}</h2>
    ${chooseTwo({
      action: `${meetingPath(context, meeting, 'summary')}#earlier`,
      words,
      from: options(from),
      to: options(to),
    })}
    ${
      from === undefined || to === undefined
        ? ''
        : html`<h3>${words.compared(from.number, to.number)}</h3>
            ${changesList(context, from.clauses, to.clauses)}`
    }`;
};
