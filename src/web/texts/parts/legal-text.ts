import type { Language, OrganisationId } from '../../../base/ids.ts';
import { uuidOf } from '../../../base/uuid.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Translation } from '../../../charter/texts/negotiation-state.ts';
import { alignedWith } from '../../../charter/texts/translations.ts';
import { ownName } from '../../../charter/names/printed.ts';
import type { Named } from '../../../charter/final/final.ts';
import type { LegalText, Party, RenderedText, SignedBy } from '../../../conference/legal-text.ts';
import type { Context } from '../../kit/context.ts';
import { isAuthentic } from '../../kit/languages.ts';
import { nameOf } from '../../kit/words.ts';
import type { Finished, FinishedKind } from './finished.ts';

type OfRecord = Omit<Finished, 'is'> & { readonly is: FinishedKind };

/** A finished text with what it is, whose it is and what became of it. */

export const legalText = (context: Context, { sheet, language, at, what, modified, is }: OfRecord): LegalText => {
  const { origin, base } = context;
  return {
    sheet,
    language,
    modified,
    ours: context.language as string as Language,
    address: `${origin}${base}/${at}`,
    urn: urnOf(context.conference, what),
    host: { id: 'host', name: new URL(origin).host, address: origin },
    ...ofKind(context, is),
  };
};

/** What is meant wherever it stands. */
export const urnOf = ({ state }: Pick<Context['conference'], 'state'>, what: string): string =>
  `urn:uuid:${uuidOf(`${state().conference} ${what}`)}`;

const ofKind = (
  context: Context,
  is: FinishedKind,
): Pick<LegalText, 'kind' | 'authors' | 'signatories' | 'made' | 'slips' | 'renderings'> => {
  if (is.kind === 'statement') {
    const { statement, final } = is;
    const signatories = final.signatories.map(({ organisation, on, withdrawn }): SignedBy => ({
      ...named(context, organisation),
      on,
      confirmed: null,
      withdrawn: withdrawn?.on ?? null,
    }));
    const standing = signatories.filter(({ withdrawn }) => withdrawn === null);
    return {
      kind: 'statement',
      // Never the conference's (14.2): until somebody signs, its who opened it.
      authors: standing.length > 0 ? standing : [party(context, statement.by, nameOf(context, statement.by))],
      signatories,
      made: statement.opened.at,
      slips: [],
      renderings: [],
    };
  }
  const { final } = is;
  return {
    kind: final.kind,
    authors: [
      {
        id: 'conference',
        name: context.conference.state().charter?.charter.name ?? context.conference.slug,
        address: `${context.origin}${context.base}`,
      },
    ],
    signatories: final.signatories.map(({ organisation, on, referendum, withdrawn }) => ({
      ...named(context, organisation),
      on,
      confirmed: referendum?.confirmed ?? null,
      withdrawn,
    })),
    made: final.note.at,
    slips: final.slips,
    renderings:
      is.kind === 'text' ? Array.from(is.text.translations.values(), (one) => renderedText(is.text, one)) : [],
  };
};

const named = (context: Context, { id, printed }: Named): Party => party(context, id, ownName(printed));

const party = ({ origin, base }: Context, id: OrganisationId, name: string): Party => ({
  id: `org-${id}`,
  name,
  address: `${origin}${base}/participants/${id}`,
});

const renderedText = (text: Text, translation: Translation): RenderedText => ({
  language: translation.language as Language,
  title: translation.title,
  authentic: isAuthentic(text, translation.language),
  since: translation.since.at,
  clauses: alignedWith(text, translation).map(({ clause, rendering, state }) => ({
    ...clause,
    words: rendering === null || state === 'outdated' ? clause.words : rendering.words,
    state,
  })),
});
