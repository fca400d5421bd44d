import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { quoted } from '../../kit/theirs.ts';
import { questionWords } from '../parts/question.ts';
import type { Room } from '../parts/room.ts';
import { reasonsList } from '../parts/room-call.ts';
import { sittingPath } from '../../kit/meeting-link.ts';

/** What the pages of a sitting have in common. */

/** The other views: `desk` is for members, the others for whoever may follow. */
export const sittingWays = (context: Context, { meeting }: Room, here: 'desk' | 'follow'): Html => {
  const words = context.t.sitting.room.ways;
  const ways = [
    ...(context.reader.member ? [['desk', sittingPath(context, meeting.number), words.desk] as const] : []),
    ['follow', sittingPath(context, meeting.number, 'follow'), words.follow] as const,
    ['projector', sittingPath(context, meeting.number, 'projector'), words.projector] as const,
  ];
  return html`<nav class="ways" aria-label="${words.label}">
    ${ways.map(([way, path, label]) => html`<a href="${path}" ${way === here ? html`aria-current="page"` : ''}>${label}</a>`)}
  </nav>`;
};

/** What the meeting was asked before, and what it came to. */
export const callsSoFar = (context: Context, { meeting }: Room): Html | '' => {
  const words = context.t.sitting.room;
  const closed = meeting.calls.filter(({ outcome }) => outcome !== null).toReversed();
  if (closed.length === 0) return '';
  return html`<section class="panel past-calls" aria-labelledby="calls-title">
    <h2 id="calls-title">${words.calls}</h2>
    ${closed.map(
      (call) =>
        html`<details id="closed-call-${call.number}">
          <summary data-says="closed-call-${call.number}">
            ${call.question.kind === 'words' ? quoted(call.question.words) : context.t.sitting.form.ask.kinds[call.question.kind]}:
            <span class="r-${call.outcome?.result}"
              >${call.outcome === null ? '' : words.result[call.outcome.result]}</span
            >
          </summary>
          ${questionWords(context, meeting, call.question)} ${reasonsList(context, call)}
        </details>`,
    )}
  </section>`;
};
