import { z } from 'zod';
import { type ClauseId, clauseIdSchema, languageSchema } from '../../base/ids.ts';
import { err, unless, type Result } from '../../base/result.ts';
import type { Clause } from '../../text/clause.ts';
import { defineAct } from '../act.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Rendering, Translation } from './negotiation-state.ts';
import type { Text } from './state.ts';
import { present, revisionRefusal, textAt, textOf } from './texts.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import { itsText } from '../law/resource.ts';

/** Article 11.1 and 13.3: a text in other languages, clause by clause. */

const oneLanguage = z.strictObject({
  text: numberSchema,
  /** The revision that is rendered or compared, which must be the present one. */
  revision: numberSchema,
  language: languageSchema,
});

const translatable = (
  state: State,
  { text: number, revision, language }: z.infer<typeof oneLanguage>,
): Result<Text, Refusal> => {
  const found = textAt(state, number, '13.3', 'negotiation', 'decision', 'adopted');
  if (!found.ok) return found;
  const text = found.value;
  if (text.language === language)
    return err({ article: '13.3', kind: 'bad-field', field: 'language', why: 'original' });
  return unless(revisionRefusal(text, revision), text);
};

/** A participant gives clauses of the present revision in another language; what was there before for them is replaced, and is a draft again. */
export const publishTranslation = defineAct({
  kind: 'translation.publish',
  article: '13.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  openParts: ({ texts }, { body }) =>
    texts[body.text - 1]?.stage === 'adopted'
      ? [{ resource: `texts/${body.text}`, matter: 'adopted-text', about: null }]
      : [],
  body: oneLanguage
    .extend({
      title: line(300),
      clauses: z
        .array(z.strictObject({ clause: clauseIdSchema, words: prose(8000) }).readonly())
        .max(400)
        .refine((list) => new Set(list.map(({ clause }) => clause)).size === list.length, { error: 'repeated-clause' })
        .readonly(),
    })
    .readonly(),
  judge: (state, { body }) => {
    const found = translatable(state, body);
    if (!found.ok) return found.error;
    const text = found.value;
    const stranger = strangerIn(
      text,
      body.clauses.map(({ clause }) => clause),
    );
    if (stranger !== undefined) return { article: '13.3', kind: 'unknown', thing: 'clause', ref: stranger };
    const now = text.translations.get(body.language);
    const same =
      now?.title === body.title &&
      body.clauses.every(({ clause, words }) => {
        const held = now.clauses.get(clause);
        return held?.words === words && held.revision === body.revision;
      });
    return same ? { article: '13.3', kind: 'clause-order', clause: null, why: 'changes-nothing' } : null;
  },
  apply: (state, { by, body }, on) => {
    const { translations } = textOf(state, body.text);
    const { language, title, revision } = body;
    const held = translations.get(language) ?? { language, title, clauses: new Map(), since: on };
    held.title = title;
    for (const { clause, words } of body.clauses)
      held.clauses.set(clause, { words, by: by.organisation, revision, on, checked: null });
    translations.set(language, held);
  },
  example: {
    text: 1,
    revision: 1,
    language: 'el',
    title: 'Για τα νερά που μοιραζόμαστε',
    clauses: [{ clause: 'data', words: 'Κάθε συμμετέχουσα δημοσιεύει όσα μετρά.' }],
  },
});

const strangerIn = (text: Text, ids: readonly ClauseId[]): ClauseId | undefined => {
  const known = new Set(present(text).clauses.map(({ id }) => id));
  return ids.find((id) => !known.has(id));
};

/** Another organisation than the one that rendered them has compared these clauses with the original. */
export const checkTranslation = defineAct({
  kind: 'translation.check',
  article: '13.3',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  openParts: ({ texts }, { body }) =>
    texts[body.text - 1]?.stage === 'adopted'
      ? [{ resource: `texts/${body.text}`, matter: 'adopted-text', about: null }]
      : [],
  body: oneLanguage.extend({ clauses: z.array(clauseIdSchema).min(1).max(400).readonly() }).readonly(),
  judge: (state, { by, body }) => {
    const found = translatable(state, body);
    if (!found.ok) return found.error;
    const text = found.value;
    if (new Set(body.clauses).size < body.clauses.length)
      return { article: '13.3', kind: 'bad-field', field: 'clauses', why: 'repeated' };
    const held = text.translations.get(body.language);
    const words = wordsOf(text);
    for (const clause of body.clauses) {
      const rendering = held?.clauses.get(clause);
      if (rendering === undefined) return { article: '13.3', kind: 'unknown', thing: 'clause', ref: clause };
      if (rendering.by === by.organisation) return { article: '13.3', kind: 'own-matter' };
      const state = stateIn(words, text.revisions.length, clause, rendering);
      if (state === 'checked') return { article: '13.3', kind: 'already', what: 'checked' };
      if (state === 'outdated')
        return { article: '13.3', kind: 'superseded', field: 'clauses', current: body.revision };
    }
    return null;
  },
  apply: (state, { by, body }, on) => {
    const held = textOf(state, body.text).translations.get(body.language);
    for (const clause of body.clauses) {
      const rendering = held?.clauses.get(clause);
      if (rendering !== undefined) rendering.checked = { by: by.organisation, on };
    }
  },
  example: { text: 1, revision: 1, language: 'el', clauses: ['data'] },
});

export type RenderingState = 'draft' | 'checked' | 'outdated' | 'missing';

/** Where the rendering of a clause stands: outdated once the original says something else than the revision it renders. */
export const stateOf = (text: Text, clause: ClauseId, rendering: Rendering | undefined): RenderingState =>
  stateIn(wordsOf(text), text.revisions.length, clause, rendering);

type Words = (revision: number, clause: ClauseId) => string | undefined;

/** The words of clauses by revision; each revision is gone through once. */
const wordsOf = (text: Text): Words => {
  const known = new Map<number, ReadonlyMap<ClauseId, string>>();
  return (revision, clause) => {
    const words =
      known.get(revision) ?? new Map(text.revisions[revision - 1]?.clauses.map((one) => [one.id, one.words]));
    known.set(revision, words);
    return words.get(clause);
  };
};

const stateIn = (words: Words, now: number, clause: ClauseId, rendering: Rendering | undefined): RenderingState => {
  if (rendering === undefined) return 'missing';
  if (words(rendering.revision, clause) !== words(now, clause)) return 'outdated';
  return rendering.checked === null ? 'draft' : 'checked';
};

export interface Aligned {
  readonly clause: Clause;
  readonly rendering: Rendering | null;
  readonly state: RenderingState;
}

/** A translation in the order of the present revision, clause by clause. */
export const alignedWith = (text: Text, translation: Pick<Translation, 'clauses'>): readonly Aligned[] => {
  const words = wordsOf(text);
  return present(text).clauses.map((clause) => {
    const rendering = translation.clauses.get(clause.id);
    return { clause, rendering: rendering ?? null, state: stateIn(words, text.revisions.length, clause.id, rendering) };
  });
};

/**
 * The translations as far as they render the present words, as renderings of an only revision. What they say of earlier words
 * belongs to the drafts; a language of which nothing is left is left out.
 */
export const translationsOfPresent = (text: Text): ReadonlyMap<string, Translation> =>
  new Map(
    [...text.translations].flatMap(([language, translation]) => {
      const clauses = alignedWith(text, translation).flatMap(({ clause, rendering, state }) =>
        rendering === null || state === 'outdated' ? [] : [[clause.id, { ...rendering, revision: 1 }] as const],
      );
      return clauses.length === 0 ? [] : [[language, { ...translation, clauses: new Map(clauses) }] as const];
    }),
  );
