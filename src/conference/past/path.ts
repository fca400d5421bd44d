/** The most UTF-16 units of a path, and how deep it may lead. */
const [MOST, DEPTH] = [400, 8];

/** Why this is no path to a file below a folder; `null`: it is one. Whether there is a file, and whether a link leads out, the folder tells. */
export const pathFault = (path: string): 'climbs-out' | 'not-a-path' | null => {
  const parts = path.split('/');
  if (path.startsWith('/') || parts.includes('..') || /^[A-Za-z]:/u.test(path)) return 'climbs-out';
  const strange = path.length > MOST || parts.length > DEPTH || /[\\\p{Cc}]/u.test(path);
  return strange || parts.some((part) => part === '' || part === '.') ? 'not-a-path' : null;
};
