/** Around a document on paper. */
export const paper = {
  /** Above the address of what is no proof. */
  standsAt: 'It stands, as it is now, at:',
  contents: 'Contents',
  attended: 'Who was there',
  dossier: (title: string) => `Dossier: ${title}`,
  dossierOf: {
    meeting: 'All papers of this meeting as one PDF file',
    text: 'This text in all its languages as one PDF file',
  },
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  check: (page: string) => `How to check this document: page ${page}`,
  lacking: (address: string) =>
    `The typefaces of this file lack some of its letters. Each stands by its number in Unicode, as [U+10D0]. With all its letters the document stands at ${address}.`,
  code: (address: string) => `A code for a camera. It leads to ${address}.`,
};
