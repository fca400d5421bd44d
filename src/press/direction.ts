/** In which direction words are written. */

const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
export const RIGHT_TO_LEFT = new RegExp(RTL, 'u');
/** From the first such letter to the last before another script's. */
export const RIGHT_TO_LEFT_RUN = new RegExp(String.raw`(${RTL}(?:[^\p{L}\n]|${RTL})*${RTL}\p{M}*|${RTL}\p{M}*)`, 'u');

/** Whether a paragraph begins with such a letter. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');

/** Whether a language is written from right to left, by the script that its tag names or that is likely for it (CLDR). */
export const isRightToLeftLanguage = (tag: string): boolean => {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? '');
  } catch {
    // A tag that nobody has given a language yet.
    return false;
  }
};

const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);
