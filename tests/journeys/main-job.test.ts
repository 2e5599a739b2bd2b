import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { BROWSER, DESK, openBrowser, Person, PHONE } from '../lib/browser.js';
import { databases, ROOT, ServerProcess } from '../lib/server-process.js';

const TITLE = '风是怎样变成电的';
const proof = join(ROOT, 'server/assets/demo/proof.png');
/** A line of 12 MB a second: a film takes long enough to be interrupted. */
const SLOW = 12_000_000;

describe.runIf(BROWSER).each(databases)('one real work through the phone app and the console, on %s', (database) => {
  let server: ServerProcess;
  let browser: Browser;
  let film: string;
  let creator: Person;
  let recommender: Person;
  let staff: Person;
  let receipt: string;

  beforeAll(async () => {
    [server, browser, film] = await Promise.all([ServerProcess.start({ database }), openBrowser(), fileOf(catalogued('compliant at an honest bit rate'))]);
    const at = (screen: typeof PHONE, album: string) => Person.at(browser, server.base, screen, `${database}-${album}`);
    [creator, recommender, staff] = await Promise.all([at(PHONE, 'creator'), at(PHONE, 'recommender'), at(DESK, 'staff')]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const person of [creator, recommender, staff]) await person.photograph(`FAILED ${task.name.slice(0, 30)}`);
  });

  describe('the creator', () => {
    it('finds the call, enters with one tap and begins a work', async () => {
      await creator.page.goto('/');
      await creator.see('矢志创新发展');
      await creator.photograph('home');
      await creator.enterAs('王某某');
      await creator.tap(/新建作品|开始填推荐表/u);
      await creator.see('7 个部分，完成 0 个');
      await creator.photograph('form-empty');
    });

    it('says what the work is and who made it, and every word is kept', async () => {
      await creator.tap(/作品信息/u);
      await creator.choose('推荐单位', '兴安盟科技局');
      await creator.fill('作品名称', TITLE);
      await creator.fill('领域', '新能源');
      const year = (await creator.page.getByLabel('制作完成日期').getAttribute('min'))?.slice(0, 4);
      await creator.fill('制作完成日期', `${year}-08-01`);
      await creator.photograph('about');
      await creator.tap('下一部分：主创人员和单位');
      await creator.tap('添加主创人员');
      for (const [label, text] of [['姓名', '王某某'], ['学习、工作单位', '某旗融媒体中心'], ['职务或职称', '记者']] as const) await creator.fill(label, text);
      await creator.tap('第 1 位填好了');
      for (const [label, text] of [['第一作者手机号', '13912345678'], ['联系电话', '0482-8000000'], ['电子邮箱', 'wang@example.com'], ['联系地址', '兴安盟乌兰浩特市某街 1 号']] as const) await creator.fill(label, text);
      await creator.tap('下一部分：播出记录');
      await creator.tap('添加播出记录');
      await creator.fill('播出时间', `${year}-08-16`);
      await creator.choose('平台类别', '国内主流网络平台');
      await creator.fill('播出平台', '某视频平台');
      await creator.fill('播出网址', 'https://example.com/v/1');
      await creator.pick('上传播放证明', proof);
      await creator.see('1 份');
      await creator.photograph('broadcast');
      await creator.page.reload();
      await creator.see('某视频平台');
    });

    it('writes the texts beside counters that count as a person counts', async () => {
      await creator.tap('下一部分：文字介绍');
      await creator.fill('内容简介', '影片用草原上的风车讲清风能怎样变成电能。');
      await creator.see(/^20 \/ 300 字$/u);
      await creator.fill('主要创新点', '用航拍和显微摄影结合的办法。');
      await creator.fill('传播效果', '截至10月，在某视频平台播放12.6万次，进校园放映9场。');
      await creator.photograph('texts');
      await creator.tap('下一部分：引用素材');
      await creator.tap('全片原创', 'checkbox');
      await creator.tap('下一部分：成片');
    });

    it('is told before the first byte that a film is too small', async () => {
      await creator.pick(/从这台设备选文件/u, await fileOf(catalogued('720p')));
      await creator.see('1280×720');
      await creator.see('有 1 项不合要求');
      await creator.photograph('film-refused');
      await creator.tap('重新选');
    });

    it('sends a film of more than 100 兆 while the form stays open, although the server is killed in the middle', async () => {
      expect(statSync(film).size).toBeGreaterThan(100_000_000);
      await creator.limitLine(SLOW);
      await creator.pick(/从这台设备选文件/u, film);
      await creator.see('核对过了，可以上传');
      await creator.tap('开始上传');
      const percent = () => creator.page.getByRole('progressbar').getAttribute('aria-valuenow').then(Number);
      await expect.poll(percent, { timeout: 60_000 }).toBeGreaterThan(30);
      await creator.photograph('upload');
      await server.kill();
      await creator.see('连接断了，正在重试');
      await creator.photograph('upload-retrying');
      await server.up();
      await creator.tap('回推荐表接着填');
      await creator.see('1 个上传中');
      await creator.photograph('form-uploading');
      await creator.limitLine(Infinity);
      await creator.tap(/成片/u);
    });

    it('sees what the machine found in the film itself', async () => {
      // The first verdicts come while the rest is still being looked at.
      await creator.see(/已看完：文件格式/u, 60);
      for (const words of ['1920×1080', '16:9', '2分10秒']) await creator.see(words);
      await creator.see('正在检测，约 1 分钟');
      await creator.photograph('inspecting');
      await creator.see(/^\d+\s*通过$/u, 150);
      await creator.see(/其余 \d+ 项通过/u);
      await creator.photograph('inspection');
    });

    it('signs by hand and submits: unmistakably not submitted before, with a receipt after', async () => {
      await creator.tap('下一部分：承诺和签名');
      await creator.tap('同意承诺，用这个签名');
      await creator.see('请先在框内签名');
      await creator.draw();
      await creator.photograph('signature');
      await creator.tap('同意承诺，用这个签名');
      await creator.see('再改内容就要重新签名');
      await creator.tap('回推荐表');
      await creator.see('7 个部分都完成了');
      await creator.see(/^未提交$/u);
      await creator.tap('检查并提交');
      await creator.see('交给兴安盟科技局审核');
      await creator.photograph('submit');
      await creator.tap('提交给推荐单位');
      await creator.see('已提交给兴安盟科技局');
      receipt = (await creator.page.getByText(/^KP\d\d-XA-\d{4}$/u).first().textContent()) ?? '';
      await creator.photograph('receipt');
      await creator.tap('看进度');
      await creator.see('提交版本 1');
      await creator.photograph('status');
      expect(creator.errors).toEqual([]);
    });
  });

  describe('the recommender of that unit', () => {
    it('finds the work in the inbox and watches the film', async () => {
      await recommender.enterAs('赵某某');
      await recommender.see(TITLE);
      await recommender.photograph('inbox');
      await recommender.page.getByText(TITLE).first().tap();
      await recommender.tap(/播放/u);
      const watched = () => recommender.page.locator('video').first().evaluate((video: HTMLVideoElement) => video.currentTime);
      await expect.poll(watched, { timeout: 30_000 }).toBeGreaterThan(0.5);
      await recommender.photograph('review');
    });

    it('settles what the machine was unsure of, with a reason and a name', async () => {
      await recommender.page.getByRole('button', { name: '人工复核' }).first().press('Enter'); // a finger would scroll it out from under the film first
      await recommender.tap('我看过，记为复核');
      await recommender.see('请把理由写成一句话，至少 6 个字。');
      await recommender.tap('看过画面，符合要求', 'radio');
      await recommender.photograph('override');
      await recommender.tap('我看过，记为复核');
      await recommender.page.getByRole('dialog').waitFor({ state: 'detached' });
      await recommender.see('人工复核：看过画面，符合要求');
      await recommender.see(/^兴安盟科技局 赵某某 · /u);
    });

    it('signs off the four duties and recommends it within the quota', async () => {
      for (const duty of ['政治', '科学', '身份', '诚信']) {
        await recommender.tap(new RegExp(`${duty}.*还没签核`, 'u'));
        await recommender.tap('以赵某某的名义签核');
        await recommender.page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await recommender.photograph('signed-off');
      await recommender.tap(/^推荐$/u);
      await recommender.see('占用 3 号名额');
      await recommender.photograph('recommend');
      await recommender.tap('推荐，占用 3 号名额');
      await recommender.see('已占用 3 号名额');
      await recommender.see('还差盖章扫描件，推荐才生效');
      await recommender.photograph('recommended');
      expect(recommender.errors).toEqual([]);
    });
  });

  describe('the department', () => {
    it('sees the work in the console with its whole history', async () => {
      await staff.page.goto('/console');
      await staff.tap(/科技厅政策法规处|周某某/u);
      await staff.page.getByText('作品', { exact: true }).first().click();
      await staff.see('按最近更新');
      await staff.page.keyboard.press('/');
      await staff.page.keyboard.type(receipt);
      await staff.page.keyboard.press('Enter');
      await staff.see('1 部');
      await staff.page.getByText(TITLE).first().click();
      await staff.see(/\d+ 项符合/u);
      await staff.photograph('works');
      await staff.tap('打开作品页', 'link');
      await staff.tap(/^全部 \d+ 条$/u);
      for (const act of ['建立草稿', '上传播放证明', '上传成片', '自动检测完成', '手写签名', '提交', '签核', '推荐']) await staff.see(act);
      await staff.photograph('work');
    });

    it('prints the official form', async () => {
      const printing = staff.page.context().waitForEvent('response', (response) => response.headers()['content-type'] === 'application/pdf');
      await staff.tap('打印推荐表');
      const url = (await printing).url();
      const folder = mkdtempSync(join(tmpdir(), 'kepu-form-'));
      writeFileSync(join(folder, 'form.pdf'), Buffer.from(await (await fetch(url)).arrayBuffer()));
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'form.pdf'), '-']).toString();
      rmSync(folder, { recursive: true });
      for (const words of [TITLE, '王某某', '某旗融媒体中心', '部门/地方推荐意见']) expect(text.replace(/\s/gu, '')).toContain(words);
      expect(staff.errors).toEqual([]);
    });
  });
});
