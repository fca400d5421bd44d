import { type Html, html } from '../../../markup/html.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { agendaOf } from '../../../charter/meetings/agenda.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Item, Meeting } from '../../../charter/meetings/state.ts';
import { dateIn, timeIn } from '../../../conference/reading/zone-words.ts';
import type { Context } from '../../kit/context.ts';
import { fileList } from '../../kit/file-list.ts';
import { agendaState } from '../parts/agenda-state.ts';
import { meetingSheet } from '../parts/meeting-head.ts';
import { takesItems } from '../parts/meeting-ways.ts';
import { meetingPath } from '../../kit/meeting-link.ts';
import { pdfLink } from '../../kit/pdf-link.ts';
import { paragraphs } from '../../kit/prose.ts';
import { citation } from '../../texts/parts/text-head.ts';
import { textPath } from '../../texts/parts/text-places.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { org } from '../../kit/words.ts';

/** The agenda of a meeting: what is on it in its order, who proposed it, with its texts and documents. */
export const agendaPage = (context: Context, meeting: Meeting): Html => {
  const { t, base } = context;
  const words = t.meetings.agenda;
  const items = agendaOf(meeting);
  const left = meeting.items.filter((item) => item.withdrawn === null && !items.includes(item));
  const withdrawn = meeting.items.filter((item) => item.withdrawn !== null);
  const over = meeting.stage === 'closed' || meeting.stage === 'cancelled';
  return meetingSheet(
    context,
    meeting,
    'agenda',
    html`<p class="lede">${agendaState(context, meeting)}</p>
      ${
        mayWork(context) && takesItems(context, meeting)
          ? html`<p class="actions">
              <a class="button" href="${base}/do/agenda.propose?meeting=${meeting.number}">${words.propose}</a>
            </p>`
          : ''
      }
      ${items.length === 0 ? html`<p class="empty">${over ? words.noneHeld : words.none}</p>` : list(context, meeting, items)}
      ${
        left.length === 0
          ? ''
          : html`<h2>${words.left}</h2>
              ${list(context, meeting, left, false)}`
      }
      ${
        withdrawn.length === 0
          ? ''
          : html`<h2>${words.withdrawn}</h2>
              ${list(context, meeting, withdrawn, false)}`
      }
      ${items.length === 0 ? '' : pdfLink(context, meetingPath(context, meeting, 'agenda'))}`,
  );
};

const list = (context: Context, meeting: Meeting, items: readonly Item[], numbered = true): Html =>
  html`<ol class="agenda ${numbered ? '' : 'unnumbered'}">
    ${items.map((item) => row(context, meeting, item))}
  </ol>`;

const row = (context: Context, meeting: Meeting, item: Item): Html => {
  const { t, base, me, language } = context;
  const words = t.meetings.agenda;
  const { zone } = noticeOf(meeting);
  const here = meeting.stage === 'open' && meeting.item === item.number;
  const mine =
    me?.organisation.id === item.by &&
    item.withdrawn === null &&
    takesBack(meeting) &&
    meeting.agenda?.items.includes(item.number) !== true;
  return html`<li id="item-${item.number}" ${here ? html`aria-current="true"` : ''}>
    <h2>${quoted(item.title)}</h2>
    <p class="why">
      ${words.by}
      ${org(context, item.by)}${item.late ? ` · ${words.late}` : ''}${
        item.withdrawn === null ? '' : ` · ${words.withdrawnOn(dateIn(item.withdrawn.at, zone, language))}`
      }
      ${mine ? html` · <a href="${base}/do/agenda.withdraw?meeting=${meeting.number}&amp;item=${item.number}">${words.withdraw}</a>` : ''}
    </p>
    ${here ? html`<p class="here">${words.now}</p>` : ''} ${item.words === null ? '' : paragraphs(item.words)}
    ${texts(context, item)} ${fileList(context, item.files)}
    ${item.taken.map(
      ({ at }) =>
        html`<p class="why">${words.taken(`${dateIn(at, zone, language)}, ${timeIn(at, zone, language)}`)}</p>`,
    )}
  </li>`;
};

const takesBack = ({ stage }: Meeting): boolean => stage !== 'closed' && stage !== 'cancelled';

const texts = (context: Context, { texts: numbers }: Item): Html | '' => {
  const shown = numbers.flatMap((number) => context.reader.text(number) ?? []);
  return shown.length === 0
    ? ''
    : html`<ul class="plain attached" aria-label="${context.t.meetings.agenda.texts}">
        ${shown.map(
          (text) =>
            html`<li>
              <span class="symbol">${citation(context, text)}</span>
              <a href="${textPath(context, text)}">${theirs(present(text).title)}</a>
            </li>`,
        )}
      </ul>`;
};
