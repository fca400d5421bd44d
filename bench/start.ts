import { type Served, serve, SLUG } from '../test/kit/served.ts';
import { folderOfActs, withScratch } from './folders.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** How long a node needs, from its start on, until it shows a page of a conference with a long record. */

const ACTS = 100_000;
const ROUNDS = 5;

const seconds = async (data: string): Promise<number> => {
  const began = performance.now();
  const served: Served = await serve(data);
  try {
    const answer = await fetch(`${served.origin}/${SLUG}`);
    if (!answer.ok) throw new Error(`The node answered ${answer.status}`);
    await answer.arrayBuffer();
    return (performance.now() - began) / 1000;
  } finally {
    await served.end('SIGTERM');
  }
};

export const start = async (): Promise<Measurement> =>
  withScratch(async (data) => {
    await folderOfActs(data, ACTS, 'carelessly');
    const found: number[] = [];
    for (let i = 0; i < ROUNDS; i++) found.push(await seconds(data));
    return measured('start', 's', median(found), 2, 'aim ≤ 2 s', `${ACTS} acts`, noise('start', found));
  });
