import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Terms } from '../src/charter/law/charter.ts';
import { actIn, areaIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The form by which a new charter is tabled: its head, its rules and its words, against those in force. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);
const shown = async (organisation: string, path: string): Promise<string> => (await ask(organisation, path)).text();

describe('tabling a charter', () => {
  it('proposes a charter from the one in force, and shows which rules would change', async () => {
    const html = await shown('pro-delta', 'text.table?kind=charter');
    const { rules, ...head } = scene.conference.state().charter?.charter ?? assert.fail();
    assert.match(html, new RegExp(`name="noDisagreementDays"[^>]*`, 'u'));
    const typed = {
      kind: 'charter',
      title: 'Charter',
      body: areaIn(html, 'body'),
      name: 'Conference of All River Basins',
      abbreviation: head.abbreviation,
      region: [...head.region, 'IT'],
      seat: 'Trieste',
      languages: 'en, it',
      presenters: 2,
      noDisagreementDays: 45,
      deviceKeys: rules.keys.deviceKeys ? 'yes' : [],
      vouchers: rules.keys.vouchers,
      recoveryDays: rules.keys.recoveryDays,
      minimumDays: rules.decision.minimumDays,
      silence: rules.decision.silence,
      silenceInRoom: rules.decision.silenceInRoom,
      unanimityOfPresent: 'yes',
      absentDays: 14,
      openers: rules.decision.openers,
      broadConsensus: [],
      firstSigningDays: rules.signature.firstSigningDays,
      reservations: rules.signature.reservations ? 'yes' : [],
      order: 'country',
      noObjectionDays: 14,
      silenceDays: 14,
      seconding: 0,
      assembliesPerYear: rules.assembliesPerYear,
      members: rules.coordinatingGroup.members,
      substitutes: rules.coordinatingGroup.substitutes,
      termMonths: rules.coordinatingGroup.termMonths ?? '',
      perCountry: rules.coordinatingGroup.perCountry ?? '',
      ...rules.meetings,
      ...rules.means,
      standingItem: 'Agenda and rules of this assembly',
    };
    const confirm = await send('pro-delta', 'text.table', typed);
    const body = actIn(confirm).body as { charter: Terms; clauses: readonly { id: string }[] };
    assert.deepEqual(body.charter.rules.participation, {
      presenters: 2,
      noDisagreementDays: 45,
      byAssembly: false,
    });
    const meetings = { ...rules.meetings, standingItem: 'Agenda and rules of this assembly' };
    assert.deepEqual(body.charter.rules.decision.unanimityOfPresent, { absentDays: 14 });
    assert.equal(body.charter.rules.decision.broadConsensus, null);
    assert.deepEqual(
      [body.charter.rules.coordinatingGroup, body.charter.rules.meetings],
      [rules.coordinatingGroup, meetings],
    );
    const longer = actIn(await send('pro-delta', 'text.table', { ...typed, noticeDays: 60 })).body as typeof body;
    assert.deepEqual(longer.charter.rules.meetings, { ...meetings, noticeDays: 60 });
    assert.deepEqual(body.charter.head, {
      name: 'Conference of All River Basins',
      abbreviation: head.abbreviation,
      region: [...head.region, 'IT'],
      seat: 'Trieste',
      languages: ['en', 'it'],
    });
    assert.match(wordsIn(confirm), /Seat \(10\.1\) \S+ Trieste /u);
    assert.match(wordsIn(confirm), /Region \(2\.1\) [^.]*and Italy/u);
    const { principles } = scene.conference.state().charter?.charter ?? assert.fail();
    assert.deepEqual(body.clauses, principles);
    assert.match(
      wordsIn(confirm),
      new RegExp(`open to disagreement \\(2\\.3\\) ${rules.participation.noDisagreementDays} 45 `, 'u'),
    );
    assert.match(wordsIn(confirm), /by broad consensus \(7\.2\) yes no/u);
  });
});
