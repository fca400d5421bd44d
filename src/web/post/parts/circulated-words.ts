import { unreachable } from '../../../base/result.ts';
import { type Said, theirWords } from '../../../charter/final/said.ts';
import type { Block } from '../../../charter/final/sheet.ts';
import type { Circulated, Ended } from '../../../charter/group/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { spanIn } from '../../../conference/reading/zone-words.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { placeText } from '../../kit/meeting-when.ts';
import { nameOf } from '../../kit/words.ts';

/** What was communicated, in its own words: for a letter on paper, by page or file. */
export interface CirculatedWords {
  /** `null` where it is not known. */
  readonly language: string | null;
  readonly clauses: readonly Clause[];
  readonly blocks: readonly Block[];
}

/** @param kept the words of a letter, kept beside the record */
export const circulatedWords = (context: Context, what: Circulated, kept: string | null): CirculatedWords => {
  const { reader, t, language } = context;
  switch (what.kind) {
    case 'letter': {
      const found = reader.letter(what.letter);
      if (found === null) return none(context);
      const from =
        found.correspondent === null || found.kind === 'out' ? nameOf(context, found.by) : found.correspondent;
      const files = found.files.map(({ name }) => theirWords(name));
      return {
        language: found.language,
        clauses: [],
        blocks: [
          said(`${t.post.letters.from}: ${theirWords(from)}`),
          kept === null ? said(t.post.circulation.letter.noWords) : words(kept),
          ...(files.length === 0
            ? []
            : [said(t.post.circulation.letter.files), { kind: 'list' as const, items: files }]),
        ],
      };
    }
    case 'notice': {
      const notice = reader.meeting(what.meeting)?.notices[what.notice - 1];
      if (notice === undefined) return none(context);
      return blocks(
        said(spanIn(notice.starts, notice.ends, notice.zone, language)),
        said(theirWords(placeText(context, notice))),
        ...(notice.link === null ? [] : [said(theirWords(notice.link))]),
        ...(notice.words === null ? [] : [words(notice.words)]),
      );
    }
    case 'cancellation': {
      const reason = reader.meeting(what.meeting)?.cancelled?.reason ?? null;
      return reason === null ? none(context) : blocks(words(reason));
    }
    case 'summary': {
      const version = reader.meeting(what.meeting)?.summary?.versions.find((one) => one.number === what.version);
      if (version === undefined) return none(context);
      return { language: version.language, clauses: version.clauses, blocks: [] };
    }
    case 'observation': {
      const observation = reader.observations().find((one) => one.number === what.observation);
      if (observation === undefined) return none(context);
      return blocks(
        said(`${t.post.letters.from}: ${theirWords(nameOf(context, observation.by))}`),
        words(observation.words),
      );
    }
    case 'text': {
      const text = reader.text(what.text);
      if (text === null) return none(context);
      return { language: text.language, clauses: present(text).clauses, blocks: [] };
    }
    case 'help': {
      const request = reader.help()[what.help - 1];
      return request === undefined ? none(context) : blocks(words(request.words));
    }
    case 'appeal': {
      const appeal = reader.appeal(what.appeal);
      if (appeal === null) return none(context);
      const needs = appeal.needs.map((need) => theirWords(need.words));
      return blocks(
        said(`${t.post.letters.from}: ${theirWords(nameOf(context, appeal.by))}`),
        words(appeal.words),
        { kind: 'list', items: needs },
        words(appeal.how),
      );
    }
    case 'doubt': {
      const found = reader.piece(what.piece)?.doubts[what.doubt - 1];
      if (found === undefined) return none(context);
      return blocks(said(`${t.post.letters.from}: ${theirWords(nameOf(context, found.by))}`), words(found.words));
    }
    case 'finding': {
      const finding = reader.periods()[what.period - 1]?.findings[what.finding - 1];
      if (finding === undefined) return none(context);
      return blocks(
        said(`${t.post.letters.from}: ${theirWords(nameOf(context, finding.by))}`),
        said(t.means.audit.result[finding.result]),
        ...(finding.words === null ? [] : [words(finding.words)]),
      );
    }
    case 'outcome':
      return endedWords(context, what.of);
    default:
      return unreachable(what);
  }
};

const said = (sentence: Said): Block => ({ kind: 'paragraph', words: sentence });
const words = (theirs: string): Block => ({ kind: 'words', words: theirs });
const blocks = (...all: readonly Block[]): CirculatedWords => ({ language: null, clauses: [], blocks: all });
const none = ({ t }: Context): CirculatedWords => blocks(said(t.post.circulation.letter.noWords));

/** Why it was proposed or asked for, and who disagreed to the end. */
const endedWords = (context: Context, of: Ended): CirculatedWords => {
  const { reader, t } = context;
  const proposal = of.kind === 'proposal' ? reader.text(of.text)?.proposals[of.proposal - 1] : undefined;
  const application =
    of.kind === 'application' ? reader.organisation(of.organisation)?.applications[of.application - 1] : undefined;
  const recovery = of.kind === 'recovery' ? reader.recoveries()[of.recovery - 1] : undefined;
  const periodical = of.kind === 'publication' ? reader.periodical(of.periodical) : null;
  const issue = of.kind === 'publication' && of.issue !== null ? periodical?.issues[of.issue - 1] : undefined;
  const { disagreements = [] } = proposal ?? application ?? recovery ?? issue ?? periodical ?? {};
  const isAtOnce = (issue?.published?.mandate ?? null) !== null;
  return blocks(
    ...(proposal === undefined
      ? []
      : [said(`${t.post.letters.from}: ${theirWords(nameOf(context, proposal.by))}`), words(proposal.reason)]),
    said(isAtOnce ? t.post.circulation.ended.atOnce : t.post.circulation.ended.over),
    ...disagreements
      .filter(({ withdrawn }) => withdrawn === null)
      .flatMap(({ by, reasons }) => [
        said(`${theirWords(nameOf(context, by))} ${t.texts.proposals.disagrees}:`),
        words(reasons),
      ]),
  );
};
