/** HTML's character references, as far as mail programs write them: numbers, the common signs, Latin-1 and Greek. */
export const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d?));?/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name)) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    if (code > 0x10_ff_ff || code === 0) return '\ufffd';
    // HTML has these numbers stand for windows-1252.
    return code >= 0x80 && code < 0xa0
      ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
      : String.fromCodePoint(code);
  });

const COMMON =
  'amp=& lt=< gt=> quot=" apos=\' ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ bull=• hellip=… euro=€ trade=™ minus=− prime=′ larr=← rarr=→ OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ Icirc=Î';

/** In the order of their code points from U+00A0. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** From U+0391; there is no capital final sigma. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

const numbered = (names: string, from: number): readonly (readonly [string, string])[] =>
  names.split(' ').map((name, i) => [name, String.fromCodePoint(from + i)] as const);

const NAMED: ReadonlyMap<string, string> = new Map([
  ...numbered(LATIN, 0xa0),
  ...numbered(GREEK, 0x391),
  ...numbered(GREEK.toLowerCase().replace('-', 'sigmaf'), 0x3b1),
  ...COMMON.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
]);
