import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { Bilingual, Rendered } from '../../conference/documents.ts';
import { el, escaped, xmlDocument } from '../xml-write.ts';
import { NOTE, type Spelling, createCodeIds, inlineXml } from './inline.ts';

export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';
export const TITLE = 'title';
/** Before a clause's id, so that none is taken for the title. */
export const CLAUSE = 'c-';

/** A text as XLIFF 2.1 (OASIS Standard, 13 February 2018), its core alone: the title and each clause are units of one segment. */
export const writeXliff = ({ source, target, title, clauses }: Bilingual): Bytes =>
  utf8(
    xmlDocument(
      el(
        'xliff',
        { xmlns: XLIFF, version: '2.1', srcLang: source, trgLang: target, 'xml:space': 'preserve' },
        el(
          'file',
          { id: 'text' },
          unit(TITLE, title),
          ...clauses.map((clause) => unit(`${CLAUSE}${clause.clause}`, clause)),
        ),
      ),
    ),
  );

const unit = (id: string, { words, target, state, outdated }: Rendered): string => {
  const addresses = createAddresses();
  const codes = createCodeIds();
  const spelling = spelledWith(addresses);
  const from = inlineXml(words, codes, spelling);
  const to = target === null ? '' : el('target', {}, inlineXml(target, createCodeIds(codes), spelling));
  const data = addresses.all().map(([id, href]) => el('data', { id }, escaped(href)));
  // What renders other words than these is to be rendered again.
  const stands = target === null || outdated ? 'initial' : state;
  return el(
    'unit',
    { id, canResegment: 'no' },
    data.length === 0 ? '' : el('originalData', {}, ...data),
    el(
      'segment',
      { state: stands, subState: outdated && target !== null ? 'isonomia:outdated' : null },
      el('source', {}, from),
      to,
    ),
  );
};

/** The addresses of links, each once, as the original data that codes refer to. */
interface Addresses {
  readonly idOf: (href: string) => string;
  readonly all: () => readonly (readonly [id: string, href: string])[];
}

const createAddresses = (): Addresses => {
  const ids = new Map<string, string>();
  return {
    idOf: (href) => {
      const id = ids.get(href) ?? `d${ids.size + 1}`;
      ids.set(href, id);
      return id;
    },
    all: () => [...ids].map(([href, id]) => [id, href]),
  };
};

/** Section 4.7 of the standard. */
const spelledWith = (addresses: Addresses): Spelling => ({
  emphasis: (id, inside) => el('pc', { id, type: 'fmt', subType: 'xlf:i' }, inside),
  line: (id) => el('ph', { id, type: 'fmt', subType: 'xlf:lb' }),
  link: (id, href, inside) => el('pc', { id, type: 'link', dataRefStart: addresses.idOf(href) }, inside),
  note: (id, inside) => el('pc', { id, type: 'other', subType: NOTE }, inside),
});
