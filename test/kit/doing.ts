import assert from 'node:assert/strict';
import type { ActKind } from '../../src/charter/acts.ts';
import type { State } from '../../src/charter/state.ts';
import { actIn, createForms, wordsIn } from './forms.ts';
import type { SampleScene } from './sample.ts';

/** What all of the money is, and whose, in each currency: they come to the same after every act. */
export const balanceOf = ({ means }: State): Readonly<Record<string, readonly [assets: bigint, funds: bigint]>> => {
  const sums: Record<string, [bigint, bigint]> = {};
  for (const { kind, balances } of means.accounts)
    for (const [currency, units] of balances) {
      const sum = sums[currency] ?? [0n, 0n];
      sums[currency] = sum;
      if (kind === 'asset') sum[0] += units;
      // What a fund has stands on the other side.
      if (kind === 'fund') sum[1] -= units;
    }
  return sums;
};

/** Pages of the sample, and acts as delegates make them. */
export const createDoing = (scene: SampleScene) => {
  const { send } = createForms(scene);
  return {
    page: async (path: string, organisation: string | null = null, status = 200): Promise<string> => {
      const headers = await scene.headers(organisation);
      const response = await scene.ask(`/sample${path}`, { headers });
      assert.equal(response.status, status, path);
      return response.text();
    },
    /** Fills in the form, reads it over, signs what it shows, and looks whether the books balance. */
    does: async (by: string, kind: ActKind, fields: Readonly<Record<string, string>>): Promise<string> => {
      const shown = await send(by, kind, fields);
      await scene.act([by, 1], kind, actIn(shown).body as never);
      for (const [currency, [assets, funds]] of Object.entries(balanceOf(scene.conference.state())))
        assert.equal(assets, funds, currency);
      return wordsIn(shown);
    },
  };
};
