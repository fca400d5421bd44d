import { DAY } from '../../../base/time.ts';
import type { AnyAct } from '../../../charter/acts.ts';
import { type News, newsOf, textNamed } from '../../../conference/reading/news.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { meetingLink } from '../../kit/meeting-link.ts';
import { theirs } from '../../kit/theirs.ts';
import { clock, day } from '../../kit/words.ts';
import { standWord } from '../../texts/parts/stands.ts';
import { targetName } from '../../texts/parts/text-target.ts';
import { maker } from './maker.ts';

/** Entries as people read them: by day, and what one organisation did several times in a row in one line that unfolds. */
export const recordDays = (context: Context, entries: readonly RecordEntry[]): Html => {
  const days = Map.groupBy(entries, ({ time }) => Math.floor(time / DAY));
  return html`${[...days.values()].map(
    (these) =>
      html`<h2 class="day">${these[0] === undefined ? '' : day(context, these[0].time)}</h2>
        <ol class="rows acts">
          ${newsOf(these).map((news) => row(context, news))}
        </ol>`,
  )}`;
};

const row = (context: Context, { entries }: News): Html => {
  const [newest] = entries;
  if (newest === undefined) return html``;
  const inside = entries.map((entry) => positionsIn(context, entry));
  const isPlain = entries.length === 1 && inside[0] === '';
  const about = aboutOf(context, newest.act);
  const did = didOf(context, entries);
  return html`<li>
    <span class="when">${clock(context, newest.time)}</span>
    <div>
      ${
        isPlain
          ? html`<p>${maker(context, newest)} <a href="${entryPath(context, newest)}">${did}</a></p>`
          : html`<details>
              <summary>${maker(context, newest)} ${did}</summary>
              <ul>
                ${entries.map(
                  (entry, i) =>
                    html`<li>
                      <a href="${entryPath(context, entry)}">${context.t.workspace.record.entry(entry.index)}</a>
                      <span class="quiet">${clock(context, entry.time)}</span> ${inside[i] ?? ''}
                    </li>`,
                )}
              </ul>
            </details>`
      }
      ${about === '' ? '' : html`<p class="about">${about}</p>`}
    </div>
  </li>`;
};

const entryPath = ({ base }: Context, { index }: RecordEntry): string => `${base}/record/${index}`;

/** What was done, once or several times. */
const didOf = ({ t }: Context, entries: readonly RecordEntry[]): string => {
  const words = t.workspace.record;
  const [first] = entries;
  if (first === undefined) return '';
  const positions = entries.map(({ act }) => (act.kind === 'positions.take' ? act.body.positions.length : 0));
  const taken = positions.reduce((sum, one) => sum + one, 0);
  if (taken > 0) return words.positions(taken);
  const done = t.acts.done[first.act.kind];
  return entries.length === 1 ? done : `${done} · ${words.acts(entries.length)}`;
};

/** How many positions of one act stand here; all of them do on its own page. */
const MOST = 12;

/** The positions of an act, each with its mark. */
const positionsIn = (context: Context, { act }: RecordEntry): Html | '' => {
  if (act.kind !== 'positions.take') return '';
  const text = context.reader.text(act.body.text);
  if (text === null) return '';
  const { positions, revision } = act.body;
  const words = context.t.workspace.record;
  return html`<ul class="taken">
    ${positions
      .slice(0, MOST)
      .map(
        ({ on, stand }) =>
          html`<li>
            ${targetName(context, text, on, revision)}: ${stand === null ? words.takenBack : standWord(context, stand)}
          </li>`,
      )}
    ${positions.length > MOST ? html`<li class="quiet">${words.more(positions.length - MOST)}</li>` : ''}
  </ul>`;
};

/** The text, the statement or the meeting that an act names. */
const aboutOf = (context: Context, act: AnyAct): Html | '' => {
  const { base, reader } = context;
  const number = textNamed(act);
  if (number !== null) {
    const title = reader.text(number)?.revisions.at(-1)?.title;
    return title === undefined ? '' : html`<a href="${base}/texts/${number}">${theirs(title)}</a>`;
  }
  const { body } = act;
  if ('statement' in body && typeof body.statement === 'number') {
    const title = reader.statement(body.statement)?.title;
    return title === undefined ? '' : html`<a href="${base}/statements/${body.statement}">${theirs(title)}</a>`;
  }
  if ('meeting' in body && typeof body.meeting === 'number' && reader.meeting(body.meeting) !== null)
    return meetingLink(context, body.meeting);
  return '';
};
