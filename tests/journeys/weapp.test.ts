import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../lib/server-process.js';
import { WeappPhone } from '../lib/weapp/weapp-phone.js';

describe('the built mini-program', () => {
  let server: ServerProcess;
  let phone: WeappPhone;
  beforeAll(async () => { server = await ServerProcess.start(); });
  afterAll(() => server.stop());
  it('starts', async () => {
    phone = new WeappPhone(server.base, '13800000001');
    await phone.sees('登录');
    console.log(phone.screen, phone.faults);
    phone.tap('登录，开始填推荐表');
    await phone.sees('演示账号');
    console.log(phone.screen, phone.faults);
    phone.end();
  });
});
