import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type DatabaseName = 'SQLite' | 'MariaDB';

/** The databases of this machine: MariaDB where KEPU_TEST_MYSQL names a server. */
export const databases: DatabaseName[] = process.env.KEPU_TEST_MYSQL ? ['SQLite', 'MariaDB'] : ['SQLite'];

export interface ServerOptions {
  database?: DatabaseName;
  env?: Record<string, string>;
}

/** The built server as a process of its own: started, killed and started again on the same data. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    /** `sqlite:PATH` or `mysql://…` */
    readonly databaseUrl: string,
    private readonly env: Record<string, string>,
  ) {}

  /** A server on a free port with empty data; ready when this resolves. */
  static async start({ database = 'SQLite', env = {} }: ServerOptions = {}): Promise<ServerProcess> {
    const dataDir = mkdtempSync(join(tmpdir(), 'kepu-journey-'));
    const url = database === 'SQLite' ? `sqlite:${join(dataDir, 'kepu.sqlite')}` : await newDatabase();
    const server = new ServerProcess(await freePort(), dataDir, url, env);
    await server.up();
    return server;
  }

  /** Another process on the same data, as behind a proxy that spreads requests. Stop it before this one. */
  async beside(env: Record<string, string> = {}): Promise<ServerProcess> {
    const other = new ServerProcess(await freePort(), this.dataDir, this.databaseUrl, { ...this.env, ...env });
    await other.up();
    return other;
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts the process and waits until it says it is ready. */
  async up(): Promise<void> {
    const env = { ...process.env, KEPU_LOG_LEVEL: 'error', KEPU_MODE: 'demonstration', NODE_ENV: 'test', ...this.env, PORT: String(this.port), KEPU_DATA_DIR: this.dataDir, DATABASE_URL: this.databaseUrl, KEPU_PUBLIC_URL: this.base };
    this.child = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000));
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    const until = Date.now() + 180_000;
    while (!(await this.isReady())) {
      if (this.child.exitCode !== null || Date.now() > until) throw new Error(`the server did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** As a power cut would: no time to put anything in order. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends the process and leaves its data. */
  async leave(): Promise<void> {
    await this.end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
    if (this.databaseUrl.startsWith('mysql:')) await dropDatabase(this.databaseUrl);
  }

  /** Megabytes the process has in memory now, and the most it ever had. */
  memory(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`, 'u').exec(status)?.[1] ?? 0) / 1024;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  private async isReady(): Promise<boolean> {
    return fetch(`${this.base}/readyz`).then((reply) => reply.ok, () => false);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function onServer(sql: string): Promise<void> {
  const connection = await createConnection({ uri: process.env.KEPU_TEST_MYSQL ?? '' });
  await connection.query(sql).finally(() => connection.end());
}

async function newDatabase(): Promise<string> {
  const name = `kepu_journey_${randomBytes(6).toString('hex')}`;
  // What a hosting panel may have left: the tables must not take their letters from the database they stand in.
  await onServer(`CREATE DATABASE ${name} CHARACTER SET latin1 COLLATE latin1_swedish_ci`);
  const url = new URL(process.env.KEPU_TEST_MYSQL ?? '');
  url.pathname = `/${name}`;
  return url.toString();
}

function dropDatabase(url: string): Promise<void> {
  return onServer(`DROP DATABASE ${new URL(url).pathname.slice(1)}`);
}
