import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandsWith } from './commands.ts';
import { run } from './run.ts';

/** What the command line says of itself, and to whoever calls it in a wrong way: nothing is opened, started or written for it. */

const never = (): never => assert.fail('This is not to be asked for');
const commands = commandsWith({
  startNode: never,
  toldToEnd: never,
  openFolder: never,
  openBeside: never,
  writeSample: never,
  version: '1.2.3',
  snapshots: async () => ({ snapshot: never }),
  soundness: async () => ({ faultsIn: never }),
  accepting: async () => ({ acceptBeside: never }),
  publish: never,
  openDocuments: never,
});

const isonomia = async (...args: readonly string[]) => {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(commands, '1.2.3', args, {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    write: never,
    read: never,
    environment: {},
  });
  return { code, out: said.join('\n'), err: complained.join('\n') };
};

describe('isonomia', () => {
  it('says what there is, and more of each', async () => {
    const { code, out: overview } = await isonomia('--help');
    assert.equal(code, 0);
    for (const { name, summary } of commands) {
      assert.ok(overview.includes(`isonomia ${name} `) && overview.includes(summary), name);
      const { code: ended, out, err } = await isonomia(...name.split(' '), '--help');
      assert.deepEqual([ended, err], [0, ''], name);
      assert.match(out, new RegExp(`^isonomia ${name}: .*\n\nisonomia ${name}`, 'u'));
    }
  });

  it('ends with 2 when it is called in a wrong way, and says what was wrong', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^$/u],
      [['dance'], /no command “dance”/u],
      [['key'], /which\?/u],
      [['verify'], /Something is missing/u],
      [['verify', 'a', 'b'], /“b”/u],
      [['export', '--out', 'x'], /--conference is missing/u],
      [['export', '--conference', 'A B', '--out', 'x'], /“A B” cannot name/u],
      [['act', '--conference', 'x', '--key', 'k', '--as', 'y', 'text.sing'], /no kind of act “text.sing”/u],
      [['serve', '--listen', 'here'], /--listen must be HOST:PORT/u],
      [['serve', '--port', '80'], /--port/u],
    ];
    for (const [args, complaint] of cases) {
      const { code, err } = await isonomia(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, complaint);
      assert.ok(!err.includes('    at '), err);
    }
  });
});
