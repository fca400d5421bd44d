import type { Instant } from '../../../base/time.ts';
import type { Group } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { day, nameOf } from '../../kit/words.ts';

/** What has changed in a group since it was elected: who went, who stepped in, and who sat for whom in one meeting. */
export const groupChanges = (context: Context, group: Group, ended: Instant | null): Html | '' => {
  const rows = [...changeRows(context, group), ...standIns(context, group, ended)].toSorted((a, b) => a.at - b.at);
  if (rows.length === 0) return '';
  return html`<h3>${context.t.group.changes.title}</h3>
    <ul class="rows">
      ${rows.map(({ shown }) => shown)}
    </ul>`;
};

interface Row {
  readonly at: Instant;
  readonly shown: Html;
}

const changeRows = (context: Context, { changes }: Group): readonly Row[] =>
  changes.map(({ on, organisation, seat, why, reason, successor }) => {
    const words = context.t.group.changes;
    const next = successor !== null ? words.next(nameOf(context, successor)) : seat === 'member' ? words.noneLeft : '';
    const shown = html`<li>
      ${day(context, on.at)} · ${words[why](nameOf(context, organisation))} ${next}
      <a class="quiet" href="${context.base}/record/${on.index}">${context.t.workspace.record.entry(on.index)}</a>
      ${reason === null ? '' : paragraphs(reason)}
    </li>`;
    return { at: on.at, shown };
  });

/** In the meetings of the group that ended while it was in office. */
const standIns = (context: Context, { elected }: Group, ended: Instant | null): readonly Row[] =>
  context.reader.meetings().flatMap(({ number, kind, stoodIn, sittings }) => {
    const at = sittings.at(-1)?.closed?.at;
    if (kind !== 'group' || at === undefined || at < elected.at || (ended !== null && at >= ended)) return [];
    return stoodIn.map(({ member, substitute }) => ({
      at,
      shown: html`<li>
        ${day(context, at)} · ${context.t.group.changes.stoodIn(nameOf(context, substitute), nameOf(context, member))}
        <a class="quiet" href="${context.base}/meetings/${number}">${context.t.group.meetingNumber(number)}</a>
      </li>`,
    }));
  });
