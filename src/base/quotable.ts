/** Words that are put into quotation marks where no mark-up can hold them: what could be taken for the end of these is not in them. Marks within marks are single ones, in every language. */
export const quotable = (words: string): string => words.replaceAll(DOUBLE, "'").replaceAll(/'{2,}/gu, "'");

/** Quotation marks but the apostrophe in its two forms, and what looks like one. */
const DOUBLE = /(?!['’])\p{Quotation_Mark}|[ʺ˝״″‶〃❝❞\u{1f676}-\u{1f678}]|''+/gu;
