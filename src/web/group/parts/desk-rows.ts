import { unreachable } from '../../../base/result.ts';
import type { DeskItem } from '../../../conference/reading/group-desk.ts';
import type { Context } from '../../kit/context.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { titleOfMeeting } from './group-needs.ts';
import { mayConvene } from '../../meetings/parts/meeting-due.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { fewText, nameOf } from '../../kit/words.ts';
import { taskText } from '../../texts/parts/principle.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** What is due on the group's desk, in words. What the reader may not do leads to where it is told. */
export const deskRow = (context: Context, item: DeskItem): NeedRow => {
  const { desk: words, help } = context.t.group;
  const { base, reader, now } = context;
  const late = item.deadline !== null && item.deadline <= now ? { when: words.overdue } : {};
  switch (item.kind) {
    case 'assembly': {
      const may = mayConvene(context);
      const { what, why, act } = words.assembly;
      return {
        what,
        why,
        act: may ? act : words.summary.act,
        href: may ? `${base}/do/meeting.convene` : `${base}/meetings`,
        ...(may ? {} : { second: true }),
        ...late,
      };
    }
    case 'agenda': {
      const { what, why, act } = words.agenda;
      const href = meetingPath(context, { number: item.meeting }, 'agenda');
      return { what: what(titleOfMeeting(context, item.meeting)), why: why(item.items), act, href, second: true };
    }
    case 'term': {
      const { what, why, act } = words.term;
      const over = item.deadline <= now;
      return { what: what[over ? 'over' : 'soon'], why, act, href: `${base}/group`, second: true, ...late };
    }
    case 'mandate': {
      const { what, why, act } = words.mandate;
      const mandate = reader.mandate(item.mandate);
      const task = mandate === null ? '' : taskText(context, mandate);
      const href =
        mandate?.what.kind === 'text' ? `${base}/texts/${mandate.what.text}` : `${base}/group#mandate-${item.mandate}`;
      return { what: what(item.mandate, firstWords(task, 120)), why, act, href, second: true };
    }
    case 'unreached': {
      const { what, why, act } = words.unreached;
      const [only, ...others] = item.organisations;
      const may = reader.viewer.kind === 'organisation' && reader.mayServe(reader.viewer.id);
      return {
        what: what(fewText(context, item.organisations, (id) => nameOf(context, id))),
        why: why(item.circulation),
        act,
        href:
          may && only !== undefined && others.length === 0
            ? `${base}/do/post.otherwise?circulation=${item.circulation}&organisation=${only}`
            : `${base}/letters/circulations/${item.circulation}#unreached`,
        ...(may ? {} : { second: true }),
      };
    }
    case 'application': {
      const { what, why, act } = words.application;
      const { organisation } = item;
      const href = `${base}/participants/${organisation}`;
      return { what: what(nameOf(context, organisation)), why, act, href, second: true };
    }
    case 'recovery': {
      const { what, why, act } = words.recovery;
      const href = `${base}/participants#recoveries`;
      return { what: what(nameOf(context, item.organisation)), why, act, href, second: true };
    }
    case 'proposal': {
      const { what, why, act } = words.proposal;
      const href = `${base}/texts/${item.text}/proposals?at=${item.proposal}#p-${item.proposal}`;
      return { what: what(titleOfText(context, item.text)), why, act, href, second: true };
    }
    case 'decision': {
      const { what, why, act } = words.decision;
      const href = `${base}/texts/${item.text}/stand`;
      return { what: what(titleOfText(context, item.text)), why, act, href, second: true };
    }
    case 'minutes': {
      const { what, why, act } = words.minutes;
      const href = meetingPath(context, { number: item.meeting }, 'summary');
      return { what: what(titleOfMeeting(context, item.meeting)), why, act, href };
    }
    case 'summary': {
      const { what, why, act } = words.summary;
      const sentence = what[item.deadline === null ? 'contested' : 'open'];
      const href = meetingPath(context, { number: item.meeting }, 'summary');
      return {
        what: sentence(titleOfMeeting(context, item.meeting)),
        why: why(item.corrections),
        act,
        href,
        second: true,
      };
    }
    case 'help': {
      const { what, why, act } = words.help;
      const request = reader.help()[item.help - 1];
      const asked = request === undefined ? '' : `${help.what[request.what]}: ${firstWords(request.words, 120)}`;
      return {
        what: what(asked),
        why: why(item.offers),
        act,
        href: `${base}/help#help-${item.help}`,
        second: true,
        ...late,
      };
    }
    default:
      return unreachable(item);
  }
};

const titleOfText = ({ reader }: Context, number: number): string => reader.text(number)?.revisions.at(-1)?.title ?? '';
