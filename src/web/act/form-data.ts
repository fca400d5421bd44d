import type { Context as Call } from 'hono';
import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { BODIES } from '../../conference/door/limits.ts';
import { hasMembersShare } from '../../conference/door/shares.ts';
import { type BodyFault, bodyWithin } from '../../http/body.ts';
import { type FieldsFault, type Pairs, urlencoded } from '../../http/fields.ts';
import { type FilePart, type PartsFault, multipart } from '../../http/multipart.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import type { ChosenFile } from './files.ts';

/**
 * Reading the form that a request brings. A route asks only once it knows that this sender may send it a form: how much is read, and whose room it takes,
 * depends on who that is.
 */

/** The most bytes of a form: an act with what goes beside it and what was typed, percent-encoded. A stranger applies, recovers a key or founds with less. */
export const MOST_FORM = 1024 * 1024;
export const MOST_STRANGERS_FORM = 512 * 1024;
/** The most bytes of a form by which somebody signs in. */
export const MOST_SIGN_IN = 32 * 1024;
/** The most bytes of a form with files, of those who are signed in. */
export const MOST_UPLOAD = 11 * 1024 * 1024;

/** What came is not read as a form: it is larger than this sender may send, or none, or nobody is left to answer. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
  readonly why: BodyFault['kind'] | 'no-form' | FieldsFault;
  constructor(why: BadForm['why']) {
    super(why);
    this.why = why;
  }
}

interface Filled {
  readonly fields: Fields;
  /** The file chosen in the field `file`; `null` where none was. */
  readonly file: Bytes | null;
  /** Those chosen in the field `files`, which go beside the act. */
  readonly files: readonly ChosenFile[];
}

/** The fields of a form, urlencoded or multipart, without its files. @throws BadForm */
export const fieldsIn = async (c: Call<WebEnv>, most = MOST_FORM): Promise<Fields> => (await formIn(c, most)).fields;

/** A form with its files: of those who are signed in, and of whoever founds. @throws BadForm */
export const uploadIn = (c: Call<WebEnv>): Promise<Filled> => formIn(c, MOST_UPLOAD);

const formIn = async (c: Call<WebEnv>, wanted: number): Promise<Filled> => {
  const type = c.req.header('content-type') ?? '';
  const kind = type.split(';', 1)[0]?.trim().toLowerCase();
  if (kind !== URLENCODED && kind !== MULTIPART) throw new BadForm('no-form');
  const most = Math.min(wanted, mostOf(c, kind));
  const body = await bodyWithin(c, c.var.deps, { most, member: memberOf(c) });
  if (!body.ok) throw new BadForm(body.error.kind);
  if (kind === MULTIPART) return filledIn(body.value, type);
  const text = fromUtf8(body.value);
  const pairs = text === null ? null : urlencoded(text);
  if (pairs?.ok !== true) throw new BadForm(pairs === null ? 'no-form' : pairs.error);
  return { fields: createFields(pairs.value), file: null, files: [] };
};

/** In the sample, whose visitors have the strangers' room, what fits into that. */
const mostOf = (c: Call<WebEnv>, kind: typeof URLENCODED | typeof MULTIPART): number => {
  const context = contextOf(c);
  if (!context?.me || !context.reader.member) return MOST_STRANGERS_FORM;
  if (kind === URLENCODED) return MOST_FORM;
  return hasShare(context) ? MOST_UPLOAD : Math.min(MOST_UPLOAD, BODIES.strangers.fromOne.burst);
};

const contextOf = (c: Call<WebEnv>): Context | undefined => (c.var.context as (() => Context) | undefined)?.();

const hasShare = ({ conference, reader }: Context): boolean =>
  hasMembersShare(conference.slug, conference.state(), reader.viewer);

/** The participant for which somebody is signed in; an applicant's delegate is a stranger still. `null`: nobody is, or there is no conference yet. */
export const memberOf = (c: Call<WebEnv>): string | null => {
  const context = contextOf(c);
  return context?.me && hasShare(context) ? `${context.base}/${context.me.organisation.id}` : null;
};

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

const filledIn = (body: Bytes, type: string): Filled => {
  const parts = multipart(body, type);
  if (!parts.ok) throw new BadForm(whyOf(parts.error));
  const chosen = parts.value.files.filter(({ bytes }) => bytes.length > 0);
  return {
    fields: createFields(parts.value.pairs),
    file: chosen.find(({ field }) => field === 'file')?.bytes ?? null,
    files: chosen.filter(({ field }) => field === 'files').map(chosenFile),
  };
};

const whyOf = (fault: PartsFault): BadForm['why'] =>
  fault === 'not-multipart' || fault === 'not-utf8' ? 'no-form' : fault;

const chosenFile = ({ name, type, bytes }: FilePart): ChosenFile => ({ name, type, bytes });

/** The fields of the query. @throws BadForm */
export const queried = ({ search }: URL): Pairs => {
  const pairs = urlencoded(search.slice(1));
  if (!pairs.ok) throw new BadForm(pairs.error);
  return pairs.value;
};
