import { DAY, HOUR, after } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import type { Meeting } from '../meetings/state.ts';
import { deciding } from '../members/presence.ts';
import { principleIn } from './move-negotiation.test.ts';
import { pick } from './move-cast.test.ts';
import type { Made, Scene } from './move-scene.test.ts';
import { clauses } from './acts.ts';
import { keeper } from './means.ts';
import { noticeIn } from './meetings.ts';
import { fakeHash } from './world.ts';
import { speakers } from '../meetings/speeches.ts';

/** Makes acts of meetings, of the group and of the post out of random moves. */

/** A meeting that the act may be about, mostly the last, and who runs it. */
const meetingOf = ({ world, someone, move: { what, apt } }: Scene) => {
  const { meetings } = world.state;
  const found: Meeting | undefined = apt ? meetings.at(-1) : pick(meetings, what);
  const chair = apt ? (found?.chair?.organisation ?? someone) : someone;
  return { meeting: found?.number ?? 1, found, chair };
};

const inRoom = (
  scene: Scene,
): { readonly by: string; readonly meeting: number; readonly found: Meeting | undefined } => {
  const { meeting, found } = meetingOf(scene);
  const here = [...(found?.present ?? [])].flatMap(([id, { left }]) => (left === null ? [id as string] : []));
  return { by: (scene.move.apt ? pick(here, scene.move.who) : undefined) ?? scene.someone, meeting, found };
};

const question = (scene: Scene, found: Meeting | undefined) => {
  const { names, other, world, move } = scene;
  const start = move.what % names.length;
  const turned = [...names.slice(start), ...names.slice(0, start)];
  const there = turned.filter((name) =>
    [...world.state.organisations.values()].some(({ id, standing }) => id === name && standing.kind === 'participant'),
  );
  const items = (found?.items ?? []).filter(({ withdrawn }) => withdrawn === null).map(({ number }) => number);
  const all = [
    { kind: 'agenda', items: items.length === 0 ? [1] : items },
    {
      kind: 'election',
      members: there.slice(0, world.state.charter?.charter.rules.coordinatingGroup.members),
      substitutes: [],
    },
    { ...principleIn({ ...scene, how: move.how }), text: 1 },
    { kind: 'mandate', task: 'Finish.', until: after(world.now, 30 * DAY) },
    keeper(move.how % 2 === 0 ? null : other),
    { kind: 'words', words: 'We go on.', under: found?.kind === 'group' ? '9.4' : null },
    { kind: 'chair', organisation: other, delegate: 1 },
  ];
  return found?.agenda === null && move.apt ? all[0] : pick(all, move.how);
};

const callOf = (found: Meeting | undefined): number => Math.max(1, found?.calls.length ?? 1);

const latestOf = (scene: Scene) => {
  const { meeting, found } = meetingOf(scene);
  const version = found?.summary?.versions.at(-1)?.number ?? 1;
  return { meeting, found, version };
};

const circulationOf = ({ world, someone, move: { what } }: Scene) => {
  const mine = world.state.circulations.filter(({ recipients }) => [...recipients.keys()].some((id) => id === someone));
  return pick(mine, what)?.number ?? 1;
};

/** Something beside the record: that of somebody, or nothing that is there. */
const keptIn = ({ world, move: { what } }: Scene) =>
  pick([...world.state.attachments], what) ?? ([fakeHash('nothing'), undefined] as const);

export const MEETING_ACTS = {
  'decision.close': (scene) => {
    const { chair } = meetingOf(scene);
    return { by: chair, body: { text: scene.number } };
  },
  'meeting.convene': ({ world, move: { how } }) => ({
    body: {
      kind: how % 3 === 0 ? 'group' : 'assembly',
      notice: noticeIn(world.now, {
        starts: world.now + (how % 60) * DAY,
        ends: world.now + (how % 60) * DAY + HOUR,
        public: how % 2 === 0,
      }),
    },
  }),
  'meeting.second': (scene) => ({ body: { meeting: meetingOf(scene).meeting } }),
  'meeting.change': (scene) => {
    const { meeting, found } = meetingOf(scene);
    return {
      by: found?.by ?? scene.someone,
      body: { meeting, notice: noticeIn(scene.world.now, { place: 'Elsewhere' }) },
    };
  },
  'meeting.cancel': (scene) => {
    const { meeting, found } = meetingOf(scene);
    return { by: found?.by ?? scene.someone, body: { meeting, reason: 'Snow.' } };
  },
  'meeting.reply': (scene) => ({
    body: { meeting: meetingOf(scene).meeting, reply: scene.move.how % 2 === 0 ? 'coming' : 'online' },
  }),
  'meeting.credentials': (scene) => ({
    body: { meeting: meetingOf(scene).meeting, delegates: scene.move.apt ? [1] : [1, 2] },
  }),
  'meeting.guest': (scene) => ({
    body: { meeting: meetingOf(scene).meeting, name: fakeHash(scene.label), capacity: 'guest', from: null },
  }),
  'agenda.propose': (scene) => ({
    body: {
      meeting: meetingOf(scene).meeting,
      title: `Item ${scene.move.how}`,
      words: null,
      texts: scene.text === undefined ? [] : [scene.number],
      files: [],
    },
  }),
  'agenda.withdraw': (scene) => {
    const { meeting, found } = meetingOf(scene);
    const item = pick(found?.items ?? [], scene.move.how);
    return { by: item?.by ?? scene.someone, body: { meeting, item: item?.number ?? 1 } };
  },
  'sitting.open': (scene) => ({ body: { meeting: meetingOf(scene).meeting } }),
  'sitting.arrive': (scene) => ({ body: { meeting: meetingOf(scene).meeting, present: scene.move.how % 5 > 0 } }),
  'sitting.chair': (scene) => {
    const { meeting, chair } = meetingOf(scene);
    return { by: chair, body: { meeting, organisation: scene.other, delegate: 1 } };
  },
  'sitting.item': (scene) => {
    const { meeting, chair, found } = meetingOf(scene);
    return { by: chair, body: { meeting, item: pick(found?.agenda?.items ?? [], scene.move.how) ?? null } };
  },
  'sitting.close': (scene) => {
    const { meeting, chair } = meetingOf(scene);
    return { by: chair, body: { meeting, resumes: scene.move.how % 2 === 0 ? null : after(scene.world.now, HOUR) } };
  },
  'speech.request': (scene) => {
    const { by, meeting } = inRoom(scene);
    return { by, body: { meeting, kind: scene.move.how % 4 === 0 ? 'point-of-order' : 'speech' } };
  },
  'speech.end': (scene) => {
    const { meeting, found } = meetingOf(scene);
    const speech = found?.speeches.findLast(({ ended }) => ended === null);
    return { by: speech?.by ?? scene.someone, body: { meeting, speech: speech?.number ?? 1 } };
  },
  'speech.call': (scene) => {
    const { meeting, chair, found } = meetingOf(scene);
    const next = found === undefined ? undefined : speakers(found)[0];
    return { by: chair, body: { meeting, speech: next?.number ?? null } };
  },
  'card.show': (scene) => {
    const { by, meeting } = inRoom(scene);
    return { by, body: { meeting, card: pick(['warm', 'cool', 'move-on', null] as const, scene.move.how) ?? null } };
  },
  'call.open': (scene) => {
    const { meeting, chair, found } = meetingOf(scene);
    return { by: chair, body: { meeting, question: question(scene, found) } };
  },
  'call.answer': (scene) => {
    const { meeting, found } = meetingOf(scene);
    const may = found === undefined ? [] : deciding(scene.world.state, found);
    const by = (scene.move.apt ? pick(may, scene.move.who) : undefined) ?? scene.someone;
    const stand = scene.move.how % 7 === 0 ? 'object' : 'agree';
    return { by, body: { meeting, call: callOf(found), stand, reason: stand === 'object' ? 'No.' : null } };
  },
  'call.close': (scene) => {
    const { meeting, chair, found } = meetingOf(scene);
    return { by: chair, body: { meeting, call: callOf(found) } };
  },
  'summary.circulate': (scene) => ({
    body: {
      meeting: meetingOf(scene).meeting,
      language: 'en',
      clauses: clauses('We met.', `We said ${scene.move.how}.`),
    },
  }),
  'summary.correct': (scene) => {
    const { meeting, version } = latestOf(scene);
    return { body: { meeting, version, clause: 'c2', words: 'We did not.', reason: 'So.' } };
  },
  'summary.withdraw-correction': (scene) => {
    const { meeting, found } = meetingOf(scene);
    const open = found?.summary?.corrections.find(({ fate }) => fate.kind === 'open');
    return { by: open?.by ?? scene.someone, body: { meeting, correction: open?.number ?? 1 } };
  },
  'group.resign': (scene) => {
    const { group } = scene.world.state;
    return { by: pick(group?.members ?? [], scene.move.how) ?? scene.someone, body: { reason: null } };
  },
  'help.ask': (scene) => ({ body: { what: 'technical', words: `Help ${scene.move.how}.`, until: null } }),
  'help.offer': ({ world, move: { how } }) => ({
    body: { help: 1 + (how % Math.max(1, world.state.help.length)), words: 'We can.' },
  }),
  'help.close': ({ world, move: { how } }) => ({
    body: { help: 1 + (how % Math.max(1, world.state.help.length)), words: null },
  }),
  'letter.send': (scene) => ({
    body: {
      kind: pick(['circular', 'letter', 'in', 'out'] as const, scene.move.how) ?? 'letter',
      subject: 'A letter',
      language: 'en',
      answers: null,
      words: fakeHash(scene.label),
      files: [],
      correspondent: scene.move.how % 4 > 1 ? 'A ministry' : null,
      list: pick([{ kind: 'participants' }, { kind: 'group' }], scene.move.what) ?? null,
    },
  }),
  'attachment.erase': (scene) => {
    const [hash, kept] = keptIn(scene);
    const by = scene.move.apt ? kept?.by : undefined;
    return { by: by ?? scene.someone, body: { attachment: hash, reason: 'They asked us to.' } };
  },
  'post.acknowledge': (scene) => ({ body: { circulation: circulationOf(scene) } }),
  'post.otherwise': (scene) => ({
    body: { circulation: circulationOf(scene), organisation: scene.someone, how: 'by hand' },
  }),
  'host.delivered': (scene) => ({
    body: {
      circulation: circulationOf(scene),
      outcomes: [
        {
          organisation: scene.someone,
          result: scene.move.apt ? 'handed-over' : 'bounced',
          code: scene.move.apt ? 250 : 550,
        },
      ],
    },
  }),
  'host.erased': (scene) => ({ body: { attachment: keptIn(scene)[0], reason: 'A court has ordered it.' } }),
  'host.opened': (scene) => ({ body: { organisation: scene.someone, circulations: [circulationOf(scene)] } }),
  'host.received': (scene) => ({
    body: {
      organisation: scene.other,
      delegate: 1,
      proven: scene.move.apt,
      subject: 'Re',
      language: 'en',
      answers: null,
      words: fakeHash(scene.label),
      files: [],
    },
  }),
  'host.replied': (scene) => ({
    body: {
      meeting: meetingOf(scene).meeting,
      organisation: scene.other,
      delegate: 1,
      proven: scene.move.apt,
      reply: 'perhaps',
    },
  }),
} as const satisfies Readonly<Partial<Record<ActKind, (scene: Scene) => Made>>>;
