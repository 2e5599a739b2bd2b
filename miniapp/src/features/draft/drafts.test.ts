import { expect, it } from 'vitest';
import type { SessionReply } from '@kepu/shared/contracts/account';
import type { WorkView } from '@kepu/shared/contracts/work';
import { emptyForm } from '@kepu/shared/forms/work-form';
import { storage } from '../../platform/storage';
import { personal } from '../../state/personal';
import { logOut } from '../login/log-in';
import { session } from '../session/api';
import { draftOf, sendUnsent } from './drafts';

const reply = (id: string) => ({ accessToken: id, refreshToken: id, accessExpiresAt: 0, account: { id, name: id, phone: '', roles: [], consentVersion: '1' } }) as SessionReply;
const work = { id: 'w1', form: { ...emptyForm(), title: '风从草原来' }, fieldRevisions: {}, draftChangedAt: 0, signature: null } as unknown as WorkView;
const UNSENT = JSON.stringify({ pending: [['summary', { value: '还没传上去的简介', base: 0 }]], conflicts: [] });

it('text that no server has is tried before a log-out, named, and found again by its writer alone', async () => {
  await session.open(reply('bao'));
  await personal.settled();
  // An earlier start of the app wrote it; this one has not opened the work.
  await storage.write('seen:bao:cache:work:w1', JSON.stringify({ value: work, at: 1 }));
  await storage.write('typed:bao:draft:w1', UNSENT);
  expect(await sendUnsent()).toEqual(['风从草原来']);
  await logOut();
  expect(await storage.keys()).toEqual(['typed:bao:draft:w1']);

  await session.open(reply('he'));
  expect(await sendUnsent()).toEqual([]);
  const his = draftOf(work);
  await his.recall();
  expect(his.store.get().form.summary).toBe('');

  await session.open(reply('bao'));
  const hers = draftOf(work);
  await hers.recall();
  expect(hers.store.get().form.summary).toBe('还没传上去的简介');
  await logOut();
});
