import { type Bytes, utf8 } from '../../base/bytes.ts';
import { aboutStatement, aboutText } from '../../charter/proof/bases.ts';
import { claimsOf } from '../../charter/proof/claims.ts';
import { prove } from '../../charter/proof/prove.ts';
import type { Text } from '../../charter/state.ts';
import { markdownOfVersion } from '../../charter/version-markdown.ts';
import { PUBLIC, type Viewer, isMember, maySee } from '../../charter/visibility.ts';
import { maySeeEntry } from '../../charter/visibility-entries.ts';
import { makeBundle } from '../../record/bundle.ts';
import { readCheckpoint } from '../../record/checkpoint.ts';
import { type Adopted, type Matter, matterFiles } from '../../record/matter.ts';
import type { Conference, RecordEntry } from '../types.ts';
import { withBases } from './bundle-entries.ts';
import { bytesOfStatement, bytesOfText } from './version.ts';

/**
 * Proof bundles (see `record/bundle.ts`): of an adopted text or of a statement, with every entry about it that everyone may see, or
 * every participant, and those by which the keys that signed them came in.
 */

/** The bundle of text `number`, a tar archive; `null` where it is not adopted, not for the viewer to see, or signed by nobody yet. */
export const textBundle = async (conference: Conference, number: number, viewer: Viewer): Promise<Bytes | null> => {
  const state = conference.state();
  const text = state.texts[number - 1];
  if (text?.stage !== 'adopted' || text.signing.length === 0 || !maySee(state, viewer, 'adopted-text')) return null;
  return bundle(conference, viewer, {
    subject: { kind: 'text', number },
    adopted: adoptedOf(text),
    text: bytesOfText(text),
    about: aboutText(state, text, isMember(state, viewer) ? 'participants' : 'everyone'),
  });
};

/** The bundle of statement `number`; `null` where there is none, or nobody has signed it yet. */
export const statementBundle = async (
  conference: Conference,
  number: number,
  viewer: Viewer,
): Promise<Bytes | null> => {
  const state = conference.state();
  const statement = state.statements[number - 1];
  if (statement === undefined || statement.signatures.size === 0 || !maySee(state, viewer, 'statement')) return null;
  return bundle(conference, viewer, {
    subject: { kind: 'statement', number },
    adopted: null,
    text: bytesOfStatement(statement),
    about: aboutStatement(statement),
  });
};

interface Contents extends Pick<Matter, 'subject' | 'adopted'> {
  readonly text: Bytes;
  /** The entries that say something of it. */
  readonly about: readonly number[];
}

const adoptedOf = ({ decision }: Text): Adopted | null => {
  const outcome = decision?.outcome;
  if (outcome === null || outcome === undefined || outcome.result === 'not-adopted' || outcome.symbol === null)
    return null;
  return { how: outcome.result, at: outcome.at, symbol: outcome.symbol };
};

const bundle = async (
  conference: Conference,
  viewer: Viewer,
  { subject, adopted, text, about }: Contents,
): Promise<Bytes | null> => {
  // What is asked of the state is asked now: it moves on while entries are read.
  const state = conference.state();
  const { size, host, conference: id } = state;
  if (host === null || id === null) return null;
  const member = isMember(state, viewer);
  const checkpoint = utf8(await conference.checkpoint());
  const signed = readCheckpoint(checkpoint);
  if (!signed.ok || signed.value.size !== size) throw new TypeError('The checkpoint is not that of the state');
  const maySeeIt = ({ index, act }: RecordEntry): boolean => maySeeEntry(state, member ? viewer : PUBLIC, index, act);
  const entries = await withBases(conference, state, about, maySeeIt);

  const audience = member ? 'participants' : 'everyone';
  const proven = prove(entries, { matter: { subject, audience, adopted }, text });
  if (!proven.ok) throw new TypeError(`A record that does not prove itself: ${JSON.stringify(proven.error)}`);
  const derived = { markdown: markdownOfVersion(text), claims: claimsOf(proven.value), signers: proven.value.signers };
  const matter = await conference.signMatter({
    conference: id,
    subject,
    audience,
    adopted,
    size,
    root: signed.value.root,
    files: matterFiles({ 'text.json': text, 'text.md': derived.markdown, 'claims.md': derived.claims }),
    entries: entries.map(({ index }) => index),
  });
  if (matter === null) return null;
  return makeBundle(
    {
      text,
      entries: entries.map(({ index, bytes }) => ({ index, bytes, proof: conference.inclusionProof(index, size) })),
      checkpoint,
      matter,
      hostKey: host,
    },
    derived,
  );
};
