import { encodeQR } from '@paulmillr/qr';

/** An address as a QR code (ISO/IEC 18004), for a camera. Level M: a seventh of it may be unreadable. */
export const codeOf = (address: string): string => {
  const dots = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
  const path = dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${dots.length} ${dots.length}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
};
