/** Where mail comes in: from a mail server of one's own by LMTP (RFC 2033), or from everyone's by SMTP. */
export interface MailDoor {
  readonly protocol: 'smtp' | 'lmtp';
  readonly host: string;
  readonly port: number;
}

/** `lmtp://HOST:PORT` or `smtp://HOST:PORT`; `null` for anything else. */
export const parseMailDoor = (text: string): MailDoor | null => {
  const [, protocol, host, digits] = /^(lmtp|smtp):\/\/([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/u.exec(text) ?? [];
  const port = Number(digits);
  if (protocol === undefined || host === undefined || port > 65_535) return null;
  return { protocol: protocol as MailDoor['protocol'], host: host.replace(/^\[(.*)\]$/u, '$1'), port };
};
