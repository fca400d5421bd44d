import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrganisationId } from '../base/ids.ts';
import { given } from '../charter/spec/spec.ts';
import { example } from '../charter/spec/example.ts';
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

describe('whoever comes in', () => {
  it('is told of everything that they may see from then on, however little is new to others', () => {
    const { state, world } = given(example);
    const [first] = state.organisations.values();
    const standing = first?.standing;
    if (first === undefined || standing?.kind !== 'participant') return assert.fail();
    const { index } = standing.since;
    const entries = [{ index, act: world.entries[index]?.act }] as never;
    const about = (id: OrganisationId) =>
      happening(
        { ...state, organisations: new Map(state.organisations).set(LATER, later) },
        organisation(id),
        entries,
        false,
      )?.about;
    const later = { ...first, standing: { ...standing, since: { ...standing.since, index: index + 1 } } };
    assert.equal(about(first.id)?.includes('texts/2'), true);
    assert.equal(about(LATER)?.includes('texts/2'), false);
  });
});

const LATER = 'later' as OrganisationId;
const organisation = (id: OrganisationId) => ({ kind: 'organisation', id }) as const;
