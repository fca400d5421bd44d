import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { Bilingual, Rendered } from '../../conference/documents.ts';
import { el, xmlDocument } from '../xml-write.ts';
import { type Spelling, createCodeIds, inlineXml } from './inline.ts';
import { CLAUSE, TITLE } from './write.ts';

export const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2';
/** A footnote has no name in XLIFF; what is not of the standard begins so. */
export const NOTE_1 = 'x-isonomia-note';

/** A text as XLIFF 1.2 (OASIS Standard, 1 February 2008), for the many tools that read no later one: the title and each clause are a unit. */
export const writeXliff1 = ({ source, target, title, clauses }: Bilingual): Bytes =>
  utf8(
    xmlDocument(
      el(
        'xliff',
        { xmlns: XLIFF_1, version: '1.2' },
        el(
          'file',
          { original: 'text', datatype: 'plaintext', 'source-language': source, 'target-language': target },
          el(
            'body',
            {},
            unit(TITLE, target, title),
            ...clauses.map((clause) => unit(`${CLAUSE}${clause.clause}`, target, clause)),
          ),
        ),
      ),
    ),
  );

const unit = (id: string, language: string, { words, target, state, outdated }: Rendered): string => {
  const codes = createCodeIds();
  const from = inlineXml(words, codes, SPELLING);
  const compared = target !== null && !outdated && (state === 'reviewed' || state === 'final');
  return el(
    'trans-unit',
    { id, approved: compared ? 'yes' : 'no', 'xml:space': 'preserve' },
    el('source', {}, from),
    target === null
      ? ''
      : el(
          'target',
          // What renders other words than these is to be rendered again.
          { 'xml:lang': language, state: outdated ? STATES.initial : STATES[state] },
          inlineXml(target, createCodeIds(codes), SPELLING),
        ),
  );
};

const STATES = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
} as const;

/** The address of a link is its equivalent in plain text: there is no other place for it. */
const SPELLING: Spelling = {
  emphasis: (id, inside) => el('g', { id, ctype: 'italic' }, inside),
  line: (id) => el('x', { id, ctype: 'lb' }),
  link: (id, href, inside) => el('g', { id, ctype: 'link', 'equiv-text': href }, inside),
  note: (id, inside) => el('g', { id, ctype: NOTE_1 }, inside),
};
