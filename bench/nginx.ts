import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasTool } from './limits.ts';

export interface Nginx {
  readonly origin: string;
  readonly end: () => Promise<void>;
}

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/** Serves the files of a folder by one nginx process, without a log; `null` where nginx is not installed. */
export const startNginx = async (folder: string): Promise<Nginx | null> => {
  const program = (await hasTool('nginx')) ? 'nginx' : PLACES.find((place) => existsSync(place));
  if (program === undefined) return null;
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder};`);
  await writeFile(
    file,
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http {
  ${temporary.join('\n  ')}
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=10;
  keepalive_requests 1000000000;
  default_type text/html;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`,
  );
  const child = spawn(program, ['-c', file, '-e', join(folder, 'nginx.log'), '-p', folder], { stdio: 'ignore' });
  const gone = once(child, 'exit');
  await listened(port, gone);
  return {
    origin: `http://127.0.0.1:${port}`,
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** Resolves when somebody listens at this port; rejects when the process has ended before. */
const listened = async (port: number, gone: Promise<unknown>): Promise<void> => {
  let ended = false;
  void gone.then(() => (ended = true));
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      if (ended) throw new Error('nginx did not start');
      await wait(20);
    } finally {
      socket.destroy();
    }
  }
};
