import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrganisationId } from '../base/ids.ts';
import { given } from '../charter/spec.ts';
import { example } from '../charter/spec-example.ts';
import { PUBLIC } from '../charter/visibility.ts';
import { happening } from './happenings.ts';

describe('after a long absence', () => {
  it('everything is named that the viewer may see, and nothing else', () => {
    const { state } = given(example);
    const about = (id: string | null) =>
      happening(state, id === null ? PUBLIC : { kind: 'organisation', id: id as OrganisationId }, [], true)?.about ??
      [];
    for (const name of ['', 'texts/1', 'organisations/ada', 'statements/1'])
      assert.ok(about(null).includes(name), name);
    for (const name of ['texts/2', 'organisations/nova', 'recoveries', 'letters'])
      assert.deepEqual([about(null).includes(name), about('ada').includes(name)], [false, true], name);
  });
});
