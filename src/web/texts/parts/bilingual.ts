import type { Language } from '../../../base/ids.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type RenderingState, alignedWith } from '../../../charter/texts/translations.ts';
import type { Bilingual, RenderedState } from '../../../conference/documents.ts';

/** The original's language where nobody said which it is (ISO 639-2). */
const UNDETERMINED = 'und';

/** A text with what it is in another language, for translators' tools. */
export const bilingualOf = (text: Text, language: string): Bilingual => {
  const translation = text.translations.get(language);
  const { title } = present(text);
  const rows = alignedWith(text, translation ?? { clauses: new Map() });
  return {
    source: (text.language ?? UNDETERMINED) as Language,
    target: language as Language,
    title: { words: title, target: translation?.title ?? null, state: 'translated', outdated: false },
    clauses: rows.map(({ clause, rendering, state }) => ({
      clause: clause.id,
      words: clause.words,
      target: rendering?.words ?? null,
      state: renderedState(state, text),
      outdated: state === 'outdated',
    })),
  };
};

/** What has been compared is reviewed; nothing changes any more in a text that is adopted. */
const renderedState = (state: RenderingState, { stage }: Text): RenderedState => {
  if (state === 'checked') return stage === 'adopted' ? 'final' : 'reviewed';
  return state === 'draft' ? 'translated' : 'initial';
};
