/** Tables for spreadsheets: each with its columns, under the names that they have in every language, and what each means. */
export const tables = {
  title: 'Tables for spreadsheets',
  lede: 'Who signed, who says what and who came can be had as tables (CSV), which every spreadsheet opens.',
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
