import type { ReceivedAct } from '../act.ts';
import { provenanceIn } from '../sight/provenance.ts';
import type { Statement } from '../decisions/statement-state.ts';
import { foundersOf } from '../final/founding.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';

/** Which entries of a record make up a proof, asked of the state that the whole record leads to. `prove` asks the entries themselves. */

/** Those that say something of an adopted text in its final version; for participants also how it was put to decision, and every answer. */
export const aboutText = (state: State, text: Text, audience: 'everyone' | 'participants'): readonly number[] => {
  const { opened, version } = text.decision ?? {};
  const observations = state.observations.filter(
    (observation) => observation.text === text.number && observation.version === version,
  );
  const answers = text.positions.filter(({ on, mark }) => on.kind === 'whole' && mark.index > (opened?.index ?? 0));
  const inside = [text.revisions.at(-1)?.on, opened, ...answers.map(({ mark }) => mark)];
  const marks = [...text.signing, ...observations.map(({ on }) => on), ...(audience === 'participants' ? inside : [])];
  return marks.flatMap((mark) => mark?.index ?? []);
};

/** Those that say something of the founding charter: who signed it. */
export const aboutFounding = (state: State): readonly number[] => foundersOf(state).map(({ on }) => on.index);

/** Those that say something of a statement: how it was opened, who signed, who withdrew that, and who invited those from outside that signed. */
export const aboutStatement = ({ opened, invited, signatures }: Statement): readonly number[] => {
  const signed = [...signatures].flatMap(([id, { on, withdrawn }]) => [invited.get(id)?.on, on, withdrawn?.on]);
  return [opened, ...signed].flatMap((mark) => mark?.index ?? []);
};

/**
 * By which entries the maker of an act could make it: those by which its key, its delegate and its organisation came in. Answered from the state as it
 * is now.
 */
export const basesIn = (state: State): ((entry: Pick<ReceivedAct, 'act' | 'signers'>) => readonly number[]) => {
  const provenance = provenanceIn(state);
  return ({ act, signers }) => {
    const [maker] = signers;
    // Whoever founds stands in the founding act itself.
    if (act.kind === 'conference.found' || maker === undefined) return [];
    return provenance(maker.fingerprint).marks.map(({ index }) => index);
  };
};
