import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startRivers } from '../../../test/kit/rivers.ts';
import { accepted } from '../../../test/kit/small-conference.ts';
import { MINUTE, after } from '../../base/time.ts';

it('a state that a fault left half moved on is read by nobody, and then read anew from the record', async () => {
  const { conference, clock, table, host, faults } = await startRivers();
  accepted(await table());

  // An apply that throws half way, as a bug would: the list takes nothing more.
  Object.freeze(conference.state().texts);
  await assert.rejects(table());
  assert.throws(() => conference.state(), /could not be applied/u);
  assert.ok(faults.length > 0);

  const told = Promise.withResolvers<undefined>();
  const looking = setInterval(() => {
    try {
      conference.state();
      told.resolve(undefined);
    } catch {
      // Not yet.
    }
  }, 5);
  clock.set(after(clock.now(), MINUTE));
  await told.promise;
  clearInterval(looking);
  // What was durable when the fault came is there, and the conference goes on.
  assert.equal(conference.state().texts.length, 2);
  accepted(await table());
  assert.equal(conference.state().texts.length, 3);
  await host.close();
});
