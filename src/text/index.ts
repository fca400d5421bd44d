/** Texts that many amend at once, as a library: see README.md. Within the project, rooms import the files themselves. */

export { clauseIdSchema, type ClauseId } from '../base/ids.ts';
export { clauseSchema, clausesSchema, formSchema, type Clause, type ClauseForm, type ClauseKind } from './clause.ts';
export { changeSchema, type Change, type Proposed } from './change.ts';
export { broughtBy, clausesOf } from './change-parts.ts';
export { applyChange, placesOf, type ChangeFault, type Places } from './apply-change.ts';
export { collides, combine, merge, type Collision, type Combined, type Merged } from './merge.ts';
export { courseOf, type Carried, type Course, type Ended } from './carry.ts';
export { carriedOn } from './carry-on.ts';
export { changesOf } from './changes-of.ts';
export { clash, footprintOf, type Footprint } from './footprint.ts';
export { changesBetween } from './derive.ts';
export { bracketedWords, type Part, type Piece, type Wording } from './bracketed-words.ts';
export { provenance, type Attributed, type Version, type Written as WrittenBy } from './provenance.ts';
export { compareClauses, type Compared } from './compare.ts';
export { diffWords, type Segment } from './diff.ts';
export { fromMarkdown, toMarkdown, type MarkdownFault, type Written } from './markdown.ts';
export { keepIds, recognised, type Unnamed } from './keep-ids.ts';
export { numbering } from './numbering.ts';
export { plain, runsOf, spelledOut, type Footnote, type Link, type Run, type Stretch } from './runs.ts';
export { isWord, tokensOf } from './tokens.ts';
export { wordsIn } from './words.ts';
