import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONSENT_RULES, REGIONAL_RULES, type Rules, rulesSchema } from '../../../charter/law/rules.ts';
import { createFields } from '../../kit/fields.ts';
import { readRules } from './rules-fields.ts';

/** What the fields hold when nobody has touched a form that began from these rules. */
const untouched = (rules: Rules): Readonly<Record<string, string>> => {
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings } = rules;
  const flat = {
    ...participation,
    ...keys,
    ...decision,
    ...decision.broadConsensus,
    unanimityOfPresent: decision.unanimityOfPresent !== null,
    absentDays: decision.unanimityOfPresent?.absentDays ?? 0,
    ...signature,
    ...texts,
    assembliesPerYear: rules.assembliesPerYear,
    ...coordinatingGroup,
    ...meetings,
    broadConsensus: decision.broadConsensus !== null,
  };
  return Object.fromEntries(
    Object.entries(flat)
      .filter(([, value]) => value !== false)
      .map(([name, value]) => [name, value === true ? 'yes' : `${value ?? ''}`]),
  );
};

const read = (typed: Readonly<Record<string, string>>): Rules =>
  rulesSchema.parse(readRules(createFields(Object.entries(typed))));

describe('the rules in a form', () => {
  it('come back as they were where nothing was changed', () => {
    const decision = { ...CONSENT_RULES.decision, unanimityOfPresent: { absentDays: 14 }, assemblyFinds: true };
    const meetings = { ...CONSENT_RULES.meetings, standingItem: 'Agenda and rules' };
    for (const rules of [REGIONAL_RULES, CONSENT_RULES, { ...CONSENT_RULES, decision, meetings }]) {
      assert.deepEqual(read(untouched(rules)), rules);
    }
  });

  it('set the group no term and a country no number of seats where their fields are empty', () => {
    const { members, substitutes } = REGIONAL_RULES.coordinatingGroup;
    const typed = { ...untouched(REGIONAL_RULES), termMonths: '', perCountry: '' };
    assert.deepEqual(read(typed).coordinatingGroup, {
      members,
      substitutes,
      termMonths: null,
      perCountry: null,
    });
  });

  it('are faulty where a number is missing', () => {
    assert.throws(() => read({ ...untouched(REGIONAL_RULES), quorumPercent: '' }));
  });
});
