import { encodeQR } from '@paulmillr/qr';
import { memoise } from '../base/memo.ts';
import { type Html, html } from './html.ts';

/** The quiet zone that the standard asks for on each side, in modules. */
const QUIET = 4;

/**
 * Words as a QR code (ISO/IEC 18004, error correction M), as SVG: black on white whatever the colours around it, for a camera must read it.
 * @param label what it says to those who do not see it
 */
export const qrCode = (words: string, label: string): Html => {
  const { size, path } = codeOf(words);
  return html`<svg
    class="qr"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
};

/** To find the best of eight masks takes milliseconds, and a page is made in each language and for each reader. */
const codeOf = memoise(256, (words) => {
  const rows = encodeQR(words, 'raw', { ecc: 'medium', border: QUIET });
  return { size: rows.length, path: pathOf(rows) };
});

/** One stroke for each run of dark modules of a row. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        const from = x;
        while (row[x] === true) x += 1;
        if (x > from) runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
      }
      return runs;
    })
    .join('');
