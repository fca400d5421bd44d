import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONSENT_RULES, REGIONAL_RULES, type Rules, rulesSchema } from '../../../charter/law/rules.ts';
import { createFields } from '../../kit/fields.ts';
import { readRules, rulesTyped } from './rules-fields.ts';

const read = (typed: Readonly<Record<string, string>>): Rules =>
  rulesSchema.parse(readRules(createFields(Object.entries(typed))));

describe('the rules in a form', () => {
  it('come back as they were where nothing was changed', () => {
    const decision = { ...CONSENT_RULES.decision, unanimityOfPresent: { absentDays: 14 }, assemblyFinds: true };
    const meetings = { ...CONSENT_RULES.meetings, standingItem: 'Agenda and rules' };
    for (const rules of [REGIONAL_RULES, CONSENT_RULES, { ...CONSENT_RULES, decision, meetings }]) {
      assert.deepEqual(read(rulesTyped(rules)), rules);
    }
  });

  it('set the group no term and a country no number of seats where their fields are empty', () => {
    const { members, substitutes } = REGIONAL_RULES.coordinatingGroup;
    const typed = { ...rulesTyped(REGIONAL_RULES), termMonths: '', perCountry: '' };
    assert.deepEqual(read(typed).coordinatingGroup, {
      members,
      substitutes,
      termMonths: null,
      perCountry: null,
    });
  });

  it('are faulty where a number is missing', () => {
    assert.throws(() => read({ ...rulesTyped(REGIONAL_RULES), quorumPercent: '' }));
  });
});
