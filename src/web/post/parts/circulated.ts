import { quotable } from '../../../base/quotable.ts';
import { unreachable } from '../../../base/result.ts';
import type { Circulated, Ended } from '../../../charter/group/state.ts';
import { standing } from '../../../charter/history/archive.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** What was communicated: by what name it goes, and where it is read. */
export const circulatedTitle = (context: Context, what: Circulated): string => {
  const { reader, t } = context;
  const words = t.post.circulation;
  switch (what.kind) {
    case 'letter': {
      const letter = reader.letter(what.letter);
      return letter === null ? '' : `${letter.reference} · ${letter.subject}`;
    }
    case 'notice':
      return words.noticeOf(meetingName(context, what.meeting), what.notice);
    case 'cancellation':
      return meetingName(context, what.meeting);
    case 'summary':
      return words.summaryOf(meetingName(context, what.meeting), what.version);
    case 'observation': {
      const observation = reader.observations().find(({ number }) => number === what.observation);
      if (observation === undefined) return '';
      return words.observationOn(t.workspace.observations.kind[observation.kind], textTitle(context, observation.text));
    }
    case 'text':
      return textTitle(context, what.text);
    case 'help':
      return words.helpNumber(what.help);
    case 'appeal':
      return context.reader.appeal(what.appeal)?.title ?? '';
    case 'doubt': {
      const piece = reader.piece(what.piece);
      return piece === null ? '' : words.doubtOf(standing(piece).what.reference);
    }
    case 'finding': {
      const period = reader.periods()[what.period - 1];
      return period === undefined ? '' : words.findingOn(period.from, period.through);
    }
    case 'outcome':
      return endedTitle(context, what.of);
    default:
      return unreachable(what);
  }
};

/** What came of it, too. */
const endedTitle = (context: Context, of: Ended): string => {
  const { reader, t } = context;
  const words = t.post.circulation.ended;
  if (of.kind === 'recovery') {
    const recovery = reader.recoveries()[of.recovery - 1];
    if (recovery === undefined) return '';
    const name = reader.organisation(recovery.organisation)?.name ?? recovery.organisation;
    return words[recovery.stage.kind === 'replaced' ? 'newKey' : 'noNewKey'](name, recovery.delegate);
  }
  if (of.kind === 'summary') {
    const approved = reader.meeting(of.meeting)?.summary?.approved ?? null;
    return words[approved === null ? 'contested' : 'approved'](meetingName(context, of.meeting));
  }
  if (of.kind === 'proposal') {
    const proposal = reader.text(of.text)?.proposals[of.proposal - 1];
    if (proposal === undefined) return '';
    const what = `${t.texts.proposals.kind[proposal.what.kind]}: ${textTitle(context, of.text)}`;
    return words[proposal.outcome === 'agreed' ? 'agreed' : 'refused'](what);
  }
  if (of.kind === 'publication') {
    const periodical = reader.periodical(of.periodical);
    const put = of.issue === null ? periodical : periodical?.issues[of.issue - 1];
    return words[put?.outcome === 'agreed' ? 'published' : 'notPublished'](quotable(periodical?.title ?? ''));
  }
  const organisation = reader.organisation(of.organisation);
  const application = organisation?.applications[of.application - 1];
  if (organisation === null || application === undefined) return '';
  return words[application.admitted === null ? 'notAdmitted' : 'admitted'](organisation.name);
};

const meetingName = (context: Context, number: number): string => {
  const meeting = context.reader.meeting(number);
  return meeting === null ? '' : meetingTitle(context, meeting);
};

const textTitle = ({ reader }: Context, number: number): string => {
  const text = reader.text(number);
  return text === null ? '' : quotable(present(text).title);
};

export const circulatedPath = (context: Context, what: Circulated): string => {
  const { base } = context;
  switch (what.kind) {
    case 'letter':
      return `${base}/letters/${what.letter}`;
    case 'notice':
    case 'cancellation':
      return meetingPath(context, { number: what.meeting });
    case 'summary':
      return meetingPath(context, { number: what.meeting }, 'summary');
    case 'observation':
      return `${base}/observations?at=${what.observation}#o-${what.observation}`;
    case 'text':
      return `${base}/decisions/${what.text}`;
    case 'help':
      return `${base}/help`;
    case 'appeal':
      return `${base}/appeals/${what.appeal}`;
    case 'doubt':
      return `${base}/archive/${what.piece}#d-${what.doubt}`;
    case 'finding':
      return `${base}/means/periods/${what.period}`;
    case 'outcome':
      return endedPath(context, what.of);
    default:
      return unreachable(what);
  }
};

const endedPath = (context: Context, of: Ended): string => {
  const { base, reader } = context;
  switch (of.kind) {
    case 'proposal':
      return `${base}/texts/${of.text}/proposals?at=${of.proposal}#p-${of.proposal}`;
    case 'application':
      return `${base}/participants/${of.organisation}`;
    case 'publication':
      return `${base}/publications/${of.periodical}${of.issue === null ? '' : `/issues/${of.issue}`}`;
    case 'recovery':
      return `${base}/participants/${reader.recoveries()[of.recovery - 1]?.organisation ?? ''}`;
    case 'summary':
      return meetingPath(context, { number: of.meeting }, 'summary');
    default:
      return unreachable(of);
  }
};
