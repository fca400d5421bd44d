import { unreachable } from '../../base/result.ts';
import type { Ended } from '../../charter/group/state.ts';
import { noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Disagreement } from '../../charter/members/vouched-state.ts';
import { present } from '../../charter/texts/texts.ts';
import { postMessages } from '../messages/index.ts';
import {
  type CirculatedWords,
  type Paragraph,
  type Said,
  type WordsAsked,
  found,
  meetingLine,
  nameOf,
  prose,
} from './asked.ts';

/** What came of a silence procedure, for a mail. */

export const endedWords = (asked: WordsAsked, of: Ended): Omit<CirculatedWords, 'read'> => {
  switch (of.kind) {
    case 'proposal':
      return { ...proposalWords(asked, of), path: `/texts/${of.text}/proposals` };
    case 'application':
      return { ...admissionWords(asked, of), path: `/participants/${of.organisation}` };
    case 'recovery':
      return recoveryWords(asked, of);
    case 'publication':
      return publicationWords(asked, of);
    case 'summary':
      return { ...approvalWords(asked, of), path: `/meetings/${of.meeting}/summary` };
    default:
      return unreachable(of);
  }
};

type EndedOf<K extends Ended['kind']> = Extract<Ended, { readonly kind: K }>;

const proposalWords = (asked: WordsAsked, of: EndedOf<'proposal'>): Said => {
  const t = postMessages(asked.language).circulated;
  const text = found(asked.state.texts[of.text - 1]);
  const { what, by, reason, outcome, disagreements } = found(text.proposals[of.proposal - 1]);
  const stands = outcome === 'agreed';
  const { title } = present(text);
  return {
    heading: t.heading.proposal[stands ? 'agreed' : 'refused'](title),
    from: null,
    facts: [],
    paragraphs: [
      t.proposed(nameOf(asked, by), t.proposal[what.kind]),
      ...prose(asked, reason),
      stands ? t.nobodyDisagreed : t.notSo,
      ...disagreed(asked, disagreements),
    ],
    files: [],
  };
};

const admissionWords = (asked: WordsAsked, of: EndedOf<'application'>): Said => {
  const t = postMessages(asked.language).circulated;
  const { admitted, disagreements } = found(
    asked.state.organisations.get(of.organisation)?.applications[of.application - 1],
  );
  const name = nameOf(asked, of.organisation);
  return {
    heading: t.heading.admission[admitted === null ? 'refused' : 'agreed'](name),
    from: null,
    facts: [],
    paragraphs: [admitted === null ? t.notSo : t.nobodyDisagreed, ...disagreed(asked, disagreements)],
    files: [],
  };
};

const recoveryWords = (asked: WordsAsked, of: EndedOf<'recovery'>): Omit<CirculatedWords, 'read'> => {
  const t = postMessages(asked.language).circulated;
  const { organisation, stage, disagreements } = found(asked.state.recoveries[of.recovery - 1]);
  const isNew = stage.kind === 'replaced';
  return {
    heading: t.heading.recovery[isNew ? 'agreed' : 'refused'](nameOf(asked, organisation)),
    from: null,
    facts: [],
    paragraphs: [isNew ? t.nobodyDisagreed : t.notSo, ...disagreed(asked, disagreements)],
    files: [],
    path: `/participants/${organisation}`,
  };
};

const publicationWords = (asked: WordsAsked, of: EndedOf<'publication'>): Omit<CirculatedWords, 'read'> => {
  const t = postMessages(asked.language).circulated;
  const periodical = found(asked.state.periodicals[of.periodical - 1]);
  const put = of.issue === null ? periodical : found(periodical.issues[of.issue - 1]);
  const issue = of.issue === null ? null : found(periodical.issues[of.issue - 1]);
  const published = issue?.published ?? null;
  const isAgreed = put.outcome === 'agreed';
  const name = published === null ? periodical.title : t.issue(periodical.title, published.nth);
  return {
    heading: t.heading.publication[isAgreed ? 'agreed' : 'refused'](name),
    from: null,
    facts: [],
    paragraphs: [
      ...(issue === null ? prose(asked, periodical.purpose) : issue.title === null ? [] : prose(asked, issue.title)),
      isAgreed ? ((published?.mandate ?? null) === null ? t.nobodyDisagreed : t.underMandate) : t.notSo,
      ...disagreed(asked, put.disagreements),
    ],
    files: [],
    path: `/publications/${periodical.number}${issue === null ? '' : `/issues/${issue.number}`}`,
  };
};

const approvalWords = (asked: WordsAsked, of: EndedOf<'summary'>): Said => {
  const t = postMessages(asked.language).circulated;
  const meeting = found(asked.state.meetings[of.meeting - 1]);
  const isApproved = (meeting.summary?.approved ?? null) !== null;
  return {
    heading: t.heading.record[isApproved ? 'agreed' : 'refused'](meetingLine(asked, meeting, noticeOf(meeting))),
    from: null,
    facts: [],
    paragraphs: [isApproved ? t.nobodyCorrects : t.corrected],
    files: [],
  };
};

/** Who disagreed to the end, and why. */
const disagreed = (asked: WordsAsked, disagreements: readonly Disagreement[]): readonly Paragraph[] => {
  const t = postMessages(asked.language).circulated;
  return disagreements
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(({ by, reasons }) => [t.observationBy.disagreement(nameOf(asked, by)), ...prose(asked, reasons)]);
};
