import type { VersionHash } from '../../base/ids.ts';
import { DAY, HOUR, type Instant, after } from '../../base/time.ts';
import { type Step, all, wait } from './spec.ts';
import { acting, table } from './acts.ts';
import { ROOM_RULES, agreed, arrive, convene, inMeeting, item, sitting, slate } from './meetings.ts';
import { fakeHash } from './world.ts';
import type { InPrinciple } from '../group/mandate-state.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';
import { present } from '../texts/texts.ts';

/** Texts taken in principle, by named organisations, with everything that a test does not speak of as it should be. */

/** Puts it to the room of the assembly that text 1 is taken in principle, for 90 days and until the group's 2nd meeting. */
export const askPrinciple = (by: string, fields: Readonly<Record<string, unknown>> = {}, meeting = 1): Step =>
  acting('call.open', by, ({ state, now }) => ({
    meeting,
    question: { kind: 'principle', text: 1, ...inPrincipleAt(state, now), ...fields },
  }));

/** What {@link askPrinciple} asks, as a proposal under silence has it too. */
export const inPrincipleAt = (
  { texts }: State,
  now: Instant,
  to: 'group' | readonly string[] = 'group',
): InPrinciple => ({
  version: versionOf(texts[0]),
  to: to as InPrinciple['to'],
  until: after(now, 90 * DAY),
  latest: { of: 'group', nth: 2 },
});

const versionOf = (text: Text | undefined): VersionHash =>
  text === undefined ? (fakeHash('none') as string as VersionHash) : present(text).hash;

/** An assembly that is at an item about a text of the first, and has elected the first three as its group. */
export const atText = (names: readonly string[], rules = ROOM_RULES): Step =>
  all(
    sitting(names, rules, table(names[0] ?? '')),
    agreed(names[0] ?? '', slate(names.slice(0, 3), names.slice(3, 5))),
  );

/** It has taken the text in principle, and ended. */
export const inPrinciple = (
  names: readonly string[],
  { rules = ROOM_RULES, ...fields }: Readonly<Record<string, unknown>> & { readonly rules?: typeof ROOM_RULES } = {},
): Step =>
  all(
    atText(names, rules),
    askPrinciple(names[0] ?? '', fields),
    wait(HOUR / 6),
    (world) => world.send({ kind: 'call.close', by: names[0] ?? '', body: { meeting: 1, call: 3 } }),
    inMeeting('sitting.close', names[0] ?? '', { resumes: null }),
  );

/** The group sits, convened by the first of these in time, with the text on its provisional agenda; who comes. */
export const groupSits = (coming: readonly string[], meeting = 2): Step => {
  const [first = ''] = coming;
  return all(
    convene(first, { kind: 'group', in: 8 * DAY }),
    item(first, 'The text', [1], meeting),
    wait(8 * DAY),
    inMeeting('sitting.open', first, {}, meeting),
    ...coming.slice(1).map((name) => arrive(name, meeting)),
  );
};

/** Puts text 1 to decision in a room. */
export const decideIn = (by: string, meeting: number, ms = HOUR): Step =>
  acting('decision.open', by, ({ state, now }) => ({
    text: 1,
    version: versionOf(state.texts[0]),
    deadline: after(now, ms),
    meeting,
  }));
