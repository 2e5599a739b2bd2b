import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Instant } from '@kepu/shared/time';
import { createApp } from '../create-app.js';
import { FakeSmsGateway, FAKE_SMS } from '../fakes/fake-sms-gateway.js';
import { FakeWechat, FAKE_WECHAT } from '../fakes/fake-wechat.js';
import { Clock } from '../platform/clock.js';
import { readConfig, type Config } from '../platform/config.js';
import { makeLog } from '../platform/log.js';
import { migrate } from '../platform/tables/migrate.js';
import type { DatabaseKind } from './databases.js';

/** A clock that tests move. It runs, unless it is held. */
export class TestClock extends Clock {
  private offset = 0;
  private heldAt: Instant | null = null;

  override now(): Instant {
    return this.heldAt ?? Date.now() + this.offset;
  }

  setTo(at: Instant): void {
    this.offset = at - Date.now();
    this.heldAt = null;
  }

  hold(at: Instant): void {
    this.heldAt = at;
  }
}

export interface TestApp {
  app: NestExpressApplication;
  base: string;
  clock: TestClock;
  config: Config;
  sms: FakeSmsGateway;
  wechat: FakeWechat;
  stop: () => Promise<void>;
}

/** The real server on a free port with a database of its own, WeChat and SMS played by the fakes. */
export async function startTestApp(kind: DatabaseKind, settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await kind.make();
  const dataDir = mkdtempSync(join(tmpdir(), 'kepu-data-'));
  const sms = new FakeSmsGateway();
  const wechat = new FakeWechat();
  const config = readConfig({
    PORT: '0',
    KEPU_MODE: 'demonstration',
    KEPU_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    KEPU_LOG_LEVEL: process.env.KEPU_LOG_LEVEL ?? 'silent',
    KEPU_SMS_API: await sms.listen(),
    KEPU_SMS_SECRET_ID: FAKE_SMS.secretId,
    KEPU_SMS_SECRET_KEY: FAKE_SMS.secretKey,
    KEPU_SMS_APP_ID: FAKE_SMS.appId,
    KEPU_SMS_SIGN: FAKE_SMS.sign,
    KEPU_SMS_TEMPLATE: FAKE_SMS.template,
    KEPU_WECHAT_API: await wechat.listen(),
    KEPU_WECHAT_APP_ID: FAKE_WECHAT.appId,
    KEPU_WECHAT_SECRET: FAKE_WECHAT.secret,
    ...settings,
  });
  await migrate(config.databaseUrl);
  const clock = new TestClock();
  const app = await createApp(config, makeLog(config.KEPU_LOG_LEVEL), clock);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const stop = async () => {
    await app.close();
    sms.onApplicationShutdown();
    wechat.onApplicationShutdown();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, base: `http://127.0.0.1:${port}`, clock, config, sms, wechat, stop };
}
