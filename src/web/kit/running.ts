/**
 * A style sheet for paper alone: what the document is stands at the head of each page, and at its foot which page of how many it is (CSS Paged Media, section 5). `words`: of anybody.
 */
export const runningCss = (words: string): string =>
  `@page{@top-left{content:${cssString(words)}}@bottom-center{content:counter(page) " / " counter(pages)}}`;

/** Whatever could end the string, or the rule, stands there as its number (CSS Syntax, section 4.3.7). */
const cssString = (words: string): string =>
  `"${words.replaceAll(/[^\p{L}\p{N} ,./-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
