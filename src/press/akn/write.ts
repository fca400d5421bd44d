import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { FinalSheet, Section } from '../../charter/final/sheet.ts';
import type { LegalText, RenderedText } from '../../conference/legal-text.ts';
import { type Attributes, el, escaped, xmlDocument } from '../xml-write.ts';
import { blocksXml, sectionXml } from './back.ts';
import { clausesXml } from './body.ts';
import { analysisXml, identificationXml, lifecycleXml, referencesXml, workflowXml } from './meta.ts';
import { createNames } from './names.ts';
import { saidXml } from './words.ts';

/** An Akoma Ntoso 3.0 document (OASIS LegalDocML): http://docs.oasis-open.org/legaldocml/akn-core/v1.0/. One file holds the text, and as attachments its annexes and what it is in other languages. */
export const writeAkn = (text: LegalText): Bytes => {
  const { sheet, kind, language, ours, renderings } = text;
  const names = createNames();
  const behind = { names, signatories: text.signatories };
  const { preamble, body, places } = clausesXml(sheet.clauses, { names, within: null, told: () => ({}) });
  const of = (kinds: readonly Section['kind'][]): readonly Section[] =>
    sheet.back.filter((one) => kinds.includes(one.kind));
  const main = { part: 'main', language, translated: null };
  const slipsAnnex = `annex_${of(ANNEXES).findIndex((one) => one.kind === 'slips') + 1}`;
  return utf8(
    xmlDocument(
      el(
        'akomaNtoso',
        { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
        el(
          'statement',
          { name: kind, contains: text.slips.length === 0 ? 'originalVersion' : 'singleVersion' },
          el(
            'meta',
            {},
            identificationXml(text, main),
            lifecycleXml(text),
            workflowXml(text),
            analysisXml(
              text,
              (clause) => places.get(clause) ?? 'body',
              (nth, words) => `${slipsAnnex}__${words}_${nth}`,
            ),
            referencesXml(text),
          ),
          prefaceXml(sheet, language, ours),
          preamble === '' ? '' : el('preamble', inLanguage(language), preamble),
          el(
            'mainBody',
            inLanguage(language),
            body +
              of(['calls'])
                .map((one) => sectionXml(one, 'body', behind))
                .join('') || EMPTY,
          ),
          conclusionsXml(
            of(CONCLUSIONS).map((one) => sectionXml(one, 'conclusions', behind)),
            ours,
          ),
          attachmentsXml([
            ...of(ANNEXES).map((section, i) => {
              const eId = `annex_${i + 1}`;
              const blocks = blocksXml(section.kind, section.blocks, eId, behind);
              return annexXml(text, { eId, section, blocks });
            }),
            ...renderings.map((one, i) => renderedXml(text, one, { eId: `rendering_${i + 1}`, names })),
          ]),
        ),
      ),
    ),
  );
};

/** The schema wants something in a body. */
const EMPTY = el('p', {});

const CONCLUSIONS: readonly Section['kind'][] = ['signatories', 'riders', 'note'];
const ANNEXES: readonly Section['kind'][] = ['slips', 'rules', 'observations', 'check'];

const inLanguage = (language: string | null): Attributes => ({ 'xml:lang': language });

const prefaceXml = (
  { letterhead, symbol, title, lines }: Pick<FinalSheet, 'letterhead' | 'symbol' | 'title' | 'lines'>,
  language: string | null,
  ours: string,
): string =>
  el(
    'preface',
    {},
    ...(letterhead ?? []).map((name) => el('p', { class: 'letterhead' }, escaped(name))),
    el('p', inLanguage(ours), el('docNumber', {}, escaped(symbol))),
    el('p', inLanguage(language), el('docTitle', {}, escaped(title))),
    ...lines.map((said) => el('p', inLanguage(ours), saidXml(said))),
  );

const conclusionsXml = (sections: readonly string[], ours: string): string =>
  sections.length === 0 ? '' : el('conclusions', inLanguage(ours), ...sections);

const attachmentsXml = (attachments: readonly string[]): string =>
  attachments.length === 0 ? '' : el('attachments', {}, ...attachments);

interface Annex {
  readonly eId: string;
  readonly section: Section;
  readonly blocks: string;
}

const annexXml = (text: LegalText, { eId, section, blocks }: Annex): string =>
  el(
    'attachment',
    { eId },
    section.title === null ? '' : el('heading', {}, escaped(section.title)),
    el(
      'doc',
      { name: section.kind },
      el('meta', {}, identificationXml(text, { part: eId, language: text.ours, translated: null })),
      el('mainBody', inLanguage(text.ours), blocks || EMPTY),
    ),
  );

/** The same work in another language; a clause says what it is where it is not a rendering that somebody compared. */
const renderedXml = (
  text: LegalText,
  { language, title, authentic, clauses }: RenderedText,
  { eId, names }: { readonly eId: string; readonly names: ReturnType<typeof createNames> },
): string => {
  const states = new Map(clauses.map(({ id, state }) => [id, state]));
  const { preamble, body } = clausesXml(clauses, {
    names,
    within: eId,
    told: (id) => {
      const state = states.get(id) ?? 'checked';
      if (state === 'checked') return {};
      return { class: state, 'xml:lang': state === 'draft' ? null : text.language };
    },
  });
  return el(
    'attachment',
    { eId },
    el(
      'statement',
      { name: text.kind, contains: 'singleVersion' },
      el('meta', {}, identificationXml(text, { part: 'main', language, translated: { authentic } })),
      prefaceXml({ letterhead: null, symbol: text.sheet.symbol, title, lines: [] }, language, text.ours),
      preamble === '' ? '' : el('preamble', inLanguage(language), preamble),
      el('mainBody', inLanguage(language), body || EMPTY),
    ),
  );
};
