import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActHash } from '../base/ids.ts';
import { type JsonObject, canonicalBytes, parseJson } from '../base/json.ts';
import { fromUtf8 } from '../base/bytes.ts';
import { instant, rfc3339 } from '../base/time.ts';
import type { AnyAct } from '../charter/acts.ts';
import { readAct } from '../charter/read.ts';
import { DOOR_LIMITS } from '../conference/door/submission.ts';
import { actHash } from '../record/act.ts';
import { maxEnvelopeBytes } from '../record/envelope.ts';
import { type ExitCode, Failure, type Terminal } from './command.ts';
import { slugIn } from './folder.ts';
import { bytesOf } from './plain-file.ts';
import { type Posted, serverAt } from './server.ts';

/** Bringing a signed act to a node, and to an answer. An answer that was lost is asked for by sending the very same bytes again, never another act. */

/** A signed act on its way: all that it takes to send it again, but for the token of a founding, which is nobody else's. */
export interface Parcel {
  readonly server: string;
  readonly conference: string;
  /** As it is sent, see `docs/RECORD.md`. */
  readonly envelope: { readonly act: AnyAct };
}

/** Writes a parcel where nothing is yet. @throws Failure */
export const keepParcel = async (file: string, parcel: Parcel): Promise<void> => {
  try {
    await writeFile(file, `${JSON.stringify(parcel)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'is there already' : `cannot be written: ${message}`;
    throw new Failure(
      `${file}, which is to keep the act until it is answered, ${why}. Nothing was sent. Name another with --keep.`,
    );
  }
};

/** @throws Failure */
export const readParcel = async (file: string): Promise<Parcel> => {
  const text = fromUtf8(await bytesOf(file, 2 * maxEnvelopeBytes(DOOR_LIMITS)));
  const json = text === null ? null : parseJson(text.trim());
  const parcel = json?.ok === true ? objectIn(json.value) : null;
  const envelope = objectIn(parcel?.['envelope']);
  const { server, conference } = parcel ?? {};
  const read = readAct(envelope?.['act'] ?? null);
  if (typeof server !== 'string' || typeof conference !== 'string' || !read.ok)
    throw new Failure(`${file} holds no act that was kept to be sent again.`);
  return { server, conference: slugIn(conference), envelope: { ...envelope, act: read.value } };
};

const objectIn = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

/** How long is waited before each sending, in milliseconds. */
const WAITS = [0, 0, 1000] as const;

/**
 * Sends what is kept in `file` until there is an answer. With an answer, yes or no, the file goes; without one it stays, and its name is
 * said.
 */
export const sendKept = async (
  file: string,
  { server, conference, envelope }: Parcel,
  token: string | undefined,
  { say, complain }: Terminal,
): Promise<ExitCode> => {
  const node = serverAt(server);
  const hash = actHash(canonicalBytes(envelope.act));
  const founding = envelope.act.kind === 'conference.found';
  const path = founding ? '/api/conferences' : `/api/conferences/${conference}/acts`;
  const body = JSON.stringify(founding ? { slug: conference, ...envelope } : envelope);
  const headers = founding ? { 'isonomia-founding-token': token ?? '' } : {};

  let why = '';
  for (const ms of WAITS) {
    await wait(ms);
    const posted = await node.post(path, body, headers);
    if (posted.kind === 'refused') {
      complain(posted.why);
      await rm(file, { force: true });
      return 1;
    }
    const receipt = receiptIn(posted, hash);
    if (typeof receipt !== 'string') {
      say(`On the record: entry ${receipt.index}, received ${rfc3339(instant(receipt.time))}.`);
      say(`The act's hash: ${hash}`);
      await rm(file, { force: true });
      return 0;
    }
    why = receipt;
  }
  complain(why);
  complain(`Whether the act has arrived is not known. It is kept in ${file}. Do not make it anew, but send it again:`);
  complain(`  isonomia act send ${file}`);
  return 1;
};

/** The receipt of this very act, or why there is none. */
const receiptIn = (
  posted: Exclude<Posted, { readonly kind: 'refused' }>,
  hash: ActHash,
): { readonly index: number; readonly time: number } | string => {
  if (posted.kind === 'unanswered') return posted.why;
  const { index, time, hash: answered } = objectIn(posted.answer) ?? {};
  if (!isCount(index) || !isCount(time) || time > LATEST) return 'The node answered something that is no receipt.';
  return answered === hash ? { index, time } : 'The node answered with the receipt of another act.';
};

/** The last instant that a date can name, in milliseconds since 1970. */
const LATEST = 8.64e15;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
