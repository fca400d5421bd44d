import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { DAY } from '../src/base/time.ts';
import { axeCheck } from './kit/axe.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { field, writeText } from './kit/delegate.ts';
import { goTo } from './kit/go-to.ts';
import { foundConference } from './kit/founding.ts';
import { startServer } from './kit/server.ts';

/**
 * The main job, in a browser: a conference is founded from its one-time link; a text is tabled, amended, objected to, talked
 * over, revised and decided; two organisations sign it, one in part; an observation reaches everyone; it is published; and a stranger
 * checks it, with stock tools and without.
 */

const run = promisify(execFile);
const kit = await launch();
const server = await startServer();

const TEXT = `The participants,

Knowing that a spring belongs to no one and is needed by everyone,

1. Agree to measure the springs of their valleys in every season;
2. Ask every municipality to publish what it takes from them:
  (a) by the month,
  (b) in the open;
3. Decide to close every bottling plant by the end of next year.
`;

const FOUNDING = {
  name: 'Conference of Springs',
  abbreviation: 'COS',
  slug: 'springs',
  seat: 'Niš',
  founders: [
    { id: 'diktyo-potamon', name: 'Δίκτυο Ποταμών', country: 'GR', delegate: 'Ελένη Μαυρίδου', key: 'passkey' },
    { id: 'zelena-sava', name: 'Udruga Zelena Sava', country: 'HR', delegate: 'Jasna Horvatić', key: 'passkey' },
    { id: 'reka-vardar', name: 'Река Вардар', country: 'MK', delegate: 'Марија Стојановска', key: 'device' },
  ],
} as const;

test('from the founding link to a published, partly signed resolution that a stranger can check', async (t) => {
  const [diktyo, sava, vardar] = await foundConference(kit, server, FOUNDING);
  assert.ok(diktyo && sava && vardar);
  const conference = server.host.conference('springs' as never);
  assert.ok(conference);
  assert.notEqual(conference.state().founded, null);

  await t.test('a text is negotiated', async () => {
    await diktyo.make('/springs/do/text.table', async (form) => {
      await field(form, 'title').fill('Springs are held in common');
      await writeText(form, TEXT);
    });
    const [text] = conference.state().texts;
    const last = text?.revisions[0]?.clauses.at(-1);
    assert.ok(last);

    await vardar.make(`/springs/do/positions.take?text=1&clause=${last.id}`, async (form) => {
      await field(form, `stand-clause:${last.id}`, 'object').check();
      await field(form, `reason-clause:${last.id}`).fill(
        'Two villages live by their plant. Give them time, and something else to live by.',
      );
    });
    assert.match(
      await sava.page.goto('/springs/texts/1').then(() => sava.page.locator('main').innerText()),
      /Two villages live/u,
    );

    await sava.make(`/springs/do/amendment.propose?text=1&clause=${last.id}`, async (form) => {
      await field(form, 'words').fill(
        'Decide to ask every bottling plant for a plan by the end of next year, and to help those who live by it.',
      );
      await field(form, 'reason').fill('It keeps the aim, and the villages.');
    });
    await diktyo.make(`/springs/do/consultation.record?text=1&clause=${last.id}`, async (form) => {
      await field(form, 'with', 'diktyo-potamon').check();
      await field(form, 'with', 'reka-vardar').check();
      await field(form, 'held').fill(new Date(server.clock.now() - DAY).toISOString().slice(0, 10));
      await field(form, 'tried').fill('We read the amendment together, sentence by sentence.');
      await field(form, 'result').fill('Река Вардар can live with it, and would still rather have no date.');
    });
    for (const delegate of [diktyo, vardar]) {
      await delegate.make('/springs/do/positions.take?text=1&amendment=1', (form) =>
        field(form, 'stand-amendment:1', 'accept').check(),
      );
    }
    assert.equal(conference.state().texts[0]?.amendments[0]?.fate.kind, 'agreed');
    await diktyo.page.goto('/springs/do/text.revise?text=1');
    assert.ok(await diktyo.page.locator('[name="tookIn"][value="1"]').isChecked());
    await diktyo.page.getByRole('button', { name: 'Read it over' }).click();
    await diktyo.sign();
    assert.equal(conference.state().texts[0]?.revisions[1]?.clauses.at(-1)?.id, last.id);
    assert.equal(conference.state().texts[0]?.amendments[0]?.fate.kind, 'taken-in');
  });

  await t.test('it is decided by broad consensus', async () => {
    await diktyo.make('/springs/do/decision.open?text=1');
    for (const [delegate, stand] of [
      [diktyo, 'support'],
      [sava, 'accept'],
      [vardar, 'stand-aside'],
    ] as const) {
      await delegate.make('/springs/do/positions.take?text=1&on=whole', async (form) => {
        await field(form, 'stand-whole', stand).check();
        if (stand === 'stand-aside') await field(form, 'reason-whole').fill('We would rather have no date.');
      });
    }
    assert.equal(conference.state().texts[0]?.stage, 'decision');
    // A page that is open would reload when its session ends with the days.
    for (const { page } of [diktyo, sava, vardar]) await page.goto('about:blank');
    server.clock.forward(10 * DAY);
    await sava.page.waitForFunction(() => true);
    await assert.doesNotReject(until(() => conference.state().texts[0]?.stage === 'adopted'));
    assert.equal(conference.state().texts[0]?.decision?.outcome?.result, 'broad-consensus');
  });

  await t.test('it is signed wholly and in part, and observed upon', async () => {
    for (const [delegate, button] of [
      [diktyo, 'Sign in with a passkey'],
      [sava, 'Sign in with a passkey'],
    ] as const) {
      await goTo(delegate.page, '/springs/sign-in');
      await delegate.page.getByRole('button', { name: button }).click();
      await delegate.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    }
    await goTo(vardar.page, '/springs/sign-in');
    await vardar.page.getByRole('button', { name: 'reka-vardar/1' }).click();
    await vardar.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));

    await diktyo.make('/springs/do/text.sign?text=1');
    await sava.make('/springs/do/text.sign?text=1', async (form) => {
      await field(form, 'scope', 'some').check();
      await form.locator('[name="clauses"]').last().uncheck();
    });
    const signatures = conference.state().texts[0]?.signatures;
    assert.equal(signatures?.get('diktyo-potamon' as never)?.clauses, null);
    assert.ok((signatures?.get('zelena-sava' as never)?.clauses?.length ?? 0) >= 3);

    await vardar.make('/springs/do/observation.make?text=1', async (form) => {
      await field(form, 'kind', 'disagreement').check();
      await field(form, 'words').fill('We have not signed: a date that nobody can keep helps no spring.');
      await field(form, 'public').check();
    });
    await diktyo.page.goto('/springs/observations');
    await diktyo.page.getByText('a date that nobody can keep').waitFor();
    const [observation] = conference.state().observations;
    assert.deepEqual(
      observation?.circulation.map(({ organisation, shown }) => [organisation, shown !== null]),
      [
        ['diktyo-potamon', true],
        ['zelena-sava', false],
      ],
    );
  });

  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  after(() => rm(folder, { recursive: true }));

  await t.test('it is published, and ssh-keygen confirms its signatures and refuses a changed byte', async () => {
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/springs/decisions/1');
    const main = await stranger.locator('main').innerText();
    for (const said of [
      'Springs are held in common',
      'Δίκτυο Ποταμών',
      'Udruga Zelena Sava',
      'a date that nobody can keep',
    ]) {
      assert.ok(main.includes(said), said);
    }
    assert.ok(!main.includes('Two villages live'), 'positions are for members');
    await axeCheck(stranger);
    assert.deepEqual(faultsOf(stranger), []);

    const href = await stranger.locator('a[href$="/bundle"]').first().getAttribute('href');
    const answer = await fetch(new URL(href ?? '', server.origin));
    await writeFile(join(folder, 'bundle.tar'), new Uint8Array(await answer.arrayBuffer()));
    const unpacked = join(folder, 'proof');
    await mkdir(unpacked);
    await run('tar', ['xf', '../bundle.tar'], { cwd: unpacked });
    let verified = 0;
    for (const name of (await readdir(join(unpacked, 'acts'), {})).filter((file) => file.endsWith('.json'))) {
      const bytes = await readFile(join(unpacked, 'acts', name), 'utf8');
      const act = JSON.parse(bytes) as { kind: string; by: { organisation: string; delegate: number } };
      if (act.kind !== 'text.sign') continue;
      const index = name.replace('.json', '');
      const entry = JSON.parse(await readFile(join(unpacked, 'entries', name), 'utf8')) as { time: number };
      const check = (content: string) =>
        keygen(
          unpacked,
          `signatures/${index}.00.sig`,
          `${act.by.organisation}/${act.by.delegate}`,
          entry.time,
          content,
        );
      assert.match(await check(bytes), /Good "isonomia-act-v1" signature/u);
      await assert.rejects(check(bytes.replace('"text.sign"', '"text.sigm"')));
      verified += 1;
    }
    assert.equal(verified, 2);

    // The bundle's own README, as a stranger would run it.
    const all = "bash -euo pipefail <(sed -n '/^```bash$/,/^```$/{/^```/!p}' README.md)";
    await run('bash', ['-c', all], { cwd: unpacked });
  });

  await t.test('a stranger checks the bundle in the browser, offline', async () => {
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/verify');
    await stranger.waitForLoadState('networkidle');
    await stranger.context().setOffline(true);
    await stranger.locator('input[type="file"]').setInputFiles(join(folder, 'bundle.tar'));
    await stranger.getByText('Springs are held in common').first().waitFor();
    const whole = await readFile(join(folder, 'bundle.tar'));
    const at = whole.indexOf('Springs are held');
    whole[at] = (whole[at] ?? 0) ^ 1;
    await stranger
      .locator('input[type="file"]')
      .setInputFiles({ name: 'changed.tar', mimeType: 'application/x-tar', buffer: whole });
    await stranger.getByRole('alert').or(stranger.locator('.problem')).first().waitFor();
  });
});

/** Waits until something holds, asking each time the machine has had time for other things. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 10_000 && !holds(); i += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(holds());
};

const keygen = async (
  folder: string,
  signature: string,
  principal: string,
  time: number,
  content: string,
): Promise<string> => {
  const stamp = `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:T]/gu, '')}Z`;
  const child = run(
    'ssh-keygen',
    [
      '-Y',
      'verify',
      '-f',
      'allowed_signers',
      '-I',
      principal,
      '-n',
      'isonomia-act-v1',
      `-Overify-time=${stamp}`,
      '-s',
      signature,
    ],
    { cwd: folder },
  );
  child.child.stdin?.end(content);
  return (await child).stdout;
};
