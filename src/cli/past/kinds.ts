/** What files are, by how they begin and what their names end in. */

interface FileKind {
  readonly endings: readonly string[];
  readonly type: string;
  /** How its bytes begin; `null`: it is text. */
  readonly begins: readonly number[] | null;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

const KINDS: readonly FileKind[] = [
  { endings: ['pdf'], type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  {
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: ZIP,
  },
  { endings: ['odt'], type: 'application/vnd.oasis.opendocument.text', begins: ZIP },
  { endings: ['png'], type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { endings: ['jpg', 'jpeg'], type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { endings: ['txt', 'md', 'markdown'], type: 'text/plain', begins: null },
];

/** Of the bytes of a text, so many are looked at. */
const LOOKED_AT = 4096;

const beginsWith = (bytes: Uint8Array, begins: readonly number[]): boolean =>
  begins.every((byte, i) => bytes[i] === byte);

/** The media type of a file, where its bytes are what its name says; anything else is a row of bytes. `null`: its name says that it is something that it is not. */
export const typeOfFile = (path: string, bytes: Uint8Array): string | null => {
  const ending = /\.([A-Za-z0-9]{1,8})$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  const named = KINDS.find(({ endings }) => endings.includes(ending));
  const found = KINDS.filter(({ begins }) => begins !== null && beginsWith(bytes, begins));
  if (named === undefined) return found.length === 0 ? 'application/octet-stream' : null;
  if (named.begins !== null) return found.includes(named) ? named.type : null;
  // UTF-16 has a zero in every other byte, and is text.
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const binary = found.length > 0 || (!marked && bytes.subarray(0, LOOKED_AT).includes(0));
  return binary ? null : named.type;
};

/** Whether the words of such a file can be read. */
export const isReadable = (path: string): boolean => /\.(?:docx|odt|txt|md|markdown)$/iu.test(path);
