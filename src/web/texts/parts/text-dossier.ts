import type { Language } from '../../../base/ids.ts';
import type { Final } from '../../../charter/final/final.ts';
import type { Translation } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { type Aligned, alignedWith } from '../../../charter/texts/translations.ts';
import type { Enclosed, Paper } from '../../../conference/documents.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { authenticLine, isAuthentic, languageText } from '../../kit/languages.ts';
import { paperOf } from '../../kit/paper.ts';
import { finalSheet } from './final-sheet.ts';
import { checkPath } from './hand-on.ts';

/** An adopted text as one file with all its languages, which of them hold, and all that stands behind it. */
export const textDossier = (context: Context, text: Text, final: Final): Paper => {
  const { t, origin, base } = context;
  const at = `decisions/${text.number}`;
  const sheet = finalSheet(context, text.number, final);
  const title = t.texts.paper.dossier(final.title);
  return paperOf(context, {
    sheet: {
      letterhead: null,
      symbol: sheet.symbol,
      title,
      lines: [authenticLine(context, text), t.texts.paper.standsAt, `${origin}${base}/${at}`],
      clauses: [],
      back: [],
    },
    head: title,
    language: null,
    at,
    code: checkPath(`${base}/${at}`),
    enclosed: [
      { sheet, language: text.language as Language | null },
      ...Array.from(text.translations.values(), (translation) => translated(context, text, translation)),
    ],
  });
};

const translated = (context: Context, text: Text, translation: Translation): Enclosed => {
  const words = context.t.texts.languages;
  const { language, title } = translation;
  return {
    language: language as Language,
    sheet: {
      letterhead: null,
      symbol: languageText(context, language),
      title,
      lines: [isAuthentic(text, language) ? words.equallyAuthentic : words.translationOnly],
      clauses: alignedWith(text, translation).map((row) => rendered(context, row)),
      back: [],
    },
  };
};

/** What nobody has compared is marked; what is not rendered, or not as it reads now, stands in the original's words. */
const rendered = ({ t }: Context, { clause, rendering, state }: Aligned): Clause => {
  if (rendering !== null && state === 'checked') return { ...clause, words: rendering.words };
  const words = rendering === null || state === 'outdated' ? clause.words : rendering.words;
  return { ...clause, words: `${words} [${t.texts.languages.state[state]}]` };
};
