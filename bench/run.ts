import type { Measurement } from './report.ts';

/** `npm run --silent bench [-- NAME …]`: prints what each benchmark measured, a line of JSON each. */

const BENCHMARKS: Readonly<Record<string, () => Promise<Measurement>>> = {
  submit: async () => (await import('./submit.ts')).submit(),
  'submit-slow-disk': async () => (await import('./submit.ts')).submitSlowDisk(),
  page: async () => (await import('./page.ts')).page(),
  verify: async () => (await import('./verify.ts')).verify(),
  start: async () => (await import('./start.ts')).start(),
  'merge-200': async () => (await import('./merge.ts')).merge200(),
  'merge-2000': async () => (await import('./merge.ts')).merge2000(),
  'frontier-60': async () => (await import('./frontier.ts')).frontier60(),
  'frontier-300': async () => (await import('./frontier.ts')).frontier300(),
  'text-page': async () => (await import('./text-page.ts')).textPage(),
  typing: async () => (await import('./typing.ts')).typing(),
  'circular-5000': async () => (await import('./circular.ts')).circular5000(),
  'live-5000': async () => (await import('./live.ts')).live5000(),
  'sitting-300': async () => (await import('./sitting.ts')).sitting300(),
  siege: async () => (await import('./siege.ts')).siege(),
  'big-conference': async () => (await import('./big-conference.ts')).bigConference(),
  acts: async () => (await import('./acts.ts')).acts(),
  cost: async () => (await import('./cost.ts')).cost(),
  'pdf-20': async () => (await import('./pdf.ts')).pdf20(),
  publish: async () => (await import('./publish.ts')).publish(),
  means: async () => (await import('./means.ts')).means(),
  search: async () => (await import('./search.ts')).search(),
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHMARKS);
const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names) console.log(JSON.stringify(await BENCHMARKS[name]?.()));
}
