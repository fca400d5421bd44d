import { decimalOf } from '../../src/base/money.ts';
import type { Currency } from '../../src/base/currency.ts';

/** Statements as banks write them in camt.053, in what differs between its versions. */

export interface Written {
  readonly day: string;
  /** In minor units: more than nothing came in. */
  readonly amount: number;
  readonly reference?: string;
  readonly name?: string;
  readonly words?: string;
  readonly status?: 'BOOK' | 'PDNG';
  readonly reversal?: boolean;
  /** What it is a batch of. */
  readonly details?: readonly number[];
}

export interface Statement {
  readonly version?: '02' | '04' | '08' | '13';
  readonly currency?: string;
  readonly iban?: string;
  readonly opening: number;
  /** What the lines come to, where it is left out. */
  readonly closing?: number;
  readonly opens?: string;
  readonly closes?: string;
  readonly lines: readonly Written[];
  readonly id?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const el = (name: string, ...inner: readonly string[]): string => `<${name}>${inner.join('')}</${name}>`;

const statement = (of: Statement): string => {
  const { version = '08', currency = 'EUR', iban = 'RS35105008123123123173', opening, lines, id = 'S-1' } = of;
  const { opens = lines[0]?.day ?? '2026-01-01', closes = lines.at(-1)?.day ?? '2026-01-31' } = of;
  const booked = lines.filter(({ status }) => status !== 'PDNG').reduce((sum, { amount }) => sum + amount, 0);
  const isNew = version === '08' || version === '13';
  const amount = (units: number): string =>
    `<Amt Ccy="${currency}">${decimalOf(Math.abs(units), currency as Currency)}</Amt>${el('CdtDbtInd', units < 0 ? 'DBIT' : 'CRDT')}`;
  const balance = (code: string, units: number, day: string): string =>
    el('Bal', el('Tp', el('CdOrPrtry', el('Cd', code))), amount(units), el('Dt', el('Dt', day)));
  const party = (line: Written): string => {
    if (line.name === undefined) return '';
    const name = el('Nm', escaped(line.name));
    return el('RltdPties', el(line.amount < 0 ? 'Cdtr' : 'Dbtr', isNew ? el('Pty', name) : name));
  };
  const details = (line: Written): string =>
    line.details === undefined
      ? el('NtryDtls', el('TxDtls', party(line), el('RmtInf', el('Ustrd', escaped(line.words ?? '')))))
      : el(
          'NtryDtls',
          el('Btch', el('NbOfTxs', `${line.details.length}`)),
          ...line.details.map((units) => el('TxDtls', amount(units), party(line))),
        );
  const entry = (line: Written): string => {
    const { status = 'BOOK' } = line;
    return el(
      'Ntry',
      amount(line.amount),
      ...(line.reversal === true ? [el('RvslInd', 'true')] : []),
      el('Sts', isNew ? el('Cd', status) : status),
      el('BookgDt', el('Dt', line.day)),
      ...(line.reference === undefined ? [] : [el('AcctSvcrRef', escaped(line.reference))]),
      details(line),
    );
  };
  return el(
    'Stmt',
    el('Id', id),
    el('CreDtTm', `${closes}T20:00:00`),
    el('Acct', el('Id', el('IBAN', iban)), el('Ccy', currency)),
    balance('OPBD', opening, opens),
    balance('CLBD', of.closing ?? opening + booked, closes),
    ...lines.map(entry),
  );
};

export const camtOf = (...statements: readonly Statement[]): string => {
  const version = statements[0]?.version ?? '08';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">${el(
    'BkToCstmrStmt',
    el('GrpHdr', el('MsgId', 'M'), el('CreDtTm', '2026-01-31T20:00:00')),
    ...statements.map(statement),
  )}</Document>`;
};
