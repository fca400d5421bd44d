import type { Outgoing } from '../../conference/documents.ts';
import { el, xmlDocument } from '../xml-write.ts';
import { backXml, letterheadXml, linesXml, symbolXml } from './back.ts';
import { type Span, planOf } from './plan.ts';
import { type Restart, type WrittenParagraph, paragraphXml, paragraphsOf } from './span.ts';
import { W } from './styles.ts';
import { isRightToLeft } from '../direction.ts';
import { type Writer, runXml } from './writer.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Body {
  readonly xml: string;
  /** How many lists begin anew; see `numberingXml`. */
  readonly restarts: number;
}

/** The body of a DOCX file: the title, then the clauses with their changes and comments. */
export const documentXml = (writer: Writer, text: Outgoing): Body => {
  const { spans, comments } = planOf(text);
  const lists = createLists();
  const body = spans.flatMap((span) => {
    const said = spanComments(writer, span, comments);
    return paragraphsOf(span).map((paragraph, i) =>
      paragraphXml(writer, paragraph, { span, restart: lists.next(paragraph), comments: i === 0 ? said : [] }),
    );
  });
  const onWhole = (comments.get(null) ?? []).map((comment) => writer.comment(comment));
  const last = spans.at(-1);
  // The last paragraph of a document can neither come nor go: an empty one stands behind it.
  const close = last === undefined || last.by === null ? '' : el('w:p', {});
  const xml = xmlDocument(
    el(
      'w:document',
      { 'xmlns:w': W, 'xmlns:r': R },
      el(
        'w:body',
        {},
        ...letterheadXml(text.letterhead),
        symbolXml(text.symbol),
        titleXml(text.title, onWhole),
        ...linesXml(text.lines),
        ...body,
        close,
        ...backXml(text.back),
        PAGE,
      ),
    ),
  );
  return { xml, restarts: lists.restarts() };
};

/** A4, with margins of 25 mm; what it is at the head of each page, and its number at the foot. */
const PAGE = el(
  'w:sectPr',
  {},
  el('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }),
  el('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
  el('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  el('w:pgMar', {
    'w:top': 1417,
    'w:right': 1417,
    'w:bottom': 1417,
    'w:left': 1417,
    'w:header': 709,
    'w:footer': 709,
    'w:gutter': 0,
  }),
);

const titleXml = (title: string, comments: readonly number[]): string =>
  el(
    'w:p',
    {},
    el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Title' }), isRightToLeft(title) ? el('w:bidi', {}) : ''),
    ...comments.map((id) => el('w:commentRangeStart', { 'w:id': id })),
    runXml(title, {}),
    ...comments.map(
      (id) => el('w:commentRangeEnd', { 'w:id': id }) + el('w:r', {}, el('w:commentReference', { 'w:id': id })),
    ),
  );

const spanComments = (
  writer: Writer,
  { before, by }: Span,
  comments: ReturnType<typeof planOf>['comments'],
): readonly number[] => [
  ...(by === null || by.reason === '' ? [] : [writer.comment({ author: by.author, on: by.on, words: by.reason })]),
  ...before.flatMap(({ id }) => (comments.get(id) ?? []).map((comment) => writer.comment(comment))),
];

/** Points that stand below no numbered clause begin a list of their own. */
const createLists = () => {
  let list = 0;
  let restarts = 0;
  return {
    next: ({ clause }: WrittenParagraph): Restart | null => {
      if (clause.kind !== 'point') {
        list = clause.kind === 'operative' ? 1 : 0;
        return null;
      }
      if (list === 0) {
        restarts += 1;
        list = restarts + 1;
      }
      return list === 1 ? null : { list, depth: clause.level ?? 1 };
    },
    restarts: () => restarts,
  };
};
