import { printedAs, printedBy } from './printed.ts';
import assert from 'node:assert/strict';
import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import type { ClauseId, ConferenceId, Country, Language, OrganisationId, PublicKey, Slug } from '../../src/base/ids.ts';
import { canonicalBytes } from '../../src/base/json.ts';
import type { Result } from '../../src/base/result.ts';
import type { Instant } from '../../src/base/time.ts';
import type { ActKind, BodyOf } from '../../src/charter/acts.ts';
import { type Charter, charterHash } from '../../src/charter/law/charter.ts';
import { REGIONAL_RULES } from '../../src/charter/law/rules.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import type { Conference, Host, Receipt, Rejection } from '../../src/conference/types.ts';
import { type UnreadAct, newNonce } from '../../src/record/act.ts';
import { writeEnvelope } from '../../src/record/envelope.ts';
import type { Attachment } from '../../src/base/act.ts';

/** A conference of a few organisations, each with one delegate, founded through the one door; and hands to act in it. */

/** An Ed25519 key that signs acts at once. */
export interface Pen {
  readonly publicKey: PublicKey;
  readonly signAct: (actBytes: Bytes) => Bytes;
}

export const newPen = (): Pen => generateHostKey();

export interface Speaker {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly pen: Pen;
}

export const newSpeaker = (organisation: string, delegate = 1): Speaker => ({
  organisation: organisation as OrganisationId,
  delegate,
  pen: newPen(),
});

export const CHARTER: Charter = {
  title: 'Charter of the Conference on Rivers',
  name: 'Conference on Rivers',
  abbreviation: 'RIV',
  region: [],
  seat: 'Ohrid',
  languages: ['en' as Language],
  principles: [{ id: 'rivers' as ClauseId, kind: 'operative', words: 'Rivers join those who live on them.' }],
  rules: REGIONAL_RULES,
};

export interface Written {
  readonly act: UnreadAct;
  /** The envelope, as the door takes it. */
  readonly envelope: Bytes;
}

/** An act by a speaker, signed with its pen and after it with `alsoBy`. */
export const write = <K extends ActKind>(
  speaker: Speaker,
  { conference, made }: { readonly conference: ConferenceId | ''; readonly made: Instant },
  kind: K,
  body: BodyOf<K>,
  {
    pens = [speaker.pen],
    attachments = [],
  }: { readonly pens?: readonly Pen[]; readonly attachments?: readonly Attachment[] } = {},
): Written => {
  const by = { organisation: speaker.organisation, delegate: speaker.delegate };
  const act = { v: 1, kind, conference, by, made, nonce: newNonce(), body } as unknown as UnreadAct;
  const bytes = canonicalBytes(act);
  const signatures = pens.map((pen) => pen.signAct(bytes));
  return { act, envelope: utf8(writeEnvelope({ act, signatures, attachments })) };
};

export interface SmallConference {
  readonly conference: Conference;
  readonly id: ConferenceId;
  readonly speakers: readonly Speaker[];
  /** Writes, signs and submits; `links` are the invitations that the act brings in. */
  readonly submit: <K extends ActKind>(
    speaker: Speaker,
    kind: K,
    body: BodyOf<K>,
    links?: readonly Pen[],
  ) => Promise<Result<Receipt, Rejection>>;
}

/** What was accepted, or a failed test that says why not. */
export const accepted = <T>(result: Result<T, unknown>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
  return result.value;
};

const SLUG = 'rivers' as Slug;

/** A conference whose charter has yet to be signed. */
export interface BegunConference extends SmallConference {
  /** The invitations of all founders but the first. */
  readonly links: ReadonlyMap<Speaker, Pen>;
}

interface Chosen {
  readonly slug?: string;
  readonly charter?: Charter;
}

/** The first of `names` founds a conference in `host`. */
export const beginConference = async (
  host: Host,
  now: () => Instant,
  names: readonly string[],
  { slug = SLUG, charter = CHARTER }: Chosen = {},
): Promise<BegunConference> => {
  const speakers = names.map((name) => newSpeaker(name));
  const [first, ...others] = speakers;
  if (first === undefined) throw new TypeError('A conference needs organisations');
  const links = new Map(others.map((speaker) => [speaker, newPen()]));
  const founders = speakers.map((speaker) => ({
    id: speaker.organisation,
    printed: printedAs(speaker.organisation),
    country: 'MK' as Country,
    about: null,
    website: null,
    invitation: links.get(speaker)?.publicKey ?? null,
  }));
  const own = { delegate: null, meeting: null, key: first.pen.publicKey, use: 'ssh' } as const;
  const body = { charter, host: host.publicKey, founders, ...own };
  const pens = [first.pen, ...links.values()];
  const { envelope } = write(first, { conference: '', made: now() }, 'conference.found', body, { pens });
  accepted(await host.found(slug as Slug, envelope));
  const conference = host.conference(slug as Slug);
  const id = conference?.state().conference ?? null;
  if (conference === null || id === null) throw new TypeError('The conference was not founded');
  const submit: SmallConference['submit'] = (speaker, kind, body, links = []) => {
    const pens = [speaker.pen, ...links];
    return conference.submit(write(speaker, { conference: id, made: now() }, kind, body, { pens }).envelope);
  };
  return { conference, id, speakers, submit, links };
};

/** A founder comes in by its invitation. */
export const enterBy = ({ submit, links }: BegunConference, speaker: Speaker): Promise<Result<Receipt, Rejection>> => {
  const body = { delegate: 1, key: speaker.pen.publicKey, use: 'ssh', name: null } as const;
  return submit({ ...speaker, pen: links.get(speaker) ?? speaker.pen }, 'key.enrol', body, [speaker.pen]);
};

/** Founds a conference of `names` in `host`: the first one founds it, the others enter by their invitations, all sign. */
export const smallConference = async (
  host: Host,
  now: () => Instant,
  names: readonly string[] = ['alfa', 'beta', 'gama'],
  chosen: Chosen = {},
): Promise<SmallConference> => {
  const begun = await beginConference(host, now, names, chosen);
  for (const speaker of begun.links.keys()) accepted(await enterBy(begun, speaker));
  const charter = charterHash(chosen.charter ?? CHARTER);
  for (const speaker of begun.speakers) {
    const printed = printedBy(begun.conference, speaker.organisation);
    accepted(await begun.submit(speaker, 'charter.sign', { charter, printed }));
  }
  return begun;
};

/** A text to be tabled, of so many clauses. */
export const someText = (clauses = 3): BodyOf<'text.table'> => ({
  kind: 'resolution',
  title: 'On the river',
  clauses: Array.from({ length: clauses }, (_, i) => ({
    id: `c${i + 1}` as ClauseId,
    kind: 'operative' as const,
    words: `The river shall be clean in its ${i + 1}. reach.`,
  })),
  charter: null,
  language: null,
});
