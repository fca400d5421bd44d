import { setTimeout as wait } from 'node:timers/promises';
import type { Attachment } from '../../base/act.ts';
import type { ConferenceId, OrganisationId } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import { utf8 } from '../../base/bytes.ts';
import { instant } from '../../base/time.ts';
import type { PastPiece } from '../../charter/history/piece.ts';
import { readAct } from '../../charter/read.ts';
import { freshAct } from '../../record/act.ts';
import { armour } from '../../record/sshsig.ts';
import { attach, writeEnvelope } from '../../record/envelope.ts';
import { ACT_NAMESPACE, SIGN_IN_NAMESPACE } from '../../record/verify-signature.ts';
import { Failure } from '../command.ts';
import type { Posted, Server } from '../server.ts';
import type { FileKey } from '../signing.ts';
import { type ReadyPiece, isSame, partsOf } from './checked.ts';

/** Bringing the pieces of a table one after another, each as an act of its own. What is there already is left alone, so that whoever begins again after a fault doubles nothing. */

export interface Bringing {
  readonly server: Server;
  readonly conference: string;
  readonly id: ConferenceId;
  readonly key: FileKey;
  readonly by: { readonly organisation: OrganisationId; readonly delegate: number };
}

/** What the archive of the conference holds, as it stands now. */
export const archiveOf = async (server: Server, conference: string): Promise<readonly PastPiece[]> =>
  (await server.list<ApiPiece>(`/api/conferences/${conference}/archive`)).flatMap(
    ({ versions }) => versions.at(-1)?.what ?? [],
  );

interface ApiPiece {
  readonly versions: readonly { readonly what: PastPiece }[];
}

/** A session of the delegate, for which the node has more room than for strangers. @throws Failure */
export const signedIn = async ({ server, conference, key }: Bringing): Promise<string> => {
  const path = `/api/conferences/${conference}/sessions`;
  const asked = await server.post(`${path}/challenge`, '{}');
  const { challenge, message } = answered(asked) as { readonly challenge: string; readonly message: string };
  const signature = armour(await key.sign(utf8(message), SIGN_IN_NAMESPACE));
  const opened = await server.post(path, JSON.stringify({ challenge, signature }));
  return (answered(opened) as { readonly token: string }).token;
};

const answered = (posted: Posted): unknown => {
  if (posted.kind !== 'answered') throw new Failure(posted.why);
  return posted.answer;
};

/** How long is waited for a node that does not listen, in seconds: in all, and where it does not say how long. */
const [LONGEST, UNSAID] = [600, 2];

/** Brings one piece. `there`: it was in the archive when it came. @throws Failure where the node says no, or nothing */
export const bringPiece = async (
  bringing: Bringing,
  token: string,
  piece: ReadyPiece,
): Promise<'brought' | 'there'> => {
  const { server, conference } = bringing;
  const body = await envelopeOf(bringing, piece);
  let waited = 0;
  for (let again = 0; ; again += 1) {
    const posted = await server.post(`/api/conferences/${conference}/acts`, body, { authorization: `Bearer ${token}` });
    if (posted.kind === 'answered') return 'brought';
    if (posted.kind === 'refused') {
      // Somebody else, or this command a moment ago, was faster.
      const known = await archiveOf(server, conference);
      if (known.some((one) => isSame(one, piece.what))) return 'there';
      throw new Failure(posted.why);
    }
    const seconds = posted.again ?? UNSAID * 2 ** again;
    waited += seconds;
    if (waited > LONGEST || (posted.again === null && again > 3)) throw new Failure(posted.why);
    await wait(seconds * 1000);
  }
};

const envelopeOf = async ({ id, by, key }: Bringing, { what, words, original }: ReadyPiece): Promise<string> => {
  const worded = words === null ? null : attach(words);
  const parts = original === null ? [] : partsOf(original).map(attach);
  const attachments: readonly Attachment[] = [...(worded === null ? [] : [worded]), ...parts];
  const files =
    original === null ? [] : [{ name: original.name, type: original.type, parts: parts.map(({ hash }) => hash) }];
  const body = { what, papers: { words: worded?.hash ?? null, files } };
  const act = freshAct({ kind: 'archive.bring', conference: id, by, made: instant(Date.now()) }, body);
  const read = readAct(act);
  if (!read.ok) throw new Failure(`The field ${read.error.field} is not as it must be: ${read.error.why}.`);
  const signatures = [await key.sign(canonicalBytes(act), ACT_NAMESPACE)];
  return writeEnvelope({ act, signatures, attachments });
};
