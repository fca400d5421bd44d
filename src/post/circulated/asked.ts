import type { AttachmentHash } from '../../base/ids.ts';
import type { Circulation } from '../../charter/group/state.ts';
import type { Meeting, Notice } from '../../charter/meetings/state.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import type { State } from '../../charter/state.ts';
import { spanIn } from '../../conference/reading/zone-words.ts';
import { postMessages } from '../messages/index.ts';

/** What mails of circulated things are made of. */

/** What the node says itself; or what people wrote, which is set apart so that neither is taken for the other. */
export type Paragraph = string | { readonly theirs: string };

/** What a mail says of something circulated, in one language; how it looks is for others. */
export interface CirculatedWords {
  readonly heading: string;
  /** Whose act it is; `null`: the conference's own, an adoption. */
  readonly from: string | null;
  readonly facts: readonly (readonly [string, string])[];
  readonly paragraphs: readonly Paragraph[];
  readonly files: readonly KeptFile[];
  /** The path of its page below the conference's. */
  readonly path: string;
  readonly read: string;
}

export interface WordsAsked {
  readonly state: State;
  readonly circulation: Circulation;
  readonly language: string;
  /** The reader's zone, for what is due; a meeting is told in the zone of its place. */
  readonly zone: string;
  /** The words of attachments, where they are not erased. */
  readonly attached: (hash: AttachmentHash) => string | null;
}

/** The longest text that a mail carries whole, in UTF-16 units. */
const LONGEST = 60_000;

export type Said = Omit<CirculatedWords, 'read' | 'path'>;

export const nameOf = ({ state }: WordsAsked, id: Parameters<State['organisations']['get']>[0]): string =>
  state.organisations.get(id)?.name ?? id;

export const found = <T>(item: T | undefined): T => {
  if (item === undefined) throw new TypeError('A circulation of what is not there');
  return item;
};

export const prose = (asked: WordsAsked, text: string): readonly Paragraph[] => {
  const t = postMessages(asked.language).circulated;
  const paragraphs = text
    .slice(0, LONGEST)
    .split(/\n{2,}/u)
    .map((theirs) => ({ theirs }));
  return text.length > LONGEST ? [...paragraphs, t.tooLong] : paragraphs;
};

export const meetingLine = ({ language }: WordsAsked, { kind }: Meeting, { starts, ends, zone }: Notice): string =>
  postMessages(language).circulated.heading[kind](spanIn(starts, ends, zone, language));
