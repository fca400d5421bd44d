import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { act, adopt, founded, observe, table } from '../../charter/spec/acts.ts';
import { letter } from '../../charter/spec/meetings.ts';
import { given } from '../../charter/spec/spec.ts';
import { needsOf } from './needs.ts';
import { createReader } from './reader.ts';

const BOR = 'bor' as OrganisationId;

test('what needs an organisation is found without going through all that was ever circulated', () => {
  const opened = act('host.opened', '', { organisation: 'bor', circulations: [3] });
  const bounced = act('host.delivered', '', {
    circulation: 2,
    outcomes: [{ organisation: 'cvet', result: 'bounced', code: null }],
  });
  const { world } = given(
    founded(3),
    adopt(['ada', 'bor', 'cvet']),
    letter('ada'),
    letter('ada'),
    letter('cvet', { kind: 'letter' }),
    observe('ada'),
    opened,
    bounced,
    table('ada'),
  );
  const never = (): never => assert.fail('it went through all of them');
  const reader = createReader(world.state, { kind: 'organisation', id: BOR });
  const needs = needsOf(
    { ...reader, circulations: never, letters: never, observations: never, organisations: reader.organisations },
    BOR,
    world.now,
  );
  const found = (kind: string) => needs.find((need) => need.kind === kind);
  assert.deepEqual(found('letters'), { kind: 'letters', letters: [1, 3], deadline: null });
  assert.deepEqual(found('acknowledge'), { kind: 'acknowledge', letters: [2], deadline: null });
  assert.deepEqual(found('observations'), { kind: 'observations', observations: [1], deadline: null });
  assert.deepEqual(found('unreached'), { kind: 'unreached', circulation: 2, organisations: ['cvet'], deadline: null });
});
