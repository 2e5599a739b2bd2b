import { createHash, randomBytes, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { createPool, type Pool } from 'mysql2/promise';
import type { Api } from '../lib/api.js';
import { Api as Client } from '../lib/api.js';

type Row = Record<string, string | number | null>;

/** The database under the server, written to directly: what a year of people did before the measuring begins. */
export class Rows {
  private readonly sqlite: Database.Database | null = null;
  private readonly pool: Pool | null = null;

  constructor(url: string) {
    if (url.startsWith('sqlite:')) this.sqlite = new Database(url.slice('sqlite:'.length), { timeout: 10_000 });
    else this.pool = createPool({ uri: url, connectionLimit: 2 });
  }

  async insert(table: string, rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0] ?? {});
    if (this.sqlite) {
      const statement = this.sqlite.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(',')}) VALUES (${columns.map(() => '?').join(',')})`);
      this.sqlite.transaction(() => rows.forEach((row) => statement.run(columns.map((name) => row[name]))))();
      return;
    }
    for (let from = 0; from < rows.length; from += 500) {
      const values = rows.slice(from, from + 500).map((row) => columns.map((name) => row[name]));
      await this.pool?.query(`INSERT INTO \`${table}\` (${columns.map((name) => `\`${name}\``).join(',')}) VALUES ?`, [values]);
    }
  }

  async query<T>(sql: string, parameters: (string | number)[] = []): Promise<T[]> {
    if (this.sqlite) return this.sqlite.prepare(sql).all(parameters) as T[];
    const [rows] = (await this.pool?.query(sql, parameters)) ?? [[]];
    return rows as T[];
  }

  async execute(sql: string, parameters: (string | number)[] = []): Promise<void> {
    if (this.sqlite) this.sqlite.prepare(sql).run(parameters);
    else await this.pool?.query(sql, parameters);
  }

  async close(): Promise<void> {
    this.sqlite?.close();
    await this.pool?.end();
  }
}

/** People with sessions: rows with a refresh token we know, exchanged for access tokens through the API. */
export async function people(rows: Rows, base: string, count: number, role: 'creator' | 'recommender', unitId: string | null): Promise<(Api & { accountId: string })[]> {
  const now = Date.now();
  const made = Array.from({ length: count }, () => ({ accountId: randomUUID(), sessionId: randomUUID(), token: randomBytes(24).toString('base64url'), phone: `17${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}` }));
  await rows.insert('account', made.map(({ accountId, phone }) => ({ id: accountId, phone, name: '某人', totpLastStep: 0, consentVersion: 'bench', isDisabled: 0, createdAt: now })));
  await rows.insert('role_grant', made.map(({ accountId }) => ({ id: randomUUID(), accountId, role, unitId, grantedAt: now })));
  await rows.insert('session', made.map(({ accountId, sessionId }) => ({ id: sessionId, accountId, device: 'bench', isStrong: 0, startedAt: now, lastUsedAt: now, expiresAt: now + 86_400_000 })));
  await rows.insert('refresh_token', made.map(({ sessionId, token }) => ({ id: randomUUID(), sessionId, hash: createHash('sha256').update(token).digest('hex'), issuedAt: now })));
  const clients: (Api & { accountId: string })[] = [];
  for (const { token, accountId } of made) {
    const { body } = await new Client(base).call('POST /api/auth/refresh', {}, { refreshToken: token });
    clients.push(Object.assign(new Client(base, body.accessToken), { accountId }));
  }
  return clients;
}
