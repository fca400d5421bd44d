import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONSENT_RULES, MEETINGS, REGIONAL_RULES, type Rules, rulesSchema } from '../../../charter/law/rules.ts';
import { createFields } from '../../kit/fields.ts';
import { readRules } from './rules-fields.ts';
import { MEETING_RULES } from './rules-table.ts';

/** What the fields hold when nobody has touched a form that began from these rules. */
const untouched = (rules: Rules): Readonly<Record<string, string>> => {
  const { participation, keys, decision, signature, texts, coordinatingGroup, meetings = MEETINGS } = rules;
  const flat = {
    ...participation,
    ...keys,
    ...decision,
    ...decision.broadConsensus,
    ...signature,
    ...texts,
    assembliesPerYear: rules.assembliesPerYear,
    termMonths: '',
    perCountry: '',
    ...coordinatingGroup,
    ...meetings,
    broadConsensus: decision.broadConsensus !== null,
  };
  return Object.fromEntries(
    Object.entries(flat)
      .filter(([, value]) => value !== false)
      .map(([name, value]) => [name, value === true ? 'yes' : `${value}`]),
  );
};

const read = (typed: Readonly<Record<string, string>>, before: Rules | undefined): Rules =>
  rulesSchema.parse(readRules(createFields(Object.entries(typed)), before));

const { meetings: _meetings, ...silent } = REGIONAL_RULES;

describe('the rules in a form', () => {
  it('come back as they were where nothing was changed', () => {
    for (const rules of [REGIONAL_RULES, CONSENT_RULES, silent]) {
      assert.deepEqual(read(untouched(rules), rules), rules);
    }
  });

  it('state how meetings go once one of the defaults was changed, and from the first in a new conference', () => {
    for (const name of MEETING_RULES) {
      const value = MEETINGS[name] + 1;
      const { meetings } = read({ ...untouched(silent), [name]: `${value}` }, silent);
      assert.deepEqual(meetings, { ...MEETINGS, [name]: value });
    }
    assert.deepEqual(read(untouched(silent), undefined).meetings, MEETINGS);
  });

  it('do not state the group’s term and the seats of a country where their fields are empty', () => {
    const { members, substitutes } = REGIONAL_RULES.coordinatingGroup;
    const typed = { ...untouched(REGIONAL_RULES), termMonths: '', perCountry: '' };
    assert.deepEqual(read(typed, REGIONAL_RULES).coordinatingGroup, { members, substitutes });
  });

  it('are faulty where a number is missing', () => {
    assert.throws(() => read({ ...untouched(REGIONAL_RULES), quorumPercent: '' }, REGIONAL_RULES));
  });
});
