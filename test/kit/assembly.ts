import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE, after } from '../../src/base/time.ts';
import type { Meeting } from '../../src/charter/meetings/state.ts';
import type { SampleScene } from './sample.ts';

/** Meetings of the sample's organisations, each by its first delegate: from the convocation to the end, while the clock runs. */

export const createAssemblies = (scene: SampleScene) => {
  const pass = (ms: number): void => scene.clock.set(after(scene.clock.now(), ms));
  const meeting = (number: number): Meeting => scene.conference.state().meetings[number - 1] ?? assert.fail();
  const by = (organisation: string) => [organisation, 1] as const;

  /** Convenes a meeting a little more than the notice that the rules ask for ahead, and names these as its delegations. */
  const convene = async (
    names: readonly [string, ...string[]],
    kind: 'assembly' | 'group' = 'assembly',
    items: readonly string[] = ['The rivers'],
  ): Promise<number> => {
    const starts = after(scene.clock.now(), 31 * DAY);
    const notice = {
      starts,
      ends: after(starts, 8 * HOUR),
      zone: 'Europe/Skopje',
      place: 'Охрид, the school by the lake',
      link: null,
      languages: ['en'],
      words: null,
      public: false,
    };
    await scene.act(by(names[0]), 'meeting.convene', { kind, notice });
    const { number } = scene.conference.state().meetings.at(-1) ?? assert.fail();
    // Before a group is elected one alone convenes nothing.
    const [, other] = names;
    if (meeting(number).stage === 'called' && other !== undefined)
      await scene.act(by(other), 'meeting.second', { meeting: number });
    for (const title of items)
      await scene.act(by(names[0]), 'agenda.propose', { meeting: number, title, words: null, texts: [], files: [] });
    for (const name of names) await scene.act(by(name), 'meeting.credentials', { meeting: number, delegates: [1] });
    return number;
  };

  /** Opens its sitting at its time, with everyone in the room. */
  const open = async (number: number, names: readonly [string, ...string[]]): Promise<void> => {
    const starts = meeting(number).notices.at(-1)?.starts ?? assert.fail();
    if (scene.clock.now() < starts) scene.clock.set(starts);
    await scene.act(by(names[0]), 'sitting.open', { meeting: number });
    for (const name of names.slice(1)) await scene.act(by(name), 'sitting.arrive', { meeting: number, present: true });
  };

  /** Puts a question to the room; what the others answer; and closes it. */
  const ask = async (
    number: number,
    chair: string,
    question: Parameters<typeof scene.act<'call.open'>>[2]['question'],
    answers: readonly (readonly [name: string, stand: 'agree' | 'stand-aside' | 'object', reason?: string])[] = [],
  ): Promise<void> => {
    await scene.act(by(chair), 'call.open', { meeting: number, question });
    const call = meeting(number).calls.length;
    for (const [name, stand, reason = null] of answers)
      await scene.act(by(name), 'call.answer', { meeting: number, call, stand, reason });
    pass(5 * MINUTE);
    await scene.act(by(chair), 'call.close', { meeting: number, call });
  };

  return {
    pass,
    meeting,
    convene,
    open,
    ask,
    /** Lets this delegation speak, as the next on the list. */
    speak: async (number: number, chair: string, name: string): Promise<void> => {
      await scene.act(by(name), 'speech.request', { meeting: number, kind: 'speech' });
      pass(MINUTE);
      await scene.act(by(chair), 'speech.call', { meeting: number, speech: meeting(number).speeches.length });
      pass(3 * MINUTE);
    },
    close: (number: number, chair: string): Promise<void> =>
      scene.act(by(chair), 'sitting.close', { meeting: number, resumes: null }),
    /** An assembly from the convocation to its end that elects this slate and gives a mandate for so many days. */
    elect: async (
      names: readonly [string, ...string[]],
      slate: { readonly members: readonly string[]; readonly substitutes: readonly string[] },
      mandate: { readonly task: string; readonly days: number } | null = null,
    ): Promise<number> => {
      const number = await convene(names);
      await open(number, names);
      await ask(number, names[0], { kind: 'agenda', items: [1] });
      await ask(number, names[0], {
        kind: 'election',
        members: [...slate.members],
        substitutes: [...slate.substitutes],
      });
      if (mandate !== null) {
        const until = after(scene.clock.now(), mandate.days * DAY);
        await ask(number, names[0], { kind: 'mandate', task: mandate.task, until });
      }
      await scene.act(by(names[0]), 'sitting.close', { meeting: number, resumes: null });
      return number;
    },
  };
};
