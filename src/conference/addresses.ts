/** Names in addresses that are the installation's own: no conference can stand there. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'about',
  'api',
  'assets',
  'found',
  'health',
  'log',
  'metrics',
  'ready',
  'sample',
  'sign-in',
  'static',
  'u',
  'verify',
]);
