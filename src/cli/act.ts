import { readFile, writeFile } from 'node:fs/promises';
import type { Bytes } from '../base/bytes.ts';
import type { ConferenceId, OrganisationId } from '../base/ids.ts';
import { type Json, type JsonObject, canonicalBytes, parseJson } from '../base/json.ts';
import { type Instant, instant } from '../base/time.ts';
import { ACT_KINDS, type ActKind, isActKind, isOfHost } from '../charter/acts.ts';
import { isByNewKey, newKeysOf } from '../charter/brought/keys.ts';
import { readAct, knownAct } from '../charter/read.ts';
import { type UnreadAct, actHash, freshAct } from '../record/act.ts';
import { attach, writeEnvelope } from '../record/envelope.ts';
import type { Attachment } from '../base/act.ts';
import { armour } from '../record/sshsig.ts';
import { ACT_NAMESPACE } from '../record/verify-signature.ts';
import { isObject, withKey } from './brought-in.ts';
import { type Command, Failure, Misuse, type Terminal, parsed, required } from './command.ts';
import { slugIn } from './folder.ts';
import { type Parcel, keepParcel, sendKept } from './sending.ts';
import { type Server, serverAt } from './server.ts';
import { type FileKey, keyIn } from './signing.ts';

const OPTIONS = {
  server: { type: 'string' },
  conference: { type: 'string' },
  key: { type: 'string' },
  as: { type: 'string' },
  'new-key': { type: 'string', multiple: true },
  attach: { type: 'string', multiple: true },
  'founding-token': { type: 'string' },
  out: { type: 'string' },
  keep: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export const actCommand: Command = {
  help: `
isonomia act --conference SLUG --key FILE --as ORGANISATION[/DELEGATE] KIND [BODY.json]

BODY.json holds the body of the act; “-” is standard input, and without it the body is empty. What each kind of act holds stands in
/api/openapi.json of every node. Conference, time and nonce are filled in, and the fields “key” and “use”, or “invitation”, of an
act that brings in one key. A founding act names each invitation in its list of founders.

  --server URL           the node (http://localhost:8080)
  --conference SLUG      the conference's name in addresses
  --key FILE             the delegate's key, or its public half where an agent or a hardware key signs
  --as ORG[/DELEGATE]    for whom; without a number the organisation's first delegate
  --new-key FILE         a key that the act brings in, which signs it too; once for each, invitations among them
  --attach FIELD=FILE    sends FILE along and puts its salted hash into the body's FIELD; may be repeated
  --founding-token T     of the one-time link, for conference.found
  --out FILE             keeps the act's bytes in FILE and its signatures in FILE.sig, FILE.1.sig …
  --keep FILE            where the signed act stands until it is answered (./isonomia-act-HASH.json); see “isonomia act send”
  --dry-run              sends nothing

Kinds: ${ACT_KINDS.filter((kind) => !isOfHost(kind)).join(', ')}`,
  run: async (args, terminal) => {
    const { values, positionals } = parsed(args, OPTIONS, { least: 1, most: 2 });
    const kind = positionals[0] ?? '';
    if (!isActKind(kind)) throw new Misuse(`There is no kind of act “${kind}”.`);
    const address = values.server ?? 'http://localhost:8080';
    const server = serverAt(address);
    const slug = slugIn(required(values.conference, 'conference'));
    const own = await keyIn(required(values.key, 'key'));
    const others = await Promise.all((values['new-key'] ?? []).map(keyIn));
    const { body, attachments } = await bodyIn(positionals[1], values.attach ?? [], terminal);
    const filled = await filledIn(kind, body, { own, others }, server);
    const act = await actFor(kind, actorNamed(required(values.as, 'as')), filled, server, slug);
    const bytes = canonicalBytes(act);
    const signatures: Bytes[] = [];
    for (const key of signersOf(act, own, others)) signatures.push(await key.sign(bytes, ACT_NAMESPACE));
    if (values.out !== undefined) await keep(values.out, bytes, signatures);
    const hash = actHash(bytes);
    if (values['dry-run'] === true) {
      if (values.out === undefined) terminal.write(bytes);
      else terminal.say(`${values.out} holds the act ${hash}. Nothing was sent.`);
      return 0;
    }
    const envelope = JSON.parse(writeEnvelope({ act, signatures, attachments })) as Parcel['envelope'];
    const parcel: Parcel = { server: address, conference: slug, envelope };
    // Before it is sent: whoever ends the command meanwhile has it all the same.
    const kept = values.keep ?? `isonomia-act-${hash}.json`;
    await keepParcel(kept, parcel);
    return sendKept(kept, parcel, values['founding-token'], terminal);
  },
};

/** Who signs, in order: whoever makes the act, and each key that it brings in. @throws Misuse where one of those is not at hand */
const signersOf = (act: UnreadAct, own: FileKey, others: readonly FileKey[]): readonly FileKey[] => {
  const { kind, body } = knownAct(act);
  const brought = newKeysOf({ kind, body });
  const superfluous = others.find(({ publicKey }) => !brought.some(({ key }) => key === publicKey));
  if (superfluous !== undefined) throw new Misuse(`${kind} does not bring in ${superfluous.publicKey}: leave it away.`);
  const signing = brought.map(({ key, field }) => {
    const found = [own, ...others].find(({ publicKey }) => publicKey === key);
    if (found === undefined) throw new Misuse(`The key in ${field} signs too: name its file with --new-key.`);
    return found;
  });
  return isByNewKey(kind) ? signing : [own, ...signing];
};

/** Whom `--as` names. @throws Misuse */
export const actorNamed = (text: string) => {
  const [, organisation = '', delegate = '1'] = /^([a-z0-9-]+)(?:\/([1-9]\d{0,5}))?$/u.exec(text) ?? [];
  if (organisation === '') throw new Misuse(`--as must be ORGANISATION or ORGANISATION/NUMBER, not “${text}”.`);
  return { organisation: organisation as OrganisationId, delegate: Number(delegate) };
};

const bodyIn = async (
  file: string | undefined,
  attached: readonly string[],
  terminal: Terminal,
): Promise<{ readonly body: JsonObject; readonly attachments: readonly Attachment[] }> => {
  const text =
    file === undefined ? '{}' : new TextDecoder().decode(file === '-' ? await terminal.read() : await bytesIn(file));
  const json = parseJson(text);
  if (!json.ok) throw new Failure(`${file ?? 'The body'} is not JSON that an act may hold: ${json.error.kind}.`);
  const body = { ...objectIn(json.value, file ?? 'The body') };
  const attachments: Attachment[] = [];
  for (const given of attached) {
    const [, field = '', path = ''] = /^([A-Za-z]+)=(.+)$/u.exec(given) ?? [];
    if (field === '') throw new Misuse(`--attach must be FIELD=FILE, not “${given}”.`);
    const attachment = attach(await bytesIn(path));
    attachments.push(attachment);
    body[field] = attachment.hash;
  }
  return { body, attachments };
};

const objectIn = (json: Json, what: string): JsonObject => {
  if (isObject(json)) return json;
  throw new Failure(`${what} is not a JSON object.`);
};

const bytesIn = async (file: string): Promise<Bytes> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
};

/** The body with what follows from the keys and the node. What it says already stays. */
const filledIn = async (
  kind: ActKind,
  body: JsonObject,
  { own, others }: { readonly own: FileKey; readonly others: readonly FileKey[] },
  server: Server,
): Promise<JsonObject> => ({
  ...(kind === 'conference.found' && { host: (await server.get<{ readonly host: string }>('/api/conferences')).host }),
  ...withKey(kind, body, own, others),
});

/** The whole act, which is checked here, so that nobody signs what could never be accepted. @throws Failure */
const actFor = async (
  kind: ActKind,
  by: UnreadAct['by'],
  body: JsonObject,
  server: Server,
  slug: string,
): Promise<UnreadAct> => {
  const made: Instant = instant(Date.now());
  const conference = kind === 'conference.found' ? '' : await conferenceId(server, slug);
  const act = freshAct({ kind, conference, by, made }, body);
  const read = readAct(act);
  if (!read.ok) throw new Failure(`The field ${read.error.field} is not as it must be: ${read.error.why}.`);
  return act;
};

const conferenceId = async (server: Server, slug: string): Promise<ConferenceId> =>
  (await server.get<{ readonly id: ConferenceId }>(`/api/conferences/${slug}`)).id;

const keep = async (file: string, act: Bytes, signatures: readonly Bytes[]): Promise<void> => {
  await writeFile(file, act);
  for (const [i, blob] of signatures.entries()) await writeFile(`${file}${i === 0 ? '' : `.${i}`}.sig`, armour(blob));
};
