/** Why an act did not come as far as the rules. */

export const rejection = {
  malformed: (field: string, why: string): string => `The act is malformed at ${field}: ${why}.`,
  'bad-signature': 'The signature is not good for these bytes, or its key may not be used.',
  'too-large': (most: number): string => `This is too long to go on the record: at most ${most} bytes.`,
  'bad-attachment': 'Something that belongs to the act was not sent with it. Please start again.',
  busy: 'Too much is happening at once. Nothing was lost; send it again in a moment.',
  'clock-in-doubt':
    'The clock of this host has jumped, and it cannot tell yet which time is right. Your act is taken once another organisation acts, or whoever runs the host has looked after the clock. Nothing was lost; send it again later.',
  'too-many': 'Very much has come from your organisation or your connection. Nothing was lost; send it again later.',
  'kept-elsewhere': 'This record is carried on by another host. Here it can only be read.',
  'signing-stopped':
    'This host has signed another record of this conference than the one it holds. Nothing is taken until whoever runs it has put the right record back.',
  'founding-token': 'Founding a conference needs the link that this host gives out, which works once.',
};
