import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Rows } from '../bench/rows.js';
import { Api } from '../lib/api.js';
import { BROWSER, DESK, openBrowser, Person } from '../lib/browser.js';
import { databases, ROOT, ServerProcess } from '../lib/server-process.js';

const PASSWORD = 'Windmill-On-The-Steppe-26';
const STEP_MS = 30_000;

describe.runIf(BROWSER).each(databases)('the console from the first administrator on, on %s', (database) => {
  let server: ServerProcess;
  let browser: Browser;
  let admin: Person;
  let totp: TOTP;

  beforeAll(async () => {
    [server, browser] = await Promise.all([ServerProcess.start({ database }), openBrowser()]);
    admin = await Person.at(browser, server.base, DESK, `${database}-console`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await admin.photograph(`FAILED ${task.name.slice(0, 30)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is entered by the link the operator made: phone, password, authenticator, consent', async () => {
    const env = { ...process.env, KEPU_MODE: 'demonstration', KEPU_DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl, KEPU_PUBLIC_URL: server.base, KEPU_LOG_LEVEL: 'error' };
    const said = execFileSync(process.execPath, ['server/dist/cli/main.js', 'create-admin', '--name=吴某某', '--phone=13700000077'], { cwd: ROOT, env }).toString();
    const link = /https?:\S+/u.exec(said)?.[0] ?? '';
    await admin.page.goto(link);
    await admin.tap('获取验证码');
    const smsCode = /\d{6}/u.exec((await admin.page.getByText('演示环境不发短信').textContent()) ?? '')?.[0] ?? '';
    await admin.fill('短信验证码', smsCode);
    await admin.fill('设置密码', PASSWORD);
    const secret = ((await admin.page.locator('.ant-typography').first().textContent()) ?? '').replace(/\s/gu, '');
    totp = new TOTP({ secret });
    await admin.page.getByPlaceholder('6 位数字').fill(totp.generate());
    await admin.page.getByRole('checkbox').check();
    await admin.photograph('invitation');
    await admin.tap('加入并进入管理端');
    await admin.see('概览');
    await admin.page.goto(link);
    await admin.see(/已经用过|已使用|失效|无效|不能再用/u);
  });

  it('asks for both factors at every log-in, and takes no code twice', async () => {
    await admin.page.goto('/console');
    await admin.tap(/吴某某/u);
    await admin.page.getByText('退出登录').click();
    await admin.fill('手机号', '13700000077');
    await admin.fill('密码', PASSWORD);
    await admin.tap('下一步');
    await admin.see('密码已核对');
    await admin.photograph('second-factor');
    // The code of the next thirty seconds: the one that was used to join is spent.
    await admin.page.keyboard.type(totp.generate({ timestamp: Date.now() + STEP_MS }));
    
    await admin.see('概览');
    await admin.photograph('overview');
  });

  it('changes the call with a reason; what stood before and after is in the log, and the phone app follows', async () => {
    await admin.page.getByText('征集设置', { exact: true }).first().click();
    await admin.page.getByLabel('作品名称').fill('38');
    await admin.page.keyboard.press('Tab');
    await admin.tap(/^存为第 2 版/u);
    await admin.fill('原因', '补充通知：名称不超过38个字');
    await admin.photograph('settings');
    await admin.page.getByRole('dialog').getByRole('button', { name: '存为第 2 版' }).click();
    await expect.poll(() => new Api(server.base).call('GET /api/campaign', {}).then(({ body }) => body.config.limits.title), { timeout: 15_000 }).toBe(38);
    await admin.page.getByText('操作日志', { exact: true }).first().click();
    await admin.page.waitForURL(/\/console\/audit/u);
    await admin.page.getByText('修改征集设置').first().click();
    await admin.see('补充通知：名称不超过38个字');
    await admin.photograph('audit-log');
    expect(admin.errors).toEqual([]);
  });

  it('switches one check off and another to a reminder, at once for everyone who reads the rules', async () => {
    await admin.page.goto('/console/campaign');
    await admin.page.getByRole('radiogroup', { name: 'V5 文件大小' }).getByText('提醒').click();
    await admin.page.getByRole('radiogroup', { name: 'V2 黑边与填充' }).getByText('关闭').click();
    await expect.poll(() => admin.page.getByRole('radiogroup', { name: 'V6 片头名称' }).getByText('阻止').count()).toBe(0);
    await admin.tap(/^存为第 3 版/u);
    await admin.fill('原因', '补充通知：大小只作提醒');
    await admin.see(/草稿和退回的作品马上重算/u);
    await admin.photograph('rule-modes');
    await admin.page.getByRole('dialog').getByRole('button', { name: '存为第 3 版' }).click();
    await expect.poll(() => new Api(server.base).call('GET /api/campaign', {}).then(({ body }) => body.config.ruleModes), { timeout: 15_000 }).toEqual({ V5: 'warn', 'V2.bars': 'off' });
    await admin.page.goto('/console/rules#V5');
    await admin.see('黑边与填充：不检查，也不显示');
    await admin.photograph('rules');
  });

  it('shows every unit with its slots', async () => {
    await admin.page.getByText('推荐单位与名额', { exact: true }).first().click();
    await admin.see('兴安盟科技局');
    await admin.see('满洲里市工信和科技局');
    await admin.photograph('units');
  });

  describe('on the page of a work of the demonstration', () => {
    const now = () => admin.page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
    const isLoaded = (url: string) => admin.page.evaluate(async (address) => (await fetch(address)).headers.get('content-type'), url);

    it('finds poster, sound and small pictures that were drawn after the start, without having waited for them', async () => {
      const staff = await Api.as(server.base, 'staff');
      const { items } = (await staff.call('GET /api/works', {})).body;
      const work = items.find(({ title }) => title === '草原夜空里的北斗');
      await admin.page.goto(`/console/works/${work?.id ?? ''}`);
      await admin.page.getByRole('img', { name: '声音波形' }).waitFor({ timeout: 120_000 });
      await admin.see('直接看原片', 60);
      await admin.page.getByRole('slider', { name: '播放位置' }).hover({ position: { x: 120, y: 6 } });
      const peek = admin.page.locator('[role="slider"] span span').first();
      const address = /url\("(.+)"\)/u.exec(await peek.evaluate((element) => getComputedStyle(element).backgroundImage))?.[1] ?? '';
      expect(await isLoaded(address)).toBe('image/jpeg');
      await admin.photograph('film');
    });

    it('is taken to its second by the line, the sound, the keys, every finding and every band of subtitles', async () => {
      const length = await admin.page.getByRole('slider', { name: '播放位置' }).getAttribute('aria-valuemax').then(Number);
      for (const line of [admin.page.getByRole('slider', { name: '播放位置' }), admin.page.getByRole('img', { name: '声音波形' })]) {
        const width = (await line.boundingBox())?.width ?? 0;
        for (const share of [0.25, 0.75]) {
          await line.click({ position: { x: width * share, y: 6 } });
          await expect.poll(now).toSatisfy((at: number) => Math.abs(at - length * share) < 1.5);
        }
      }
      await admin.page.getByRole('slider', { name: '播放位置' }).focus();
      await admin.page.keyboard.press('Home');
      await expect.poll(now).toBe(0);
      await admin.page.getByText(/^全部 \d+$/u).first().click();
      await admin.page.getByRole('button', { name: /^V8/u }).first().click();
      const bands = admin.page.getByRole('list', { name: '字幕抽样' }).getByRole('button');
      expect(await bands.count()).toBeGreaterThan(4);
      for (const band of await bands.all()) await jumpsBy(band);
      for (const rule of ['V6', 'V7']) {
        await admin.page.getByRole('button', { name: new RegExp(`^${rule}`, 'u') }).first().click();
        await jumpsBy(admin.page.getByRole('button', { name: /^跳到 [\d:]+$/u }).first());
      }
      await admin.photograph('evidence');
    });

    const jumpsBy = async (button: Locator) => {
      const said = /跳到 (\d+):(\d+)/u.exec((await button.getAttribute('aria-label')) ?? '');
      await button.click();
      const seconds = Number(said?.[1]) * 60 + Number(said?.[2]);
      await expect.poll(now).toSatisfy((at: number) => at >= seconds && at < seconds + 1);
    };

    it('saves the film as it was sent, and the history says so', async () => {
      const saving = admin.page.waitForEvent('download');
      await admin.tap('下载原片');
      const download = await saving;
      expect(download.suggestedFilename()).toBe('成片_终版.mp4');
      await download.cancel();
      await admin.tap(/^全部 \d+ 条$/u);
      await admin.see('下载原片');
      expect(admin.errors).toEqual([]);
    });
  });

  it('lays two films that are alike side by side, from the finding to the second', async () => {
    const rows = new Rows(server.databaseUrl);
    // The demonstration's films are all one film and are spared the comparison; two of them are compared here, at once and not after all the pictures.
    const films = await rows.query<{ fileId: string; workId: string }>('SELECT v.filmFileId AS fileId, v.workId AS workId FROM work_version v JOIN work w ON w.id = v.workId AND w.versionNumber = v.number WHERE w.unitId IS NOT NULL ORDER BY v.id LIMIT 2');
    const job = { name: 'likeness.compare', lane: 'light', state: 'ready', runAt: 0, attempts: 0, createdAt: Date.now() };
    await rows.insert('job', films.map(({ fileId }) => ({ ...job, id: randomUUID(), payload: JSON.stringify({ fileId }) })));
    await rows.close();
    const staff = await Api.as(server.base, 'staff');
    const workId = films[0]?.workId ?? '';
    const isAlike = async () => (await staff.call('GET /api/works/:workId', { workId })).body.film?.inspection.findings.some(({ comparisons = [] }) => comparisons.length > 0);
    await expect.poll(isAlike, { timeout: 150_000, interval: 1_000 }).toBe(true);
    await admin.page.goto(`/console/works/${workId}`);
    await admin.see('成片版本');
    await admin.page.getByRole('button', { name: /^O8.*与其他作品的画面/u }).click();
    await admin.page.getByRole('link', { name: /^对照查看：/u }).first().click();
    await admin.see('相同的地方');
    expect(await admin.page.locator('video').count()).toBe(2);
    await admin.tap('两部同步播放');
    const at = () => admin.page.locator('video').evaluateAll((videos) => videos.map((video) => (video as HTMLVideoElement).currentTime));
    await expect.poll(async () => Math.min(...(await at())), { timeout: 30_000 }).toBeGreaterThan(1);
    const [mine = 0, other = 0] = await at();
    expect(Math.abs(mine - other)).toBeLessThan(2); // the demonstration's films are alike from their first second
    await admin.tap('暂停');
    await admin.photograph('side-by-side');
    await admin.page.getByText('操作日志', { exact: true }).first().click();
    await admin.see('对照查看');
    expect(admin.errors).toEqual([]);
  });
});
