/** The mail server that takes this node's mail and brings it to everyone's own. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  readonly security: RelaySecurity;
  /** `null`: it lets this machine in without. */
  readonly auth: { readonly user: string; readonly password: string } | null;
}

/** How the connection is protected. A certificate is checked except where anybody's would do. */
export type RelaySecurity =
  /** TLS from the first byte. */
  | 'tls'
  /** STARTTLS, or nothing is sent. */
  | 'starttls'
  /** STARTTLS where it is offered, with any certificate: to a server on this machine. */
  | 'opportunistic'
  | 'none';

const SECURITY: Readonly<Record<string, RelaySecurity>> = { 'smtps:': 'tls', 'smtp:': 'starttls' };
const PORT: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

/** A server that nobody else stands before. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The relay that an address names: `smtps://USER:PASSWORD@HOST:PORT`, or `smtp://…`, which begins in the clear and goes on under TLS, except that a
 * server on this machine may have none. Port 465 or 587 where none is named; 25 on this machine. `null` for anything else.
 */
export const parseRelay = (text: string): Relay | null => {
  const url = URL.parse(text);
  const security = SECURITY[url?.protocol ?? ''];
  if (url === null || security === undefined || url.hostname === '') return null;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === null || password === null || (user === '' && password !== '')) return null;
  const local = LOOPBACK.has(url.hostname);
  const otherwise = local && security === 'starttls' ? 25 : (PORT[url.protocol] ?? 0);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: url.port === '' ? otherwise : Number(url.port),
    security: local && security === 'starttls' ? 'opportunistic' : security,
    auth: user === '' ? null : { user, password },
  };
};

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
