import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountView, SessionReply } from '@kepu/shared/contracts/account';
import type { WorkListItem } from '@kepu/shared/contracts/work';
import { storage } from '../../platform/storage';
import { personal } from '../../state/personal';
import { inboxResource } from '../review/unit';
import { session } from '../session/api';
import { worksResource } from '../work/works';
import { logOut } from './log-in';

const account = (id: string): AccountView => ({ id, name: id, phone: '138****0001', roles: [{ role: 'creator', unitId: null, unitName: null, year: null }], consentVersion: '1' });
const reply = (id: string): SessionReply => ({ accessToken: `access-${id}`, refreshToken: `refresh-${id}`, account: account(id) }) as SessionReply;

const KINDS = ['works', 'work:w1', 'desk', 'inbox:u1:submitted', 'slots:u1', 'hand-over:u1', 'mail-server:u1', 'form-preview:w1', 'version:w1:1', 'history:w1', 'films:w1', 'scan:w1', 'computers:w1', 'devices'];

/** As an earlier start of the app left it: this one has not touched any of these. */
async function leftBehind(id: string): Promise<void> {
  for (const kind of KINDS) await storage.write(`seen:${id}:cache:${kind}`, JSON.stringify({ value: `${kind} of ${id}`, at: 1 }));
  await storage.write('public:campaign', JSON.stringify({ value: 'the call', at: 1 }));
}

const keys = async () => {
  await personal.settled();
  return storage.keys();
};

describe('the next person on a phone', () => {
  beforeEach(async () => {
    await logOut();
    for (const key of await storage.keys()) await storage.remove(key);
    await session.open(reply('bao'));
    await keys();
    await leftBehind('bao');
  });

  it('finds nothing of the one who logged out', async () => {
    await logOut();
    expect(await keys()).toEqual(['public:campaign']);
  });

  it('finds nothing of the one whose log-in the server ended', async () => {
    await session.close(true);
    expect(await keys()).toEqual(['public:campaign']);
  });

  it('finds nothing of the one they logged in over, and gets lists of their own', async () => {
    const before = worksResource();
    before.take([{ id: 'w1' } as WorkListItem]);
    await session.open(reply('he'));
    expect((await keys()).filter((key) => key.includes('bao'))).toEqual([]);
    expect(before.get().value).toBeNull();
    expect(worksResource()).not.toBe(before);
    await worksResource().load().catch(() => undefined);
    expect(worksResource().get().value).toBeNull();
  });

  it('of one person sees each unit\'s works apart', () => {
    inboxResource('u1', STATUSES_OF.withUnit).take({ items: [], next: null, total: 0 });
    expect(inboxResource('u2', STATUSES_OF.withUnit).get().value).toBeNull();
  });

  it('sees while offline what they themselves saw before', async () => {
    await worksResource().load().catch(() => undefined);
    expect(worksResource().get().value).toBe('works of bao');
  });
});
