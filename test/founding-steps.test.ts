import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BodyOf } from '../src/charter/acts.ts';
import { CONSENT_RULES, REGIONAL_RULES } from '../src/charter/law/rules.ts';
import { actIn, areaIn, unescaped, wordsIn } from './kit/forms.ts';
import { FOUNDERS_COUNTRIES } from './kit/printed.ts';
import { startServer } from './kit/server.ts';
import { newPen } from './kit/small-conference.ts';

/** Founding in steps, as a browser without script sends them: each is checked by itself, and nothing that was typed on another is lost. */

const server = await startServer();
const token = server.openFounding();

type Typed = Readonly<Record<string, string>>;

const send = async (
  typed: Typed,
  path = '/found/charter',
): Promise<{ readonly status: number; readonly html: string }> => {
  const answer = await fetch(server.origin + path, { method: 'POST', body: new URLSearchParams({ token, ...typed }) });
  return { status: answer.status, html: await answer.text() };
};

/** What the page would send: everything in its form but its buttons. */
const fieldsIn = (html: string): Typed => {
  const form = /<form method="post" action="\/found\/charter"[^]*?<\/form>/u.exec(html)?.[0] ?? '';
  const attribute = (tag: string, name: string): string =>
    unescaped(new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
  const inputs = [...form.matchAll(/<input[^>]*>/gu)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:checkbox|radio)"/u.test(tag) || /\schecked[\s/>]/u.test(tag));
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[^]*?<\/select>/gu)].map(
    ([tag, name = '']) => [name, /value="([^"]*)" selected/u.exec(tag)?.[1] ?? ''] as const,
  );
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]+)"/gu)].map(
    ([, name = '']) => [name, areaIn(form, name)] as const,
  );
  return Object.fromEntries([
    ...inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const),
    ...selects,
    ...areas,
  ]);
};

const CONFERENCE = {
  at: 'conference',
  template: 'regional',
  name: 'Circle of Springs',
  abbreviation: 'COS',
  seat: 'Ohrid',
  languages: 'en',
};
const ORGANISATIONS = {
  ...FOUNDERS_COUNTRIES,
  'founder-1-name': 'Река Вардар',
  'founder-2-name': 'Lumi i Lirë',
  'founder-2-invitation': newPen().publicKey,
};

const title = (html: string): string => wordsIn(/<h1>[^]*?<\/h1>/u.exec(html)?.[0] ?? '').trim();

/** From page to page by their own fields; gives what each step comes back with. */
const walk = async (...steps: readonly Typed[]): Promise<{ readonly status: number; readonly html: string }> => {
  let shown = { status: 200, html: '' };
  for (const typed of steps) shown = await send({ ...fieldsIn(shown.html), go: 'on', ...typed });
  return shown;
};

const foundedBy = (html: string): BodyOf<'conference.found'> =>
  actIn(html).body as unknown as BodyOf<'conference.found'>;

describe('founding in steps', () => {
  it('checks each step by itself, marks its field, and keeps what was typed', async () => {
    const faulty = await walk({ ...CONFERENCE, abbreviation: 'no' });
    assert.deepEqual([faulty.status, title(faulty.html)], [422, 'The conference']);
    assert.match(faulty.html, /id="abbreviation"[^>]*aria-invalid="true"/su);
    const next = await walk({ ...CONFERENCE, abbreviation: 'no' }, { abbreviation: 'COS' });
    assert.deepEqual([next.status, title(next.html)], [200, 'The organisations']);
    const unnamed = await send({ ...fieldsIn(next.html), ...ORGANISATIONS, 'founder-2-countryName': '', go: 'on' });
    assert.deepEqual([unnamed.status, title(unnamed.html)], [422, 'The organisations']);
    assert.match(unnamed.html, /id="founder-2-countryName"[^>]*aria-invalid="true"/su);
    const back = await send({ ...fieldsIn(unnamed.html), to: 'conference' });
    assert.equal(fieldsIn(back.html)['seat'], 'Ohrid');
    assert.equal(fieldsIn(back.html)['founder-1-name'], 'Река Вардар');
  });

  it('comes to the act that was typed, with short names made from the names', async () => {
    const { status, html } = await walk(CONFERENCE, ORGANISATIONS, {}, { quorumPercent: '40', recordDays: '9' });
    assert.equal(status, 200);
    const { charter, founders } = foundedBy(html);
    // What follows from what was typed is read over with it.
    assert.match(wordsIn(html), /Lumi i Lirë Ελλάδα \(GR\) · lumi-i-lire/u);
    assert.deepEqual(
      founders.map(({ id }) => id),
      ['reka-vardar', 'lumi-i-lire'],
    );
    assert.deepEqual(charter.rules, {
      ...REGIONAL_RULES,
      meetings: { ...REGIONAL_RULES.meetings, quorumPercent: 40, recordDays: 9 },
    });
    assert.match(html, /name="slug" value="circle-of-springs"/u);
  });

  it('opens the fold of the rule that is at fault', async () => {
    const { status, html } = await walk(CONFERENCE, ORGANISATIONS, {}, { vouchers: '11' });
    assert.deepEqual([status, title(html)], [422, 'The rules']);
    assert.match(html, /id="rules-keys"[^]*?<details open/u);
    assert.match(html, /id="vouchers"[^>]*aria-invalid="true"/su);
    assert.doesNotMatch(html, /id="rules-meetings"[^]*?<details open/u);
  });

  it('takes what another charter begins with, but for what was changed', async () => {
    const rules = await walk(
      CONFERENCE,
      ORGANISATIONS,
      { title: 'Charter of Springs' },
      { to: 'conference', quorumPercent: '40' },
    );
    const changed = await send({ ...fieldsIn(rules.html), template: 'consent', to: 'rules' });
    const { html } = await send({ ...fieldsIn(changed.html), go: 'on' });
    const { charter } = foundedBy(html);
    assert.deepEqual(charter.rules, {
      ...CONSENT_RULES,
      meetings: { ...CONSENT_RULES.meetings, quorumPercent: 40 },
    });
    assert.equal(charter.title, 'Charter of Springs');
  });

  it('marks the country that the charter’s region leaves out', async () => {
    const { status, html } = await walk({ ...CONFERENCE, region: 'GR' }, ORGANISATIONS);
    assert.deepEqual([status, title(html)], [422, 'The organisations']);
    assert.match(html, /id="founder-1-country"[^>]*aria-invalid="true"/su);
    assert.match(wordsIn(html), /not among those that the conference is for/u);
  });

  it('says while names are typed what they come to, and to nobody without the link', async () => {
    const typed = { name: 'Circle of Springs', 'founder-1-name': 'Alfa' };
    const told = async (more: Typed): Promise<unknown> =>
      JSON.parse((await send({ ...typed, ...more }, '/found/names')).html);
    assert.deepEqual(await told({}), { proposed: { slug: 'circle-of-springs', 'founder-1-id': 'alfa' }, fault: null });
    for (const [field, value] of [
      ['founder-2-name', 'АLFA'],
      ['founder-2-name', 'Circle of springs'],
      ['founder-1-id', 'Alfa'],
    ] as const)
      assert.partialDeepStrictEqual(await told({ [field]: value }), { fault: { field } }, value);
    assert.equal((await send({ ...typed, token: 'another' }, '/found/names')).status, 403);
  });
});
