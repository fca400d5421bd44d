/** What the host says on the record of the post. */
export const host = {
  delivered: 'The host says what became of the mails of:',
  opened: 'The host has shown this to a signed-in delegate of',
};
