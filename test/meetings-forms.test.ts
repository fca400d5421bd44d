import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DAY, HOUR, after as later, rfc3339 } from '../src/base/time.ts';
import { actIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The forms by which meetings are convened and prepared: what they come to, what is refused, and that nothing typed is lost. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { ask, send } = createForms(scene);

const number = scene.conference.state().meetings.length + 1;
const now = scene.clock.now();
/** The first year whose spring and autumn are both far enough ahead for an assembly. */
const year = new Date(now).getUTCFullYear() + 1;
const dayAhead = (days: number): string => rfc3339(later(now, days * DAY)).slice(0, 10);

const typed = {
  kind: 'assembly',
  zone: 'Europe/Skopje',
  starts: `${dayAhead(60)}T10:00`,
  ends: `${dayAhead(60)}T18:00`,
  place: 'Ohrid',
  link: '',
  languages: ['en'],
  others: 'sq, mk',
  words: '',
};

interface Notice {
  readonly starts: number;
  readonly ends: number;
  readonly languages: readonly string[];
  readonly place: string | null;
}
const noticeIn = (html: string): Notice => actIn(html).body['notice'] as Notice;

describe('convening', () => {
  it('comes to the notice that was typed, on the clocks of the place, and says before signing what everyone will be told', async () => {
    const html = await send('zelena-sava', 'meeting.convene', typed);
    const notice = noticeIn(html);
    assert.deepEqual(notice.languages, ['en', 'sq', 'mk']);
    assert.equal(notice.ends - notice.starts, 8 * HOUR);
    assert.match(wordsIn(html), /Convenes an assembly\..*10:00–18:00 \(Skopje, UTC\+[12]\)/u);
  });

  it('begins with a time that the rules allow, in a zone and languages that are likely', async () => {
    const html = await (await ask('diktyo-potamon', 'meeting.convene')).text();
    assert.match(html, /value="Europe\/Athens"[^>]*name="zone"/su);
    assert.match(html, /name="starts"[^>]*value="[^"]+T10:00"|value="[^"]+T10:00"[^>]*name="starts"/u);
    assert.doesNotMatch(html, /name="kind"[^>]*type="radio"/u);
  });

  it('asks which is meant of an hour that comes twice, refuses one that never comes, and keeps what was typed', async () => {
    const lastSunday = (month: number): string => {
      const end = new Date(Date.UTC(year, month + 1, 0));
      return rfc3339(later(now, end.getTime() - end.getUTCDay() * DAY - now)).slice(0, 10);
    };
    const spring = { ...typed, starts: `${lastSunday(2)}T02:30`, ends: `${lastSunday(2)}T12:00` };
    const skipped = await send('zelena-sava', 'meeting.convene', spring, 422);
    assert.match(wordsIn(skipped), /no clock shows it/u);
    assert.match(skipped, /value="Ohrid"/u);
    const autumn = { ...typed, starts: `${lastSunday(9)}T02:30`, ends: `${lastSunday(9)}T12:00` };
    const twice = await send('zelena-sava', 'meeting.convene', autumn, 422);
    assert.match(wordsIn(twice), /The first time \(Skopje, UTC\+2\).*The second time, later \(Skopje, UTC\+1\)/u);
    const [one, two] = await Promise.all(
      ['first', 'second'].map((which) => send('zelena-sava', 'meeting.convene', { ...autumn, 'starts-which': which })),
    );
    assert.equal(noticeIn(two ?? '').starts - noticeIn(one ?? '').starts, HOUR);
  });

  it('is refused under its article where the notice is too short, and at the field where something is wrong', async () => {
    const soon = { ...typed, starts: `${dayAhead(5)}T10:00`, ends: `${dayAhead(5)}T18:00` };
    assert.match(wordsIn(await send('zelena-sava', 'meeting.convene', soon, 422)), /Refused under article 5\.1/u);
    const wrong: readonly (readonly [object, string])[] = [
      [{ ends: typed.starts }, 'ends'],
      [{ place: '' }, 'place'],
      [{ link: 'http://plain.example' }, 'link'],
      [{ zone: 'Europe/Nowhere' }, 'zone'],
      [{ others: 'ελληνικά' }, 'others'],
      [{ languages: [], others: '' }, 'languages'],
    ];
    for (const [change, field] of wrong) {
      const html = await send('zelena-sava', 'meeting.convene', { ...typed, ...change }, 422);
      assert.match(html, new RegExp(`id="${field}-error"`, 'u'), field);
      assert.match(html, new RegExp(`value="${typed.starts}"`, 'u'));
    }
  });

  it('is not for those who take no part', async () => {
    assert.equal((await ask('balkanska-suma', 'meeting.convene')).status, 404);
    assert.equal((await ask('balkanska-suma', `meeting.reply?meeting=${number}`)).status, 404);
  });
});

describe('preparing', () => {
  before(async () => {
    const starts = later(now, 60 * DAY);
    const notice = { starts, ends: later(starts, HOUR), zone: 'Europe/Skopje', place: 'Ohrid', link: null };
    await scene.act(['zelena-sava', 1], 'meeting.convene', {
      kind: 'assembly',
      notice: { ...notice, languages: ['en'], words: null, public: false },
    });
  });

  it('changes what is different and keeps the rest as it was', async () => {
    const form = await (await ask('zelena-sava', `meeting.change?meeting=${number}`)).text();
    assert.match(form, /value="Ohrid"/u);
    assert.match(form, /value="en"\s+checked/u);
    const html = await send('zelena-sava', 'meeting.change', { ...typed, meeting: number, place: 'Bitola' });
    assert.equal(noticeIn(html).place, 'Bitola');
  });

  it('names delegates, and nobody where no box is ticked', async () => {
    const html = await send('pro-delta', 'meeting.credentials', { meeting: number, delegates: ['1', '2'] });
    assert.deepEqual(actIn(html).body['delegates'], [1, 2]);
    const none = await send('pro-delta', 'meeting.credentials', { meeting: number });
    assert.match(wordsIn(none), /nobody takes part for it/u);
  });

  it('shows the name of a guest to whoever signs, and puts only its hash into the act', async () => {
    const html = await send('pro-delta', 'meeting.guest', {
      meeting: number,
      name: 'Ana Anić',
      capacity: 'guest',
      from: '',
    });
    assert.match(wordsIn(html), /Ana Anić · guest/u);
    assert.ok(!JSON.stringify(actIn(html)).includes('Ana'));
  });

  it('takes an item with texts and documents, and keeps the documents in the form while something else is wrong', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ sent: 'yes', meeting: `${number}`, title: '', texts: '4' }))
      form.append(name, value);
    form.append('files', new File(['a'], 'one.txt', { type: 'text/plain' }));
    form.append('files', new File(['b'], 'πηγές.pdf', { type: 'application/pdf' }));
    const headers = await scene.headers('pro-delta');
    const response = await scene.ask('/sample/do/agenda.propose', { method: 'POST', headers, body: form });
    assert.equal(response.status, 422);
    const again = await response.text();
    const attached = [...again.matchAll(/name="attached" value="([^"]*)"/gu)].map(([, value]) =>
      unescaped(value ?? ''),
    );
    assert.equal(attached.length, 2);
    assert.match(again, /<input[^>]*name="texts"[^>]*value="4"/u);
    const html = await send('pro-delta', 'agenda.propose', { meeting: number, title: 'Wells', texts: ['4'], attached });
    const { files, texts } = actIn(html).body as { files: { name: string }[]; texts: number[] };
    assert.deepEqual(
      files.map(({ name }) => name),
      ['one.txt', 'πηγές.pdf'],
    );
    assert.deepEqual(texts, [4]);
  });

  it('asks for a reason where a meeting is called off', async () => {
    assert.match(
      await send('zelena-sava', 'meeting.cancel', { meeting: number, reason: '' }, 422),
      /id="reason-error"/u,
    );
    const html = await send('zelena-sava', 'meeting.cancel', { meeting: number, reason: 'Snow.' });
    assert.match(wordsIn(html), /Calls off Assembly, .* Snow\./u);
  });
});
