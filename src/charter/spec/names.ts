import type { OrganisationId } from '../../base/ids.ts';
import { printedNow } from '../members/names.ts';
import type { Printed } from '../names/printed.ts';
import type { State } from '../state.ts';
import type { Step } from './spec.ts';
import { fakeHash } from './world.ts';

/** What organisations call themselves, likewise. */

/** How an organisation of this name is printed; with another name as others may read it. */
export const printed = (name: string, gloss?: string): Printed => [
  { name, country: 'Србија' },
  ...(gloss === undefined ? [] : [{ name: gloss, country: 'Serbia' }]),
];

/** How it has stated that it is printed; what it would begin with, where it is not there. */
export const statedBy = (state: State, by: string): Printed => {
  const organisation = state.organisations.get(by as OrganisationId);
  return organisation === undefined ? printed(`Organisation ${by}`) : printedNow(organisation);
};

interface Fields extends Readonly<Record<string, unknown>> {
  readonly name?: string;
  readonly gloss?: string;
}

/** What an organisation says of itself; a `name` and a `gloss` among the fields are how it is printed. */
export const profile = (id: string, { name = `Organisation ${id}`, gloss, ...fields }: Fields = {}) => ({
  printed: printed(name, gloss),
  country: 'RS',
  about: null,
  website: null,
  ...fields,
});

export const rename =
  (by: string, names: Printed): Step =>
  (world) =>
    world.send({ kind: 'organisation.rename', by, body: { printed: names } });

/** Says what it is in two languages, with a picture. */
export const describeAs =
  (by: string, picture: 'same' | 'none' | 'new' = 'new'): Step =>
  (world) =>
    world.send({
      kind: 'organisation.describe',
      by,
      body: {
        about: [
          { language: 'sr', words: `О нама, ${by}` },
          { language: 'en', words: `About us, ${by}` },
        ],
        website: `https://example.org/${by}`,
        picture:
          picture === 'new'
            ? { kind: 'new', type: 'image/png', hash: fakeHash(`picture of ${by}`) }
            : { kind: picture },
      },
    });
