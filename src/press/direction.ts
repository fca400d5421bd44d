/** In which direction words are written. */

const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
export const RIGHT_TO_LEFT = new RegExp(RTL, 'u');
/** From the first such letter to the last before another script's. */
export const RIGHT_TO_LEFT_RUN = new RegExp(String.raw`(${RTL}(?:[^\p{L}\n]|${RTL})*${RTL}\p{M}*|${RTL}\p{M}*)`, 'u');

/** Whether a paragraph begins with such a letter. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
