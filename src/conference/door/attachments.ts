import { fromUtf8 } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { isNormal } from '../../base/normal-form.ts';
import type { ActKind, AnyAct, BodyOf } from '../../charter/acts.ts';
import { nameSchema } from '../../charter/names.ts';
import type { File, Letter } from '../../charter/state.ts';
import type { Attachment } from '../ports.ts';
import type { Rejection } from '../types.ts';

/** What the bodies of acts name by salted hash, and what may stand in it. */

interface Named {
  readonly hash: AttachmentHash;
  /** A name is one line of text; a letter may be any file. */
  readonly kind: 'name' | 'letter';
}

/** The most bytes of a delegate's name. */
export const MOST_NAME = 400;

const name = (hash: AttachmentHash | null): readonly Named[] => (hash === null ? [] : [{ hash, kind: 'name' }]);
const letter = (hash: AttachmentHash): Named => ({ hash, kind: 'letter' });
const files = (named: readonly File[]): readonly Named[] => named.map(({ hash }) => letter(hash));
const wordsAndFiles = (body: Pick<Letter, 'words' | 'files'>): readonly Named[] => [
  ...(body.words === null ? [] : [letter(body.words)]),
  ...files(body.files),
];

export const NAMED: { readonly [K in ActKind]?: (body: BodyOf<K>) => readonly Named[] } = {
  'conference.found': (body) => name(body.delegate),
  'participation.apply': (body) => [letter(body.letter), ...name(body.delegate)],
  'participation.reapply': (body) => [letter(body.letter)],
  'recovery.request': (body) => [letter(body.explanation)],
  'delegate.appoint': (body) => name(body.name),
  'key.enrol': (body) => name(body.name),
  'meeting.guest': (body) => name(body.name),
  'agenda.propose': (body) => files(body.files),
  'letter.send': wordsAndFiles,
  'host.received': wordsAndFiles,
};

const namedIn = ({ kind, body }: AnyAct): readonly Named[] =>
  (NAMED[kind] as ((body: unknown) => readonly Named[]) | undefined)?.(body) ?? [];

/** The attachments that an act names. */
export const attachmentsOf = (act: AnyAct): readonly AttachmentHash[] => namedIn(act).map(({ hash }) => hash);

/** Whether every attachment that the act names was sent, none besides, none twice, and each within its bounds. */
export const attachmentFault = (act: AnyAct, sent: readonly Attachment[], most: number): Rejection | null => {
  const named = namedIn(act);
  const missing = named.find(({ hash }) => !sent.some((attachment) => attachment.hash === hash));
  if (missing !== undefined) return { kind: 'bad-attachment', hash: missing.hash };
  for (const [i, { hash, content }] of sent.entries()) {
    const kinds = named.filter((name) => name.hash === hash).map(({ kind }) => kind);
    if (kinds.length === 0 || sent.findIndex((other) => other.hash === hash) !== i)
      return { kind: 'bad-attachment', hash };
    const field = `/attachments/${i}/content`;
    const limit = kinds.includes('name') ? MOST_NAME : most;
    if (content.length > limit) return { kind: 'too-large', field, most: limit };
    const why = kinds.includes('name') ? nameFault(fromUtf8(content)) : null;
    if (why !== null) return { kind: 'malformed', fault: { kind: 'malformed', field, why } };
  }
  return null;
};

const NAME = nameSchema(MOST_NAME);

const nameFault = (text: string | null): string | null => {
  if (text === null) return 'not-utf8';
  if (!isNormal(text)) return 'not-well-formed';
  const issue = NAME.safeParse(text).error?.issues[0];
  if (issue === undefined) return null;
  return issue.code === 'custom' ? issue.message : issue.code;
};
