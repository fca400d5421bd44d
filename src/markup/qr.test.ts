import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeQR } from '@paulmillr/qr/decode.js';
import { qrCode } from './qr.ts';

/** The picture as a camera has it, so many pixels a module. */
const photographed = (svg: string, scale = 4) => {
  const size = Number(/viewBox="0 0 (\d+) /u.exec(svg)?.[1]);
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/gu))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  return { width, height: width, data };
};

/** A camera comes nearer where it cannot read. */
const readAtSome = (svg: string): string | null => {
  for (const scale of [4, 5, 6, 7, 8])
    try {
      return decodeQR(photographed(svg, scale));
    } catch {
      continue;
    }
  return null;
};

const ADDRESSES = [
  'https://a.example/verify?of=%2Fa%2Fdecisions%2F1',
  'https://conference.example/verify?of=%2Frivers%2Fstatements%2F12',
  'https://conference-of-river-basins.example:8443/verify?of=%2Friver-basins%2Fcharters%2F123',
] as const;

test('a QR code reads as the words that it was made of', () => {
  for (const address of ADDRESSES) assert.equal(readAtSome(qrCode(address, '').toString()), address);
});

test('it has its quiet zone, and says what it is to those who do not see it', () => {
  const svg = qrCode('https://conference.example/verify', 'Leads to “the check”').toString();
  assert.match(svg, /role="img"\s+aria-label="Leads to “the check”"/u);
  const places = [...svg.matchAll(/M(\d+) (\d+)h/gu)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  assert.equal(Math.min(...places), 4);
});
