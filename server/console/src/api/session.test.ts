import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionReply } from '@kepu/shared/contracts/account';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session, type TabStorage } from './session';
import { TabChannel } from './tab-channel';

const reply = (number: number, accountId = 'zhou'): SessionReply => ({
  accessToken: `access-${accountId}-${number}`, accessExpiresAt: 0, refreshToken: `refresh-${accountId}-${number}`,
  account: { id: accountId, name: null, phone: '138****0021', roles: [], consentVersion: null },
});

/** Remembers what one browser tab would. */
function tabStorage(kept: Record<string, string> = {}): TabStorage {
  const map = new Map(Object.entries(kept));
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key) };
}

const known = (number: number, accountId = 'zhou') => tabStorage({ 'kepu-console-session': JSON.stringify({ accountId, refreshToken: `refresh-${accountId}-${number}` }) });

let server: Server;
let used: string[];
/** The refresh token the server takes next; each may be used once. */
let current: number;
const realFetch = globalThis.fetch;
const tabs: TabChannel[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { refreshToken } = JSON.parse(body) as { refreshToken: string };
    used.push(refreshToken);
    if (refreshToken === `refresh-zhou-${current}`) {
      current += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply(current)));
      return;
    }
    const problem = { type: '', title: '登录已失效，请重新登录。', status: 401, code: 'SESSION_ENDED', requestId: 'x', reasons: [{ code: 'SESSION_ENDED', message: '登录已失效，请重新登录。' }] };
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  });
}

function tab(storage = tabStorage()): Session {
  const channel = new TabChannel();
  tabs.push(channel);
  return new Session(storage, channel);
}

beforeEach(async () => {
  [used, current] = [[], 1];
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (path, init) => realFetch(new URL(path as string, `http://127.0.0.1:${port}`), init);
});

afterEach(async () => {
  globalThis.fetch = realFetch;
  for (const channel of tabs.splice(0)) channel.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('the log-in of a browser', () => {
  it('survives a reload of the tab', async () => {
    const session = tab(known(1));
    await session.start();
    expect(session.state).toMatchObject({ kind: 'in', account: { id: 'zhou' } });
    expect(session.token()).toBe('access-zhou-2');
  });

  it('asks for the log-in where there is none, and where the kept one has ended', async () => {
    const [fresh, stale] = [tab(), tab(known(7))];
    await Promise.all([fresh.start(), stale.start()]);
    expect([fresh.state.kind, stale.state.kind]).toEqual(['out', 'out']);
  });

  it('renews once however many calls were refused at the same time', async () => {
    const session = tab();
    session.open(reply(1));
    await Promise.all([1, 2, 3].map(() => session.renew('access-zhou-1')));
    expect(used).toEqual(['refresh-zhou-1']);
    expect(session.token()).toBe('access-zhou-2');
  });

  it('does not renew for a call that was sent before the last renewal', async () => {
    const session = tab();
    session.open(reply(1));
    await session.renew('access-zhou-0');
    expect(used).toEqual([]);
  });
});

describe('two tabs of one browser', () => {
  it('share a log-in without a second one: a link opens in a new tab', async () => {
    tab().open(reply(1));
    const second = tab();
    await second.start();
    expect(second.token()).toBe('access-zhou-1');
    expect(used).toEqual([]);
  });

  it('never use one refresh token twice', async () => {
    const [first, second] = [tab(), tab()];
    first.open(reply(1));
    await second.start();
    await first.renew('access-zhou-1');
    await second.renew('access-zhou-1');
    expect(used).toEqual(['refresh-zhou-1']);
    expect(second.token()).toBe('access-zhou-2');
  });

  it('keep apart when two people are logged in', async () => {
    tab().open(reply(1, 'wu'));
    const second = tab(known(1));
    await second.start();
    expect(second.token()).toBe('access-zhou-2');
  });

  it('log out together', async () => {
    const [first, second] = [tab(), tab()];
    first.open(reply(1));
    await second.start();
    first.close();
    await vi.waitFor(() => expect(second.state.kind).toBe('out'));
  });
});

describe('a session that ends while somebody works', () => {
  const ended = async () => {
    const session = tab();
    session.open(reply(9));
    const waiting = session.renew('access-zhou-9').then(() => 'goes on', (error: Error) => error.message);
    await vi.waitFor(() => expect(session.state.kind).toBe('ended'));
    return { session, waiting };
  };

  it('lets what was begun go on once the same person has logged in again', async () => {
    const { session, waiting } = await ended();
    session.open(reply(1));
    expect(await waiting).toBe('goes on');
    expect(session.state.kind).toBe('in');
  });

  it('drops what was begun when another person logs in', async () => {
    const { session, waiting } = await ended();
    session.open(reply(1, 'wu'));
    expect(await waiting).toBe('another person has logged in');
  });
});
