import { dataSets } from './data-sets.ts';

/** Open data, and tables for spreadsheets: each with its columns, under the names that they have in every language, and what each means. */
export const tables = {
  title: 'Open data',
  lede: 'Everything that is public here can be taken away as data: to count, to quote, to keep.',
  licence:
    'The conference has stated no licence: whoever wants to publish more of it than a quotation asks the conference.',
  api: 'Everything else that programs can read: API',
  record: {
    title: 'The whole public record',
    says: 'Every act that everyone may read, with its signatures, as one file; of every other entry its hash. So the file can be checked against what the host has signed, offline and without asking anybody:',
    get: 'The public record as one file',
  },
  sets: 'Data sets',
  setsSay: 'Each has a row for each thing, the first that there was first. The JSON comes page by page, and says more.',
  csv: 'CSV',
  json: 'JSON',
  rows: (count: string): string => `rows: ${count}`,
  columns: 'What its columns mean',
  beside: 'Tables beside a page',
  besideSay:
    'Who signed can be had beside each document; who says what and who came, for members, beside each text and meeting.',
  howTitle: 'How tables are written',
  how: [
    'The columns have the same names in every language, and times are in UTC. The letters are UTF-8, and a mark at the beginning says so.',
    'What begins with =, +, - or @ stands behind an apostrophe, so that no spreadsheet reckons with what somebody wrote. Whoever reads the file with a program takes it away.',
    'A long table comes in parts, each with its head.',
  ],
  link: (table: string): string => `${table} as a table`,
  part: (number: number): string => `part ${number}`,
  meaning: 'What its columns mean',
  column: 'Column',
  means: 'What stands in it',
  of: {
    ...dataSets,
    signatures: {
      title: 'Signatures',
      columns: {
        document: 'The document that was signed: its address within the conference’s.',
        organisation: 'The short name of the organisation, by which the record knows it.',
        name: 'Its name as it was printed when it signed, in its own script.',
        country: 'Its country, as it was printed then.',
        other_names: 'Its name and country in other scripts.',
        signed: 'When it signed.',
        whole: 'Whether it signed the whole: yes or no.',
        clauses: 'Where it signed a part, the clauses: by number, or by name where they have none.',
        accession: 'Whether it signed later than the others, by accession.',
        ad_referendum: 'Whether its own body had to confirm the signature.',
        confirmed: 'When that was confirmed.',
        withdrawn: 'When it withdrew its signature.',
        said_beside: 'Its reservations and interpretative statements, in its own words.',
      },
    },
    positions: {
      title: 'Positions',
      columns: {
        text: 'The number of the text.',
        on: 'What the position is on: the whole, a clause or an amendment.',
        which: 'The name of the clause, or the number of the amendment.',
        number: 'The number that the clause bears now.',
        organisation: 'The short name of the organisation, by which the record knows it.',
        name: 'Its name as it is now.',
        stand: 'What it says: support, accept, stand-aside, object, or nothing where it took back what it had said.',
        conditions:
          'What its consent depends on: that a clause stays, goes or says something, that an amendment goes in or does not.',
        reason: 'Why, in its own words.',
        revision: 'The revision of the text that it speaks of.',
        said: 'When it said so.',
      },
    },
    attendance: {
      title: 'Attendance',
      columns: {
        meeting: 'The number of the meeting.',
        organisation: 'The short name of the organisation, by which the record knows it.',
        name: 'Its name as it is now.',
        answer: 'What it answered to the notice: coming, online, perhaps, not-coming, or nothing.',
        delegates: 'How many delegates it has named for the meeting.',
        came: 'When it was first noted as present.',
        left: 'When it left.',
      },
    },
  },
};
