import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import { DAY, HOUR, MINUTE, after } from '../src/base/time.ts';
import type { ActKind, BodyOf } from '../src/charter/acts.ts';
import { attach } from '../src/record/envelope.ts';
import type { Attachment } from '../src/base/act.ts';
import { type ApiScene, ONE, createApiScene } from './kit/api.ts';
import { type Speaker, accepted, someText, write } from './kit/small-conference.ts';

/** Reading meetings, the group and the post through the API, after an assembly from its convocation to its summary record. */

const STARTS = 40 * DAY;
let scene: ApiScene;
let [alfa, beta, gama]: readonly Speaker[] = [];

const act = async <K extends ActKind>(
  by: Speaker | undefined,
  kind: K,
  body: BodyOf<K> | object,
  attachments: readonly Attachment[] = [],
): Promise<void> => {
  assert.ok(by !== undefined);
  const head = { conference: scene.small.id, made: scene.clock.now() };
  const { envelope } = write(by, head, kind, body as BodyOf<K>, { attachments });
  accepted(await scene.small.conference.submit(envelope));
};

before(async () => {
  scene = await createApiScene();
  const { clock } = scene;
  [alfa, beta, gama] = [0, 1, 2].map(scene.speaker);
  const [guest, file, words] = ['Ana', 'A list.', 'Dear all,'].map((text) => attach(utf8(text)));
  assert.ok(guest !== undefined && file !== undefined && words !== undefined);
  const files = [{ name: 'list.txt', type: 'text/plain', hash: file.hash }];
  const starts = after(clock.now(), STARTS);
  const notice = {
    starts,
    ends: after(starts, 8 * HOUR),
    zone: 'Europe/Skopje',
    place: 'Ohrid',
    link: 'https://meet.example/room',
    languages: ['en'],
    words: 'Bring boots.',
    public: true,
  };
  const meeting = 1;
  await act(alfa, 'meeting.convene', { kind: 'assembly', notice });
  await act(beta, 'meeting.second', { meeting });
  for (const by of [alfa, beta]) await act(by, 'meeting.change', { meeting, notice: { ...notice, place: 'Bitola' } });
  for (const by of [alfa, beta, gama]) {
    await act(by, 'meeting.reply', { meeting, reply: 'coming' });
    await act(by, 'meeting.credentials', { meeting, delegates: [1] });
  }
  const capacity = 'observer' as const;
  await act(beta, 'meeting.guest', { meeting, name: guest.hash, capacity, from: 'A school' }, [guest]);
  await act(beta, 'agenda.propose', { meeting, title: 'Rivers', words: 'Why?', texts: [], files }, [file]);
  await act(gama, 'agenda.propose', { meeting, title: 'Forests', words: null, texts: [], files: [] });
  await act(gama, 'agenda.withdraw', { meeting, item: 2 });
  await act(alfa, 'help.ask', { what: 'technical', words: 'A projector.', until: null });
  await act(gama, 'help.offer', { help: 1, words: 'We have one.' });
  const letter = { kind: 'circular', subject: 'Beds', language: 'en', answers: null, correspondent: null } as const;
  const list = { kind: 'participants' } as const;
  await act(alfa, 'letter.send', { ...letter, words: words.hash, files: [], list }, [words]);

  clock.set(after(clock.now(), STARTS));
  await act(alfa, 'sitting.open', { meeting });
  for (const by of [beta, gama]) await act(by, 'sitting.arrive', { meeting, present: true });
  const decide = async (question: object, agree: readonly (Speaker | undefined)[]): Promise<void> => {
    await act(alfa, 'call.open', { meeting, question });
    const call = scene.small.conference.state().meetings[0]?.calls.length ?? 0;
    for (const by of agree) await act(by, 'call.answer', { meeting, call, stand: 'agree', reason: null });
    clock.set(after(clock.now(), 5 * MINUTE));
    await act(alfa, 'call.close', { meeting, call });
  };
  await decide({ kind: 'agenda', items: [1] }, [alfa, beta]);
  await act(alfa, 'sitting.item', { meeting, item: 1 });
  await act(beta, 'speech.request', { meeting, kind: 'speech' });
  await act(alfa, 'speech.call', { meeting, speech: 1 });
  await act(gama, 'card.show', { meeting, card: 'warm' });
  await decide({ kind: 'mandate', task: 'Finish it.', until: after(clock.now(), 90 * DAY) }, [gama]);
  await act(alfa, 'sitting.close', { meeting, resumes: null });
  await act(alfa, 'summary.circulate', { meeting, language: 'en', clauses: someText().clauses });
  const [clause] = someText().clauses;
  await act(beta, 'summary.correct', { meeting, version: 1, clause: clause?.id, words: 'So.', reason: 'It was so.' });
});

const PARTS = ['items', 'guests', 'sittings', 'speeches', 'calls', 'summaries', 'corrections'] as const;
const PATHS = [
  'meetings',
  'meetings/1',
  'group',
  'group/earlier',
  'group/mandates',
  'help',
  'letters',
  'circulations',
  'circulations/1',
  ...PARTS.map((part) => `meetings/1/${part}`),
];

/** How many there are of each part of the meeting, as far as this caller may see them. */
const partsOf = (who?: Speaker) =>
  Promise.all(
    PARTS.map(async (part) => (await scene.read<readonly object[]>(`${ONE}/meetings/1/${part}`, who)).length),
  );

describe('meetings, the group and the post', () => {
  it('have the shape that the description gives them, for members and for everyone else', async () => {
    for (const path of PATHS) {
      const pattern = `/api/conferences/{slug}/${path.replace('1', '{number}')}`;
      const route = scene.api.routes.find((one) => one.path === pattern && one.method === 'get');
      for (const who of [undefined, beta]) {
        const answer = await scene.ask(`${ONE}/${path}`, who && { headers: await scene.as(who) });
        if (who === undefined && path === 'circulations/1') {
          assert.equal(answer.status, 404);
          continue;
        }
        assert.equal(answer.status, 200, path);
        const parsed = route?.answers[200]?.schema?.safeParse(await answer.json());
        assert.ok(parsed?.success, `${path}: ${parsed?.error?.message ?? 'no route'}`);
      }
    }
  });

  it('tell members everything of a meeting, and others what anybody may follow', async () => {
    interface Read {
      readonly notice: { readonly link: string | null; readonly place: string };
      readonly notices: readonly object[];
      readonly replies: readonly object[];
      readonly agenda: { readonly items: readonly number[] } | null;
      readonly summary: object | null;
    }
    interface Item {
      readonly words: string | null;
      readonly files: readonly object[];
    }
    const own = await scene.read<Read>(`${ONE}/meetings/1`, gama);
    assert.equal(own.notice.place, 'Bitola');
    assert.equal(own.notice.link, 'https://meet.example/room');
    assert.deepEqual([own.notices.length, own.replies.length], [2, 3]);
    assert.deepEqual(own.agenda?.items, [1]);
    assert.deepEqual(await partsOf(gama), [2, 1, 1, 1, 2, 1, 1]);
    const calls = await scene.read<readonly { readonly outcome: { readonly result: string } | null }[]>(
      `${ONE}/meetings/1/calls`,
      gama,
    );
    assert.deepEqual(
      calls.map(({ outcome }) => outcome?.result),
      ['consensus', 'consensus'],
    );
    const [item] = await scene.read<readonly Item[]>(`${ONE}/meetings/1/items`, gama);
    assert.equal(item?.files.length, 1);
    const others = await scene.read<Read>(`${ONE}/meetings/1`);
    assert.deepEqual([others.notice.link, others.summary, others.replies], [null, null, []]);
    const [open] = await scene.read<readonly Item[]>(`${ONE}/meetings/1/items`);
    assert.deepEqual([open?.words, open?.files], [null, []]);
    const [items, guests, , , , summaries, corrections] = await partsOf();
    assert.deepEqual([items, guests, summaries, corrections], [2, 0, 0, 0]);
    for (const path of ['help', 'letters', 'circulations'])
      assert.deepEqual(await scene.read(`${ONE}/${path}`), [], path);
  });

  it('say what reached whom', async () => {
    const circulations = await scene.read<
      readonly {
        readonly what: { readonly kind: string };
        readonly recipients: readonly { readonly organisation: string }[];
      }[]
    >(`${ONE}/circulations`, beta);
    assert.deepEqual(
      circulations.map(({ what }) => what.kind),
      ['notice', 'notice', 'notice', 'help', 'letter', 'summary'],
    );
    assert.deepEqual(
      circulations[0]?.recipients.map(({ organisation }) => organisation),
      ['beta', 'gama'],
    );
  });
});
