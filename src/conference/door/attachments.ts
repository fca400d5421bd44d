import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { PICTURE_TYPES, pictureFault, readPicture } from '../../base/picture.ts';
import type { Named } from '../../charter/law/kept.ts';
import { isNormal } from '../../base/normal-form.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { namedIn } from '../../charter/brought/attachments.ts';
import type { Attachment } from '../../base/act.ts';
import type { Rejection } from '../types.ts';
import { nameSchema } from '../../charter/names/name.ts';

/** What may stand in what the bodies of acts name by salted hash. */

/** The most bytes of a delegate's name. */
export const MOST_NAME = 400;

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
    if (why !== null) return malformed(field, why);
    const picture = named.find((name) => name.hash === hash && name.kind === 'picture');
    const file = named.find((name) => name.hash === hash && name.kind === 'file');
    const fault = picture !== undefined ? pictureFaultOf(content, picture) : file && fileFaultOf(content, file);
    if (typeof fault === 'string') return malformed(field, fault);
  }
  return null;
};

const malformed = (field: string, why: string): Rejection => ({
  kind: 'malformed',
  fault: { kind: 'malformed', field, why },
});

/** Whatever a browser makes of it, it is shown under the type that the act says, which is the type that it is of. */
const pictureFaultOf = (content: Bytes, { type }: Named): string | null =>
  pictureFault(content) ?? (readPicture(content)?.type === type ? null : 'not-a-picture');

/** Whatever it is called: what is a picture by its own bytes, or is said to be one, is held to that. */
const fileFaultOf = (content: Bytes, file: Named): string | null =>
  readPicture(content) !== null || PICTURE_TYPES.some((type) => type === file.type)
    ? pictureFaultOf(content, file)
    : null;

const NAME = nameSchema(MOST_NAME);

const nameFault = (text: string | null): string | null => {
  if (text === null) return 'not-utf8';
  if (!isNormal(text)) return 'not-well-formed';
  const issue = NAME.safeParse(text).error?.issues[0];
  if (issue === undefined) return null;
  return issue.code === 'custom' ? issue.message : issue.code;
};
