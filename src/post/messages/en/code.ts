/** The mail that shows that an address is its owner's. */
export const code = {
  subject: (conference: string, code: string): string => `${conference}: your code is ${code}`,
  words: (code: string): readonly string[] => [
    `Your code is ${code}`,
    'Somebody gave this address as theirs. If it was you, type the code on the page that asks for it. It is good for one hour.',
    'If it was not you, do nothing: nothing is sent here then.',
  ],
};
