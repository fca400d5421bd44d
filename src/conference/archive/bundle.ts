import { type Bytes, utf8 } from '../../base/bytes.ts';
import { provenanceIn } from '../../charter/provenance.ts';
import type { State, Statement, Text } from '../../charter/state.ts';
import { markdownOfVersion } from '../../charter/version-markdown.ts';
import { type Viewer, isMember, maySee } from '../../charter/visibility.ts';
import { maySeeEntry } from '../../charter/visibility-entries.ts';
import { makeBundle } from '../../record/bundle.ts';
import type { Conference, RecordEntry } from '../types.ts';
import { signersOf } from './signers.ts';
import { bytesOfStatement, bytesOfText } from './version.ts';

/**
 * Proof bundles (see `record/bundle.ts`): of an adopted text or of a statement, with every entry about it that the viewer may
 * see, and those by which the keys came into the record that signed them.
 */

/** The bundle of text `number`, a tar archive; `null` where it is not adopted or not for the viewer to see. */
export const textBundle = async (conference: Conference, number: number, viewer: Viewer): Promise<Bytes | null> => {
  const state = conference.state();
  const text = state.texts[number - 1];
  return text?.stage === 'adopted' && maySee(state, viewer, 'adopted-text')
    ? bundle(conference, viewer, bytesOfText(text), entriesAbout(state, text, viewer))
    : null;
};

/** The bundle of statement `number`; `null` where there is none. */
export const statementBundle = async (
  conference: Conference,
  number: number,
  viewer: Viewer,
): Promise<Bytes | null> => {
  const state = conference.state();
  const statement = state.statements[number - 1];
  return statement !== undefined && maySee(state, viewer, 'statement')
    ? bundle(conference, viewer, bytesOfStatement(statement), entriesOf(statement))
    : null;
};

/** Signatures and observations; for members also how the text was put to decision and who took which position on it. */
const entriesAbout = (state: State, text: Text, viewer: Viewer): readonly number[] => {
  const signatures = [...text.signatures.values()].flatMap(({ on, referendum, withdrawn }) => [
    on,
    referendum?.confirmed,
    withdrawn?.on,
  ]);
  const observations = state.observations.filter((observation) => observation.text === text.number);
  const members = isMember(state, viewer)
    ? [text.revisions.at(-1)?.on, text.decision?.opened, ...text.positions.map(({ mark }) => mark)]
    : [];
  return [...signatures, ...observations.map(({ on }) => on), ...members].flatMap((mark) => mark?.index ?? []);
};

const entriesOf = ({ opened, signatures }: Statement): readonly number[] => [
  opened.index,
  ...[...signatures.values()].map(({ index }) => index),
];

const bundle = async (
  conference: Conference,
  viewer: Viewer,
  text: Bytes,
  about: readonly number[],
): Promise<Bytes | null> => {
  // What is asked of the state is asked now: it moves on while entries are read.
  const state = conference.state();
  const { size, host } = state;
  const checkpoint = conference.checkpoint();
  const provenance = provenanceIn(state);
  const signers = signersOf(state);
  const maySeeIt = ({ index, act }: RecordEntry): boolean => index === 0 || maySeeEntry(state, viewer, index, act);

  const entries = new Map<number, RecordEntry>();
  const wanted = [0, ...about];
  for (let index = wanted.pop(); index !== undefined; index = wanted.pop()) {
    const entry = entries.has(index) ? null : await conference.entry(index);
    if (entry === null || !maySeeIt(entry)) continue;
    entries.set(index, entry);
    for (const { fingerprint } of entry.signers)
      wanted.push(...provenance(fingerprint).marks.map((mark) => mark.index));
  }
  if (host === null || !names(entries, about)) return null;

  const ordered = [...entries.values()].sort((a, b) => a.index - b.index);
  const keys = new Set(ordered.flatMap((entry) => entry.signers.map(({ key }) => key)));
  return makeBundle({
    text,
    markdown: markdownOfVersion(text),
    entries: ordered.map(({ index, bytes }) => ({ index, bytes, proof: conference.inclusionProof(index, size) })),
    checkpoint: utf8(await checkpoint),
    hostKey: host,
    signers: signers.filter(({ key }) => keys.has(key)),
  });
};

/** A text that nobody has signed yet has nothing that names it for everyone to see, and so no proof. */
const names = (entries: ReadonlyMap<number, RecordEntry>, about: readonly number[]): boolean =>
  about.some((index) => entries.has(index));
