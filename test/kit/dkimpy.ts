import { spawnSync } from 'node:child_process';

/** Debian's python3-dkim, a verifier that shares no code with ours: `null` where it is not installed, with the reason. */

const PYTHON = '/usr/bin/python3';

const VERIFY = `
import sys, json, base64, dkim
asked = json.load(sys.stdin)
def record(name, timeout=5):
    return asked['record'].encode() if name.decode() == asked['name'] + '.' else None
print(json.dumps([dkim.verify(base64.b64decode(message), dnsfunc=record) for message in asked['messages']]))
`;

/** Why dkimpy cannot be asked; `false` where it can. */
export const noDkimpy = (): string | false =>
  spawnSync(PYTHON, ['-c', 'import dkim']).status === 0 ? false : 'python3-dkim is not installed';

/** Whether it finds the first signature of each message good, given the key's record. */
export const dkimpyVerifies = (messages: readonly Uint8Array[], name: string, record: string): readonly boolean[] => {
  const input = JSON.stringify({
    name,
    record,
    messages: messages.map((message) => Buffer.from(message).toString('base64')),
  });
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', VERIFY], { input, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly boolean[];
};
