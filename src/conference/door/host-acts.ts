import type { OrganisationId } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import type { Instant } from '../../base/time.ts';
import type { ActKind, BodyOf } from '../../charter/acts.ts';
import { knownAct } from '../../charter/read.ts';
import type { State } from '../../charter/state.ts';
import { freshAct } from '../../record/act.ts';
import type { Candidate } from './appender.ts';
import { signerOf } from './signer.ts';
import type { HostKey } from '../host-key.ts';
import type { Attachment } from '../../base/act.ts';
import { actHashOf } from '../primitives.ts';

/** What the host says on the record, in its own name and with its own key. */

type HostKind = Extract<ActKind, `host.${string}`>;

/** An act of the host's, signed. `conference` is known once a record has begun. */
export const hostAct = <K extends HostKind>(
  hostKey: HostKey,
  { conference }: State,
  kind: K,
  body: BodyOf<K>,
  made: Instant,
  attachments: readonly Attachment[] = [],
): Candidate => {
  if (conference === null) throw new TypeError('The host has nothing to say before there is a record');
  const by = { organisation: '' as OrganisationId, delegate: 0 };
  const act = freshAct({ kind, conference, by, made }, body);
  const actBytes = canonicalBytes(act);
  const signature = hostKey.signAct(actBytes);
  return {
    act: knownAct(act),
    actBytes,
    hash: actHashOf(actBytes),
    signers: [signerOf(signature)],
    signatures: [signature],
    attachments,
  };
};

/** The observations among `numbers` that the record does not yet say were shown to this organisation. */
export const notYetShown = (
  state: State,
  organisation: OrganisationId,
  numbers: readonly number[],
): readonly number[] =>
  [...new Set(numbers)].filter((number) => {
    const circulation = state.observations[number - 1]?.circulation;
    return circulation?.some((recipient) => recipient.organisation === organisation && recipient.shown === null);
  });

/** The circulations among `numbers` that went to this organisation and that the record does not yet say were shown to it. */
export const notYetOpened = (
  state: State,
  organisation: OrganisationId,
  numbers: readonly number[],
): readonly number[] =>
  [...new Set(numbers)].filter(
    (number) => state.circulations[number - 1]?.recipients.get(organisation)?.opened === null,
  );
