import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { aboutFounding, aboutStatement, aboutText } from '../../charter/proof/bases.ts';
import { finalOf } from '../../charter/final/final-of.ts';
import { NO_NOTE, noteBytes } from '../../charter/final/note.ts';
import { foundingCharterIn } from '../../charter/final/founding.ts';
import type { State } from '../../charter/state.ts';
import type { Text } from '../../charter/texts/state.ts';
import { PUBLIC, type Viewer, isMember, maySee } from '../../charter/visibility.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { readCheckpoint } from '../../record/checkpoint.ts';
import { type Adopted, type MatterNote, matterFiles } from '../../record/matter.ts';
import type { Conference, RecordEntry } from '../types.ts';
import { createAnswers, createShared } from '../work/answers.ts';
import { jobOf } from '../work/job.ts';
import { askerOf } from '../work/turns.ts';
import type { Work } from '../work/work.ts';
import type * as Jobs from './bundle-jobs.ts';
import { withBases } from './bundle-entries.ts';
import { bytesOfCharter, bytesOfStatement, bytesOfText } from './version.ts';

/**
 * Proof bundles (see `record/bundle.ts`): of an adopted text or of a statement, with every entry about it that everyone may see, or
 * every participant, and those by which the keys that signed them came in. What takes long of it is the workers'; they never have the host's key.
 */

/** For whom, as they see it. `null` where there is nothing final to prove, or nothing that they may see. */
export interface Bundles {
  /** The bundle of text `number`, a tar archive; `null` where it is not adopted, not for the viewer to see, or signed by nobody yet. */
  readonly text: (conference: Conference, number: number, viewer: Viewer) => Promise<Bytes | null>;
  /** The bundle of the charter that founded the conference, which is number 1; `null` until it did. */
  readonly charter: (conference: Conference, number: number, viewer: Viewer) => Promise<Bytes | null>;
  /** The bundle of statement `number`; `null` where there is none, or nobody has signed it yet. */
  readonly statement: (conference: Conference, number: number, viewer: Viewer) => Promise<Bytes | null>;
}

/** The most bytes of bundles that are kept. */
export const BUNDLES_ROOM = 32 * 1024 * 1024;

/** A bundle is kept until the record grows, for whoever sees the same; asked for by many at once, it is made once. */
export const createBundles = (work: Pick<Work, 'ask'>): Bundles => {
  const answers = createAnswers<Bytes>(BUNDLES_ROOM);
  const shared = createShared<Bytes | null>();

  const kept = async (
    conference: Conference,
    viewer: Viewer,
    { kind, number }: Contents['subject'],
    contents: () => Omit<Contents, 'subject'>,
  ): Promise<Bytes | null> => {
    const state = conference.state();
    const sees = isMember(state, viewer) && viewer.kind === 'organisation' ? viewer.id : '';
    const key = [conference.slug, state.size, kind, number, sees].join(' ');
    const known = answers.get(key);
    if (known !== undefined) return known;
    return shared(key, async () => {
      const made = await bundle(work, conference, viewer, { subject: { kind, number }, ...contents() });
      if (made !== null) answers.keep(key, made, made.length);
      return made;
    });
  };

  return {
    text: async (conference, number, viewer) => {
      const state = conference.state();
      const text = state.texts[number - 1];
      if (text?.stage !== 'adopted' || text.signing.length === 0 || !maySee(state, viewer, 'adopted-text')) return null;
      return kept(conference, viewer, { kind: 'text', number }, () => ({
        adopted: adoptedOf(text),
        text: bytesOfText(text),
        note: noteOf(state, text),
        about: aboutText(state, text, isMember(state, viewer) ? 'participants' : 'everyone'),
      }));
    },
    charter: async (conference, number, viewer) => {
      const state = conference.state();
      const founding = foundingCharterIn(state);
      if (number !== 1 || founding === null || founding.since === null || !maySee(state, viewer, 'charter'))
        return null;
      return kept(conference, viewer, { kind: 'charter', number }, () => ({
        adopted: null,
        text: bytesOfCharter(founding),
        note: NO_NOTE,
        about: aboutFounding(state),
      }));
    },
    statement: async (conference, number, viewer) => {
      const state = conference.state();
      const statement = state.statements[number - 1];
      if (statement === undefined || statement.signatures.size === 0 || !maySee(state, viewer, 'statement'))
        return null;
      return kept(conference, viewer, { kind: 'statement', number }, () => ({
        adopted: null,
        text: bytesOfStatement(statement),
        note: NO_NOTE,
        about: aboutStatement(statement),
      }));
    },
  };
};

const PROVE = jobOf<typeof Jobs.proven>(new URL('bundle-jobs.ts', import.meta.url), 'proven');
const PACK = jobOf<typeof Jobs.packed>(new URL('bundle-jobs.ts', import.meta.url), 'packed');

interface Contents extends Pick<MatterNote, 'subject' | 'adopted'> {
  readonly text: Bytes;
  readonly note: Bytes;
  /** The entries that say something of it. */
  readonly about: readonly number[];
}

const noteOf = (state: State, text: Text): Bytes => {
  const final = finalOf(state, text);
  return final === null ? NO_NOTE : noteBytes(final);
};

const adoptedOf = ({ decision }: Text): Adopted | null => {
  const outcome = decision?.outcome;
  if (outcome === null || outcome === undefined || outcome.result === 'not-adopted' || outcome.symbol === null)
    return null;
  return { how: outcome.result, at: outcome.at, symbol: outcome.symbol };
};

const bundle = async (
  { ask }: Pick<Work, 'ask'>,
  conference: Conference,
  viewer: Viewer,
  { subject, adopted, text, note, about }: Contents,
): Promise<Bytes | null> => {
  // What is asked of the state is asked now: it moves on while entries are read.
  const state = conference.state();
  const { size, host, conference: id } = state;
  if (host === null || id === null) return null;
  const member = isMember(state, viewer);
  const asker = askerOf(conference.slug, { viewer, member });
  const checkpoint = utf8(await conference.checkpoint());
  const signed = readCheckpoint(checkpoint);
  if (!signed.ok || signed.value.size !== size) throw new TypeError('The checkpoint is not that of the state');
  const maySeeIt = ({ index, act }: RecordEntry): boolean => maySeeEntry(state, member ? viewer : PUBLIC, index, act);
  const entries = (await withBases(conference, state, about, maySeeIt)).map(({ index, bytes }) => ({ index, bytes }));

  const audience = member ? 'participants' : 'everyone';
  const derived = await ask(PROVE, { entries, matter: { subject, audience, adopted }, text, note }, asker);
  const matter = await conference.signMatter({
    conference: id,
    subject,
    audience,
    adopted,
    size,
    root: signed.value.root,
    files: matterFiles({
      'text.json': text,
      'note.json': note,
      'text.md': derived.markdown,
      'claims.md': derived.claims,
    }),
    entries: entries.map(({ index }) => index),
  });
  if (matter === null) return null;
  const proofs = entries.map(({ index }) => concat(...conference.inclusionProof(index, size)));
  return ask(PACK, { entries, proofs, parts: { text, note, checkpoint, matter, hostKey: host }, derived }, asker);
};
