import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { attachmentHashSchema, languageSchema } from '../../base/ids.ts';
import { PICTURE_TYPES } from '../../base/picture.ts';
import { prose, webAddress } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { beyond } from '../law/refusal.ts';
import { itsMaker } from '../law/resource.ts';
import { partOfOrganisation } from '../visibility.ts';
import { matterOfNaming } from './naming.ts';
import { organisationOf } from './organisations.ts';

/** The most languages in which an organisation says what it is. */
export const MOST_ABOUT = 8;

/**
 * Article 4.1: an organisation says anew what it is, as a whole, in each language that it wishes, and gives, keeps or takes away its picture. Whoever only applies or applied has said what it is in that.
 */
export const describe = defineAct({
  kind: 'organisation.describe',
  article: '4.1',
  strength: 'binding',
  from: ['participant', 'former', 'outside'],
  matter: matterOfNaming,
  // Its picture stands on any page.
  subjects: (act) => ['', ...itsMaker(act)],
  openParts: (state, { by }) => [partOfOrganisation(state, by.organisation)],
  limits: ['descriptions'],
  body: z
    .strictObject({
      about: z
        .array(z.strictObject({ language: languageSchema, words: prose(2000) }).readonly())
        .max(MOST_ABOUT)
        .readonly(),
      website: webAddress(200, /^https?$/u).nullable(),
      picture: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('same') }).readonly(),
        z.strictObject({ kind: z.literal('none') }).readonly(),
        z.strictObject({ kind: z.literal('new'), type: z.enum(PICTURE_TYPES), hash: attachmentHashSchema }).readonly(),
      ]),
    })
    .readonly(),
  names: ({ picture }) => (picture.kind === 'new' ? [{ hash: picture.hash, kind: 'picture', type: picture.type }] : []),
  judge: (state, { by: { organisation: id }, body }) => {
    const organisation = state.organisations.get(id);
    if (organisation === undefined) return { article: '4.1', kind: 'unknown', thing: 'organisation', ref: id };
    if (new Set(body.about.map(({ language }) => language)).size < body.about.length)
      return { article: '4.1', kind: 'bad-field', field: 'about', why: 'repeated' };
    return beyond('4.1', 'descriptions', organisation.described + 1);
  },
  apply: (state, { by, body: { about, website, picture } }) => {
    const organisation = organisationOf(state, by.organisation);
    organisation.about = mutable(about);
    organisation.website = website;
    if (picture.kind !== 'same')
      organisation.picture = picture.kind === 'none' ? null : { type: picture.type, hash: picture.hash };
    organisation.described += 1;
  },
  example: {
    about: [
      { language: 'el', words: 'Ομάδες κατά μήκος των ποταμών της βόρειας Ελλάδας.' },
      { language: 'en', words: 'Groups along the rivers of northern Greece.' },
    ],
    website: 'https://example.org/',
    picture: { kind: 'new', type: 'image/png', hash: EXAMPLE.hash },
  },
});
