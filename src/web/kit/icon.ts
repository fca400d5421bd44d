import { crc32, deflateSync } from 'node:zlib';

/** The sign of equality on a square, as every size and form that a browser or a phone asks for: one drawing, of which all are made. */

const [INK, PAPER] = [
  [0x1d, 0x4f, 0x8c],
  [0xfc, 0xfb, 0xf8],
] as const;
/** In units of a square of 32: its corners, where the bars begin and end, and how thick they are. */
const [SIDE, CORNER, FROM, TO, THICK] = [32, 6, 8, 24, 3];
const BARS = [12, 20] as const;

const hexOf = (colour: readonly number[]): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="${hexOf(INK)}"/><g stroke="${hexOf(PAPER)}" stroke-width="${THICK}" stroke-linecap="round"><path d="${BARS.map((y) => `M${FROM} ${y}h${TO - FROM}`).join('')}"/></g></svg>`;

/** The sizes in pixels of icons as PNG; phones cut theirs to a shape of their own, so they fill the square. */
export const ICON_SIZES = [180, 192, 512] as const;

/** Points within a pixel that are looked at, along each side. */
const FINE = 4;

const isInk = (x: number, y: number): boolean =>
  !BARS.some((bar) => Math.hypot(x - Math.min(Math.max(x, FROM), TO), y - bar) <= THICK / 2);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Eight bits of each of red, green and blue. */
const RGB = [8, 2, 0, 0, 0];

/** The same as PNG (ISO/IEC 15948), without round corners. */
export const iconPng = (size: number): Uint8Array<ArrayBuffer> => {
  const width = 1 + size * 3;
  const rows = Buffer.alloc(size * width);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const share = shareOfInk(x, y, size);
      for (let part = 0; part < 3; part += 1)
        rows[y * width + 1 + x * 3 + part] = Math.round((INK[part] ?? 0) * share + (PAPER[part] ?? 0) * (1 - share));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set(RGB, 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from(MAGIC), ...parts]));
};

const shareOfInk = (x: number, y: number, size: number): number => {
  let ink = 0;
  for (let i = 0; i < FINE * FINE; i += 1) {
    const [px, py] = [x + ((i % FINE) + 0.5) / FINE, y + (Math.floor(i / FINE) + 0.5) / FINE];
    if (isInk((px * SIDE) / size, (py * SIDE) / size)) ink += 1;
  }
  return ink / (FINE * FINE);
};

/** What a browser asks for that puts the site beside the programs of a device (W3C Web App Manifest). */
export const manifest = JSON.stringify({
  name: 'Isonomia',
  short_name: 'Isonomia',
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'minimal-ui',
  background_color: hexOf(PAPER),
  theme_color: hexOf(INK),
  icons: [
    { src: '/assets/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...ICON_SIZES.slice(1).map((size) => ({
      src: `/assets/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  ],
});
