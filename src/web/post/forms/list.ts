import type { OrganisationId } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import { listed } from '../../../charter/group/circulation.ts';
import type { CirculationList } from '../../../charter/group/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';
import { circulatedTitle } from '../parts/circulated.ts';
import { isOpen } from '../../texts/parts/text-facts.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { org } from '../../kit/words.ts';

/** Circulation lists as a form offers them: each follows from the rules. */

/** How a list is written in a field: `participants`, `signatories:3`. */
export const listValue = (list: CirculationList): string => {
  switch (list.kind) {
    case 'participants':
    case 'group':
      return list.kind;
    case 'signatories':
    case 'unanswered':
      return `${list.kind}:${list.text}`;
    case 'unacknowledged':
      return `${list.kind}:${list.circulation}`;
    case 'meeting':
      return `${list.kind}:${list.meeting}`;
    default:
      return unreachable(list);
  }
};

/** Those that have somebody on them besides the writer; of those that have not confirmed something, the one that was asked for. */
export const listsFor = (context: Context, me: Me, asked: string): readonly CirculationList[] => {
  const { reader } = context;
  const lists: readonly CirculationList[] = [
    { kind: 'participants' },
    { kind: 'group' },
    ...reader
      .texts()
      .filter(isOpen)
      .map(({ number }) => ({ kind: 'unanswered', text: number }) as const)
      .toReversed(),
    ...unacknowledgedIn(context, asked),
    ...reader
      .meetings()
      .map(({ number }) => ({ kind: 'meeting', meeting: number }) as const)
      .toReversed(),
    ...reader
      .texts()
      .map(({ number }) => ({ kind: 'signatories', text: number }) as const)
      .toReversed(),
  ];
  return lists.filter(
    (list) => list.kind === 'participants' || listedFor(context, list, me.organisation.id).length > 0,
  );
};

const unacknowledgedIn = ({ reader }: Context, asked: string): readonly CirculationList[] => {
  const number = Number(/^unacknowledged:(\d{1,9})$/u.exec(asked)?.[1] ?? Number.NaN);
  return reader.circulation(number) === null ? [] : [{ kind: 'unacknowledged', circulation: number }];
};

/** To whom it goes: everyone on the list but the writer. */
const listedFor = ({ conference }: Context, list: CirculationList, by: OrganisationId): readonly OrganisationId[] =>
  listed(conference.state(), list).filter((id) => id !== by);

export const listName = (context: Context, list: CirculationList): string => {
  const words = context.t.post.letters.list;
  switch (list.kind) {
    case 'participants':
    case 'group':
      return words[list.kind];
    case 'unacknowledged': {
      const circulation = context.reader.circulation(list.circulation);
      return words.unacknowledged(circulation === null ? '' : circulatedTitle(context, circulation.what));
    }
    case 'unanswered':
    case 'signatories': {
      const text = context.reader.text(list.text);
      return words[list.kind](text === null ? '' : present(text).title);
    }
    case 'meeting': {
      const meeting = context.reader.meeting(list.meeting);
      return words.meeting(meeting === null ? '' : meetingTitle(context, meeting));
    }
    default:
      return unreachable(list);
  }
};

/** Who exactly that is. */
export const listShown = (context: Context, list: CirculationList, by: OrganisationId): Html => {
  const whom = listedFor(context, list, by);
  return html`<div class="whom">
    <p>${context.t.post.forms.send.goesTo(whom.length)}</p>
    <ul class="names">
      ${whom.map((id) => html`<li>${org(context, id)}</li>`)}
    </ul>
  </div>`;
};
