import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Failure, type Terminal } from './command.ts';
import { run } from './run.ts';
import { printable, shown } from './terminal.ts';

describe('a line on a terminal', () => {
  it('shows words in every script as they are', () => {
    for (const words of ['Good: 12 entries.', 'Δίκτυο ποταμῶν', 'Мрежа — „реки“', '水', 'עברית', 'Ö'])
      assert.equal(printable(words), words);
  });

  it('shows what a terminal would obey, or nobody would see, as what it is', () => {
    const cases = {
      '\u001b[2K\rGood': '\\u{1b}[2K\\u{d}Good',
      'a\nb': 'a\\u{a}b',
      '\u009b1A': '\\u{9b}1A',
      'x\u202egood': 'x\\u{202e}good',
      'x\u2028y\u2029': 'x\\u{2028}y\\u{2029}',
      'a\u200bb\u2066c\ufeff': 'a\\u{200b}b\\u{2066}c\\u{feff}',
      'a\u3164b\u00a0c\u3000': 'a\\u{3164}b\\u{a0}c\\u{3000}',
      '\u{e0041}\u{1d173}\ud800': '\\u{e0041}\\u{1d173}\\u{d800}',
      '\u007f\u0000\u0007\t': '\\u{7f}\\u{0}\\u{7}\\u{9}',
    };
    for (const [line, expected] of Object.entries(cases)) assert.equal(printable(line), expected);
  });

  it('holds no control, whatever went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const out = printable(line);
        return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(out) && printable(out) === out;
      }),
    );
  });

  it('says where a name begins and ends', () => {
    assert.equal(shown('attachments/x.json'), 'attachments/x.json');
    assert.equal(shown('x” is fine.'), '“x\\u{201d} is fine.”');
    assert.equal(shown(`x${' '.repeat(3)}Good: all`), '“x\\u{20}\\u{20}\\u{20}Good: all”');
    assert.equal(shown('y'.repeat(5000)).length, 123);
  });
});

describe('every command', () => {
  const hostile = 'entry \u001b[2K\r\nGood: the whole record';
  const said = async (command: (terminal: Terminal) => void): Promise<readonly string[]> => {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const bare = { say: keep, complain: keep, write: keep, read: assert.fail, environment: {} } as unknown as Terminal;
    const load = async () => ({
      help: 'x',
      run: async (_args: readonly string[], terminal: Terminal) => {
        command(terminal);
        return 0 as const;
      },
    });
    await run([{ name: 'x', summary: 'x', load }], '0', ['x'], bare);
    return lines;
  };
  const ways: Readonly<Record<string, (terminal: Terminal) => void>> = {
    say: ({ say }) => say(hostile),
    complain: ({ complain }) => complain(hostile),
    'a failure': () => {
      throw new Failure(hostile);
    },
    'a fault': () => {
      throw new Error(hostile);
    },
  };
  for (const [name, command] of Object.entries(ways)) {
    it(`speaks through it: ${name}`, async () => {
      const lines = await said(command);
      assert.ok(lines.length > 0);
      for (const line of lines) assert.ok(!/\p{Cc}/u.test(line) && !line.startsWith('Good'), line);
    });
  }
});
