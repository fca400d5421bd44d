import { type Bytes, base64, base64url, concat, utf8 } from '../../base/bytes.ts';
import type { ActHash, AttachmentHash, ClauseId, ConferenceId, OrganisationId, PublicKey } from '../../base/ids.ts';
import { type Json, canonicalBytes } from '../../base/json.ts';
import { fingerprint } from '../../base/keys.ts';
import { sha256 } from '../../base/sha256.ts';
import { type Instant, instant } from '../../base/time.ts';
import type { ReceivedAct, Signer } from '../act.ts';
import { type ActKind, type AnyAct, isOfHost } from '../acts.ts';
import { apply } from '../apply.ts';
import { isDue } from '../law/deadlines.ts';
import { judge } from '../judge.ts';
import { isByNewKey, newKeysOf } from '../brought/keys.ts';
import { readAct } from '../read.ts';
import type { Refusal } from '../law/refusal.ts';
import type { KeyKind } from '../members/organisation-state.ts';
import { emptyState, type State } from '../state.ts';

/**
 * A conference for tests: it takes acts as the host does (read, tick where one is owed, judge, apply), with signers given
 * and no cryptography. Its keys are well formed and nobody holds them.
 */

/** 2026-01-01T00:00:00Z. */
export const START = instant(1_767_225_600_000);

const KEY_TYPE = {
  passkey: 'sk-ecdsa-sha2-nistp256@openssh.com',
  ssh: 'ssh-ed25519',
  device: 'ssh-ed25519',
} as const satisfies Record<KeyKind, string>;

const wire = (part: Uint8Array): Bytes => concat(new Uint8Array([0, 0, part.length >> 8, part.length & 255]), part);

/** A public key that follows from its label. */
export const fakeKey = (label: string, use: KeyKind = 'ssh'): PublicKey =>
  `${KEY_TYPE[use]} ${base64(concat(wire(utf8(KEY_TYPE[use])), wire(sha256(utf8(label)))))}` as PublicKey;

/** As if the key had signed: a passkey through WebAuthn. */
export const signer = (key: PublicKey): Signer => ({
  key,
  fingerprint: fingerprint(key),
  webauthn: key.startsWith(KEY_TYPE.passkey),
});

export const fakeHash = (label: string): AttachmentHash => base64url(sha256(utf8(label))) as AttachmentHash;

export const HOST = fakeKey('host');

/** An act to be made. What is left out is as it should be. */
export interface Attempt {
  readonly kind: ActKind;
  readonly by: string;
  readonly delegate?: number;
  readonly body: unknown;
  readonly signers?: readonly Signer[];
  readonly conference?: string;
  readonly made?: Instant;
  readonly nonce?: string;
}

export interface World {
  readonly state: State;
  readonly now: Instant;
  /** Every entry that was let in, in order. */
  readonly entries: readonly ReceivedAct<AnyAct>[];
  /** The entry that an attempt would be, whether allowed or not. */
  readonly entryOf: (attempt: Attempt) => ReceivedAct<AnyAct>;
  /** `null`: it was let in. */
  readonly send: (attempt: Attempt) => Refusal | null;
  /** Lets time pass; what falls due meanwhile is ticked at its own moment, unless the host is idle. */
  readonly wait: (ms: number, ticking?: boolean) => void;
}

export const createWorld = (): World => {
  const state = emptyState();
  const entries: ReceivedAct<AnyAct>[] = [];
  let now = START;
  let nonces = 0;

  const entryOf = (attempt: Attempt): ReceivedAct<AnyAct> => {
    const { kind, by, delegate = isOfHost(kind) ? 0 : 1, body } = attempt;
    nonces += 1;
    const nonce = attempt.nonce ?? base64url(sha256(utf8(`${nonces}`)).subarray(0, 16));
    const conference = attempt.conference ?? (kind === 'conference.found' ? '' : (state.conference ?? ''));
    const head = { v: 1, kind, conference: conference as ConferenceId, made: attempt.made ?? now, nonce };
    const json = { ...head, by: { organisation: by as OrganisationId, delegate }, body: body as Json };
    const act = readAct(json);
    if (!act.ok) throw new TypeError(`${kind}: ${act.error.field} ${act.error.why}`);
    const hash = base64url(sha256(canonicalBytes(json))) as ActHash;
    return { act: act.value, hash, signers: attempt.signers ?? signersOf(state, act.value), time: now };
  };

  const take = (entry: ReceivedAct<AnyAct>): Refusal | null => {
    const refusal = judge(state, entry);
    if (refusal !== null) return refusal;
    apply(state, entry);
    entries.push(entry);
    return null;
  };

  const tick = (): void => {
    const refusal = take(entryOf({ kind: 'host.tick', by: '', body: {} }));
    if (refusal !== null) throw new TypeError(`A tick was refused: ${refusal.kind}`);
  };

  return {
    state,
    get now() {
      return now;
    },
    entries,
    entryOf,
    send: (attempt) => {
      if (attempt.kind !== 'host.tick' && isDue(state, now)) tick();
      return take(entryOf(attempt));
    },
    wait: (ms, ticking = true) => {
      const end = instant(now + ms);
      const ticks = () => ticking && isDue(state, end);
      while (ticks()) {
        now = instant(Math.max(now, state.deadlines[0]?.at ?? now));
        tick();
      }
      now = end;
    },
  };
};

/** Those who must sign an act: the delegate with a key in force, and the keys that the act brings. */
export const signersOf = (state: State, act: AnyAct): readonly Signer[] => {
  if (isOfHost(act.kind)) return [signer(state.host ?? HOST)];
  const own = [...state.keys.values()]
    .filter((key) => key.organisation === act.by.organisation && key.delegate === act.by.delegate && key.until === null)
    .toSorted((a, b) => Number(a.use === 'invitation') - Number(b.use === 'invitation'))[0];
  const maker = signer(own?.key ?? fakeKey(`nobody ${act.by.organisation} ${act.by.delegate}`));
  return [...(isByNewKey(act.kind) ? [] : [maker]), ...newKeysOf(act).map(({ key }) => signer(key))];
};

export const asClauseId = (id: string): ClauseId => id as ClauseId;
