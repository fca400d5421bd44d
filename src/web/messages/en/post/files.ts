/** Files that go with an act, kept beside the record. */
export const files = {
  label: 'Files',
  hint: (most: number, kilobytes: number): string =>
    `At most ${most}, each of at most ${kilobytes} KB. They stand beside the record, which holds their hashes.`,
  kept: 'goes with it; untick it to leave it out',
  list: 'Files',
};
