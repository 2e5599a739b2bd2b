import type { DeskReply } from '@kepu/shared/contracts/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../platform/database.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { databases } from '../../testing/databases.js';
import { Given, type Person } from '../../testing/given.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { MESSAGE_CHANNELS, type MessageChannel, type Outgoing } from './channel.port.js';
import { MessageDelivery } from './message.entity.js';
import { Messages } from './messages.js';

const MINUTE = 60_000;

describe.each(databases)('messages that leave the app, on $name', (kind) => {
  let test: TestApp;
  let creator: Person;
  const sent: { channel: string; message: Outgoing }[] = [];
  let refusals = 0;

  beforeAll(async () => {
    test = await startTestApp(kind);
    const given = new Given(test);
    await given.campaign();
    creator = await given.person('creator');
    const send = (channel: 'sms' | 'wechat') => (message: Outgoing) => {
      if (channel === 'wechat' && refusals > 0) {
        refusals -= 1;
        return Promise.reject(new Error('45009 reach max api daily quota limit'));
      }
      sent.push({ channel, message });
      return Promise.resolve(`${channel} ok`);
    };
    test.app.get<MessageChannel[]>(MESSAGE_CHANNELS).push({ channel: 'sms', reaches: () => true, send: send('sms') }, { channel: 'wechat', reaches: () => true, send: send('wechat') });
  });
  afterAll(() => test.stop());

  const tellOf = (count: number) =>
    test.app.get(Database).transaction(() => test.app.get(Messages).tell([creator.accountId], 'work.returned', { title: '一滴水的旅程', unit: '某盟科技局', count, until: Date.UTC(2025, 11, 6, 10) }, null));
  const deliveries = async () => (await test.app.get(Database).read(MessageDelivery).find({ order: { channel: 'ASC' } })).map(({ channel, state, attempts, answer }) => ({ channel, state, attempts, answer }));
  const drainLater = async (minutes: number) => {
    test.clock.setTo(test.clock.now() + minutes * MINUTE);
    await test.app.get(JobWorker).drain(['light']);
  };

  it('go out once on each channel, though one of them fails twice', async () => {
    refusals = 2;
    await tellOf(2);
    const { body } = await creator.get<DeskReply>('/api/me/desk');
    expect(body.messages.map(({ text }) => text)).toEqual([expect.stringContaining('《一滴水的旅程》被某盟科技局退回，2 处要改')]);
    for (const minutes of [0, 5, 10]) await drainLater(minutes);
    await expect.poll(deliveries).toEqual([
      { channel: 'sms', state: 'sent', attempts: 1, answer: 'sms ok' },
      { channel: 'wechat', state: 'sent', attempts: 3, answer: 'wechat ok' },
    ]);
    expect(sent.map(({ channel }) => channel)).toEqual(['sms', 'wechat']);
    expect(sent.map(({ message }) => message.content)).toEqual([
      { template: 'returned', blanks: ['一滴水的旅程', '2', expect.stringContaining('12月6日')] },
      { template: 'review-result', fields: { thing1: '一滴水的旅程', phrase2: '退回修改', thing3: expect.stringContaining('2 处要改') } },
    ]);
  });

  it('say why they failed once every attempt is used, and the others went all the same', async () => {
    refusals = 99;
    await tellOf(7);
    for (const minutes of [0, 5, 10, 20, 60]) await drainLater(minutes);
    refusals = 0;
    await expect.poll(async () => (await deliveries()).filter(({ attempts }) => attempts === 5)).toEqual([{ channel: 'wechat', state: 'failed', attempts: 5, answer: '45009 reach max api daily quota limit' }]);
    expect(sent.filter(({ channel }) => channel === 'sms')).toHaveLength(2);
  });

  it('are kept in the app alone where a kind has no template for a channel', async () => {
    await test.app.get(Database).transaction(() => test.app.get(Messages).tell([creator.accountId], 'work.withdrawn', { title: '一滴水的旅程' }, null));
    expect(await deliveries()).toHaveLength(4);
  });
});
