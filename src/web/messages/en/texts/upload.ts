import { plural } from '../plural.ts';

const furtherClauses = (n: number): string => (n > 0 ? ` and ${n} more` : '');

/** Files that are read into a form, and the amendments that their tracked changes come to. */
export const upload = {
  read: (n: number): string => `Read from the file: ${plural(n, 'one clause', `${n} clauses`)}.`,
  tracked: (names: string): string =>
    `Tracked changes by ${names} are left out of the text below. Table it first; then propose them as amendments from the same file.`,
  trackedHere: (names: string): string =>
    `Tracked changes by ${names} are left out of the text below. They can be proposed as amendments from the same file.`,
  by: (names: string): string => `With tracked changes by ${names}.`,
  nobody: 'somebody unnamed',
  comments: (n: number): string =>
    plural(n, 'One comment, which is not part of the text', `${n} comments, which are not part of the text`),
  warning: {
    tables: 'It has tables. Their cells came in as clauses, row by row.',
    pictures: 'Pictures and drawings were left out.',
    'deep-points': 'Points deeper than four levels came in at the fourth.',
    'nested-changes': 'Where somebody changed what another had just added, only the addition came in.',
    'formatting-changes': 'Tracked changes of formatting were left out.',
  },
  fault: {
    'unknown-format': 'This is no DOCX, ODT, Markdown or plain text file. Save it as one of these and try again.',
    'old-or-encrypted': 'This file is of an old Word or under a password. Save it as .docx without one and try again.',
    macros: 'This file has macros. Save it as .docx or .odt without them and try again.',
    damaged: 'This file is damaged or incomplete. Save it anew and try again.',
    hostile: 'This file cannot be read safely: it is built in a way that no word processor writes.',
    'too-large': (megabytes: number): string => `This file is larger than ${megabytes} MB.`,
    'no-clauses': 'There are no words in this file.',
    'too-many-clauses': (most: string): string => `This file has more than ${most} clauses.`,
    'clause-too-long': (n: number, most: string): string =>
      `Clause ${n} of this file is longer than ${most} characters.`,
    'title-too-long': (most: string): string => `The title in this file is longer than ${most} characters.`,
    'other-languages': 'This file translates from or into another language.',
    busy: 'Your organisation, or others, have as many files read now as can be. Choose the file again in half a minute; the rest of what you typed is still here.',
  },
  lede: 'Take the text’s Word file, change it with “Track changes” on, alone or together, and bring it back here. Each change becomes an amendment that names who made it.',
  take: 'Take the file',
  choose: 'The changed file',
  another: 'Or read another file',
  hint: 'DOCX or ODT, at most 10 MB. A file without tracked changes is compared with the present text.',
  show: 'Show its changes',
  nothing: 'This file changes nothing in the present text.',
  unfit: (n: number): string =>
    plural(
      n,
      'One change does not fit the present text and is left out.',
      `${n} changes do not fit the present text and are left out.`,
    ),
  untracked: (n: number): string =>
    plural(
      n,
      'One more place differs from the present text without a tracked change; it is left as it is now.',
      `${n} more places differ from the present text without a tracked change; they are left as they are now.`,
    ),
  offered: (n: number): string => plural(n, 'One amendment', `${n} amendments`),
  reason: 'Reason for all of them',
  ownReason: 'Its own reason',
  rendered: (n: number): string => `Read from the file: the words of ${plural(n, 'one clause', `${n} clauses`)}.`,
  renderedTitle: 'The title was read as well.',
  renderedAlready: (n: number): string =>
    plural(n, 'One more clause says so already.', `${n} more clauses say so already.`),
  renderedLater: (n: number): string =>
    `${plural(n, 'One more clause does', `${n} more clauses do`)} not fit into one publication. Publish these first, then read the file again.`,
  left: {
    unfinished: (names: string, more: number): string => `Not translated yet: ${names}${furtherClauses(more)}.`,
    outdated: (names: string, more: number): string =>
      `Left out, for the original now says something else than what the file translates: ${names}${furtherClauses(more)}.`,
    missing: (names: string, more: number): string => `Not in the file: ${names}${furtherClauses(more)}.`,
  },
  strangers: (n: number): string =>
    plural(
      n,
      'One entry of the file belongs to nothing in this text and was left out.',
      `${n} entries of the file belong to nothing in this text and were left out.`,
    ),
  tools: 'With a translator’s tool',
  xliff: 'The text and its translation as XLIFF 2.1',
  xliff1: 'as XLIFF 1.2, for older tools',
  xliffBack: 'The file that the tool gives back',
  xliffHint:
    'XLIFF 1.2 or 2.0 to 2.2, at most 4 MB. It fills the fields above, from all parts of the text; nothing is published yet.',
  noXliff: 'This is no XLIFF file. Save it as XLIFF 1.2 or 2.0 to 2.2 and try again.',
  xliffRead: 'Read it into the fields',
};
