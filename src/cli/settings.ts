import { domainToASCII } from 'node:url';
import { type Result, err, ok } from '../base/result.ts';
import { parseMailAddress } from '../conference/post/address.ts';
import { type MailDoor, parseMailDoor } from '../conference/post/mail-door.ts';
import { type Relay, parseRelay } from '../conference/post/relay.ts';
import { isCovered } from '../record/client-data.ts';

/** What an installation can be told, by option or by environment; nothing else about it can be set. */
export interface Settings {
  /** The public address, without a slash at the end; `null`: `http://localhost` and the port. */
  readonly origin: string | null;
  readonly listen: { readonly host: string; readonly port: number };
  readonly data: string;
  /** How many proxies stand before this node and say whom they speak for. */
  readonly proxies: number;
  /** Whether callers are kept from asking too much. */
  readonly limits: boolean;
  readonly sample: boolean;
  /** The domain that this node's mail comes from, and who takes it; `null`: it sends none. */
  readonly mail: MailSettings | null;
}

export interface MailSettings {
  readonly domain: string;
  readonly relay: Relay;
  /** `null`: it takes none in. */
  readonly door: MailDoor | null;
}

interface Setting {
  readonly option: string;
  readonly environment: string;
  readonly value: string | null;
  readonly otherwise: string;
  readonly says: string;
}

export const SETTINGS = [
  {
    option: 'origin',
    environment: 'ISONOMIA_ORIGIN',
    value: 'URL',
    otherwise: 'http://localhost and the port',
    says: 'The public address under which people reach this node: https, or http on localhost. Passkeys belong to it.',
  },
  {
    option: 'listen',
    environment: 'ISONOMIA_LISTEN',
    value: 'HOST:PORT',
    otherwise: '127.0.0.1:8080',
    says: 'Where this node listens, plain HTTP. To be reached from elsewhere it stands behind a proxy that speaks TLS.',
  },
  {
    option: 'data',
    environment: 'ISONOMIA_DATA',
    value: 'DIR',
    otherwise: './data',
    says: 'The folder that holds everything: the records, the host’s key, sessions. It is made where it is missing.',
  },
  {
    option: 'proxy',
    environment: 'ISONOMIA_PROXY',
    value: 'N',
    otherwise: '0',
    says: 'How many proxies of your own stand before this node and name the caller in X-Forwarded-For.',
  },
  {
    option: 'limits',
    environment: 'ISONOMIA_LIMITS',
    value: 'on|off',
    otherwise: 'on',
    says: 'Whether callers are kept from asking too much; off where a proxy sees to that.',
  },
  {
    option: 'sample',
    environment: 'ISONOMIA_SAMPLE',
    value: null,
    otherwise: 'off',
    says: 'Shows the sample conference, in which anyone may take a delegate’s place.',
  },
  {
    option: 'mail',
    environment: 'ISONOMIA_MAIL',
    value: 'DOMAIN',
    otherwise: 'none: no mail is sent',
    says: 'The domain that this node’s mail comes from. docs/MAIL.md says what else it needs.',
  },
  {
    option: 'smtp',
    environment: 'ISONOMIA_SMTP',
    value: 'URL',
    otherwise: 'smtp://localhost',
    says: 'The mail server that takes it: smtps://USER@HOST or smtp://USER@HOST, with a port where it is not the usual one. The password is in the file smtp-password of the data folder, or in the address.',
  },
  {
    option: 'mail-in',
    environment: 'ISONOMIA_MAIL_IN',
    value: 'URL',
    otherwise: 'none: no mail is taken in',
    says: 'Where mail for the domain comes in: lmtp://HOST:PORT from a mail server of your own, or smtp://HOST:PORT.',
  },
] as const satisfies readonly Setting[];

type Name = (typeof SETTINGS)[number]['option'];
export type Given = { readonly [N in Name]?: string | boolean | undefined };

/** The settings in full, or which one is wrong and why. An option counts before its variable. */
export const readSettings = (
  given: Given,
  environment: Readonly<Record<string, string | undefined>>,
): Result<Settings, string> => {
  const known: ReadonlySet<string> = new Set(SETTINGS.map((setting) => setting.environment));
  const stray = Object.keys(environment).find((name) => name.startsWith('ISONOMIA_') && !known.has(name));
  if (stray !== undefined) return err(`${stray} is no setting. There are: ${[...known].join(', ')}.`);

  const wrong: string[] = [];
  /** What was given, read; what is wrong is noted with the name under which it was given. */
  const read = <T>(option: Name, otherwise: string, parse: (text: string) => T | null, wanted: string): T => {
    const variable = `ISONOMIA_${option.toUpperCase().replaceAll('-', '_')}`;
    const own = given[option];
    const text = own === undefined ? (environment[variable] ?? otherwise) : own === true ? 'on' : String(own);
    const value = parse(text);
    if (value === null) wrong.push(`${own === undefined ? variable : `--${option}`} must be ${wanted}, not “${text}”.`);
    return value as T;
  };
  const domain = read('mail', '', (text) => (text === '' ? '' : domainIn(text)), 'a domain');
  const relay = read('smtp', 'smtp://localhost', parseRelay, 'smtps://USER@HOST:PORT or smtp://USER@HOST:PORT');
  const door = read(
    'mail-in',
    '',
    (text) => (text === '' ? '' : parseMailDoor(text)),
    'lmtp://HOST:PORT or smtp://HOST:PORT',
  );
  const settings: Settings = {
    origin: read('origin', '', originIn, 'https://HOST, or http://localhost:PORT, with nothing behind it') || null,
    listen: read('listen', '127.0.0.1:8080', listenIn, 'HOST:PORT with a port from 0 to 65535'),
    data: read('data', './data', (text) => (text === '' ? null : text), 'a folder'),
    proxies: read('proxy', '0', (text) => (/^\d$/u.test(text) ? Number(text) : null), 'a number from 0 to 9'),
    limits: read('limits', 'on', switchIn, 'on or off'),
    sample: read('sample', 'off', switchIn, 'on or off'),
    mail: domain === '' ? null : { domain, relay, door: door === '' ? null : door },
  };
  const [first] = wrong;
  return first === undefined ? ok(settings) : err(first);
};

const switchIn = (text: string): boolean | null => (text === 'on' ? true : text === 'off' ? false : null);

/** A domain that addresses can end in, as it goes over the wire; `null` where it is none. */
export const domainIn = (text: string): string | null =>
  domainToASCII(text).includes('.') ? (parseMailAddress(`post@${text}`)?.slice('post@'.length) ?? null) : null;

/** `''` where none is given, which later becomes the address listened at. */
export const originIn = (text: string): string | null => {
  if (text === '') return '';
  const { origin, hostname } = URL.parse(text) ?? {};
  return origin !== undefined && origin === text.toLowerCase() && isCovered(origin, hostname ?? '') ? origin : null;
};

const listenIn = (text: string): Settings['listen'] | null => {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/u.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host === undefined || port > 65_535 ? null : { host, port };
};
