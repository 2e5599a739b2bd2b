import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { FakeSmsGateway, FAKE_SMS } from './fakes/fake-sms-gateway.js';
import { FakeWechat, FAKE_WECHAT } from './fakes/fake-wechat.js';
import { DEMO_PEOPLE } from './modules/demo/demo-accounts.js';
import { DemoMark } from './modules/demo/demo-mark.js';
import { DemoSeed } from './modules/demo/demo-seed.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import type { Log } from './platform/log.js';
import { nestLog } from './platform/nest-log.js';
import { migrate } from './platform/tables/migrate.js';

/**
 * Everything a demonstration needs before it starts, once `refuseWrongMode` has let it: tables, a campaign that is open now with sample
 * people and works, and fakes in place of WeChat and the SMS service where none is configured.
 */
export async function prepareDemonstration(config: Config, log: Log, tell: (line: string) => void): Promise<Config> {
  const { migrations } = await migrate(config.databaseUrl);
  if (migrations.length > 0) tell(`  Database ready (${migrations.length} migrations).`);
  await sow(config, log, tell);
  const withFakes: Config = { ...config };
  if (!config.KEPU_SMS_SECRET_ID) {
    const { secretId, secretKey, appId, sign, template } = FAKE_SMS;
    Object.assign(withFakes, { KEPU_SMS_API: await new FakeSmsGateway().listen(), KEPU_SMS_SECRET_ID: secretId, KEPU_SMS_SECRET_KEY: secretKey, KEPU_SMS_APP_ID: appId, KEPU_SMS_SIGN: sign, KEPU_SMS_TEMPLATE: template });
  }
  if (!config.KEPU_WECHAT_APP_ID) Object.assign(withFakes, { KEPU_WECHAT_API: await new FakeWechat().listen(), KEPU_WECHAT_APP_ID: FAKE_WECHAT.appId, KEPU_WECHAT_SECRET: FAKE_WECHAT.secret });
  tell('  Demonstration accounts (one tap on the log-in pages):');
  for (const person of DEMO_PEOPLE) tell(`    ${person.phone}  ${person.subtitle}`);
  return withFakes;
}

/** Time passes between the steps of the sample data, so that their history reads like one. */
class SteppingClock extends Clock {
  private at = Date.now() - 9 * 86_400_000;

  override now(): number {
    this.at = Math.min(this.at + 1_380_000, Date.now());
    return this.at;
  }
}

async function sow(config: Config, log: Log, tell: (line: string) => void): Promise<void> {
  const context = await NestFactory.createApplicationContext(AppModule.with(config, log, new SteppingClock()), { logger: nestLog(log), abortOnError: false });
  try {
    const [seed, mark] = [context.get(DemoSeed), context.get(DemoMark)];
    if ((await mark.read()) === 'none' && (await seed.isThere())) await mark.end(); // from before there was a mark
    const state = await mark.read();
    if (state !== 'sown') {
      tell('  Preparing the demonstration campaign…');
      await mark.begin();
      if (state === 'half') await seed.clear();
      await seed.sow(Date.now(), (line) => tell(`    ${line}`));
      await mark.end();
    } else if (await seed.reopen(Date.now())) {
      tell('  The demonstration campaign had closed: its dates were moved to be open now.');
    }
  } finally {
    await context.close();
  }
}
