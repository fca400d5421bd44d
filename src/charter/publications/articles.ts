import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { base64url } from '../../base/bytes.ts';
import { type OrganisationId, type VersionHash, languageSchema } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { line, numberSchema } from '../../base/schema.ts';
import { sha256 } from '../../base/sha256.ts';
import { clausesUpTo } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
import { versionHash } from '../law/charter.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Matter } from '../law/matter.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { itsPeriodical } from '../law/resource.ts';
import type { State } from '../state.ts';
import { decidedPeriodical } from './periodicals.ts';
import type { Article, Periodical, Wording } from './state.ts';

/** Articles that are written for a periodical. Each speaks for its author alone, and is signed in its name. */

/** An article of a decided periodical that waits to be published. */
const waiting = (state: State, number: number, ref: number): Result<[Periodical, Article], Refusal> => {
  const found = decidedPeriodical(state, number);
  if (!found.ok) return found;
  const article = found.value.articles[ref - 1];
  if (article === undefined || article.withdrawn !== null)
    return err({ article: '11.1', kind: 'unknown', thing: 'article', ref: `${ref}` });
  return article.issue === null
    ? ok([found.value, article])
    : err({ article: '11.1', kind: 'already', what: 'published' });
};

/** Covers every language, by the hash of each. */
export const articleVersion = (wordings: ReadonlyMap<string, Pick<Wording, 'hash'>>): VersionHash =>
  base64url(
    sha256(canonicalBytes(Object.fromEntries([...wordings].map(([language, { hash }]) => [language, hash])))),
  ) as VersionHash;

/** Everybody sees an entry by which an article was written, if its words are those that were published. */
const matterOfWriting = ({ periodicals }: State, periodical: number, index: number): Matter => {
  const found = periodicals[periodical - 1];
  const isPublished = found?.opened.has(index) === true;
  return isPublished ? 'publication' : 'publishing';
};

export const writeArticle = defineAct({
  kind: 'article.write',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: (state, { body }, index) => matterOfWriting(state, body.periodical, index),
  subjects: itsPeriodical,
  limits: ['own-articles'],
  body: z
    .strictObject({
      periodical: numberSchema,
      /** `null`: a new one; else its words in this language, for the first time or anew. */
      article: numberSchema.nullable(),
      language: languageSchema,
      title: line(300),
      clauses: clausesUpTo(200),
    })
    .readonly(),
  judge: (state, { by, body: { periodical: number, article: ref, language } }) => {
    const found = decidedPeriodical(state, number);
    if (!found.ok) return found.error;
    if (!found.value.languages.includes(language))
      return { article: '11.1', kind: 'bad-field', field: 'language', why: 'not-its-language' };
    if (ref !== null) return wordRefusal(state, number, ref, language, by.organisation);
    const own = found.value.waiting.filter((one) => found.value.articles[one - 1]?.by === by.organisation);
    return beyond('11.1', 'own-articles', own.length + 1);
  },
  apply: (state, { by, body }, on, signer) => {
    const periodical = state.periodicals[body.periodical - 1];
    if (periodical === undefined) return;
    const { language, title, clauses } = body;
    const hash = versionHash({ title, clauses });
    const wording: Wording = { title, clauses, by: by.organisation, on, signer, hash };
    const known = body.article === null ? undefined : periodical.articles[body.article - 1];
    if (known !== undefined) {
      known.wordings.set(language, mutable(wording));
      known.version = articleVersion(known.wordings);
      return;
    }
    const number = periodical.articles.length + 1;
    const wordings = new Map([[language, wording]]);
    const version = articleVersion(wordings);
    const article: Article = {
      number,
      by: by.organisation,
      on,
      language,
      wordings,
      version,
      withdrawn: null,
      issue: null,
    };
    periodical.articles.push(mutable(article));
    periodical.waiting.push(number);
  },
  example: {
    periodical: 1,
    article: null,
    language: 'en',
    title: 'What a gauge costs',
    clauses: [{ id: 'gauge', kind: 'paragraph', words: 'Less than a day of flood.' }, EXAMPLE.clauses[1]],
  },
});

/** Words in another language are whoever’s who wrote them, until the author says it in words of its own. */
const wordRefusal = (
  state: State,
  number: number,
  ref: number,
  language: string,
  by: OrganisationId,
): Refusal | null => {
  const found = waiting(state, number, ref);
  if (!found.ok) return found.error;
  const [, article] = found.value;
  if (article.by === by) return null;
  if (language === article.language) return { article: '11.1', kind: 'not-yours', owner: article.by };
  const known = article.wordings.get(language);
  return known === undefined || known.by === by ? null : { article: '11.1', kind: 'not-yours', owner: known.by };
};

/** Its author takes an article back, until it is published. */
export const withdrawArticle = defineAct({
  kind: 'article.withdraw',
  article: '11.1',
  strength: 'binding',
  from: ['participant', 'former'],
  matter: 'publishing',
  subjects: itsPeriodical,
  body: z.strictObject({ periodical: numberSchema, article: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = waiting(state, body.periodical, body.article);
    if (!found.ok) return found.error;
    const [, { by: owner }] = found.value;
    return owner === by.organisation ? null : { article: '11.1', kind: 'not-yours', owner };
  },
  apply: (state, { body }, on) => {
    const periodical = state.periodicals[body.periodical - 1];
    const article = periodical?.articles[body.article - 1];
    if (periodical === undefined || article === undefined) return;
    article.withdrawn = on;
    endWaiting(periodical, article.number);
  },
  example: { periodical: 1, article: 1 },
});

export const endWaiting = (periodical: Mutable<Periodical>, article: number): void => {
  periodical.waiting = periodical.waiting.filter((one) => one !== article);
};
