import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageView } from '@kepu/shared/contracts/handover';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../lib/api.js';
import { BROWSER, DESK, openBrowser, Person, PHONE, SMALL_PHONE } from '../lib/browser.js';
import { layScan } from '../lib/scan.js';
import { ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';

const has7z = spawnSync('7z').error === undefined;

describe.runIf(BROWSER && has7z)('handing over, from the phone to the department’s front desk', () => {
  let server: ServerProcess;
  let browser: Browser;
  let officer: Person;
  let pc: Person;
  let staff: Person;
  let unitId: string;
  let handed: PackageView;
  let address: string;
  const folder = mkdtempSync(join(tmpdir(), 'kepu-disc-'));
  const api = () => Api.as(server.base, 'recommender');

  beforeAll(async () => {
    [server, browser] = await Promise.all([ServerProcess.start(), openBrowser()]);
    officer = await Person.at(browser, server.base, PHONE, 'hand-over-phone');
    pc = await Person.at(browser, server.base, DESK, 'hand-over-pc');
    staff = await Person.at(browser, server.base, DESK, 'hand-over-desk');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const person of [officer, pc, staff]) await person.photograph(`FAILED ${task.name.slice(0, 30)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A choice of the dialog in sight, once it has come to rest. */
  const pick = (choice: string) => staff.page.getByRole('dialog').getByText(choice, { exact: true }).click();

  it('tells the unit what is missing and whose turn it is', async () => {
    await officer.enterAs('赵某某');
    await officer.page.goto('/pages/unit/hand-over/index');
    await officer.see('还差 1 项');
    await officer.see('推荐单位：缺盖章扫描件');
    await officer.photograph('missing');
  });

  it('is frozen and prepared once the scan is there', async () => {
    const recommender = await api();
    const { body: me } = await recommender.call('GET /api/me', {});
    unitId = me.roles.flatMap((role) => role.unitId ?? [])[0] ?? '';
    const { body } = await recommender.call('GET /api/units/:unitId/hand-over', { unitId });
    const workId = body.checklist.find(({ code }) => code === 'SCAN_MISSING')?.workId ?? '';
    await layScan(recommender, server.base, workId);
    expect((await recommender.call('PUT /api/works/:workId/scan', { workId })).codes).toEqual([]);
    await officer.page.reload();
    await officer.tap('报送 2 部作品');
    await officer.see('此后材料包不再变');
    await officer.photograph('confirm');
    await officer.tap('冻结并报送');
    await officer.see('已备好', 120);
    await officer.photograph('ready');
    handed = (await recommender.call('GET /api/units/:unitId/hand-over', { unitId })).body.handOvers[0]!;
  });

  it('is fetched on a computer by its short address, in any browser, without logging in', async () => {
    await officer.tap('到电脑上下载');
    address = (await officer.page.getByText(/\/d\/[0-9A-Z-]{14}/u).first().textContent()) ?? '';
    address = /http\S+?\/d\/[0-9A-Z-]{14}/u.exec(address)?.[0] ?? '';
    await officer.photograph('address');
    await officer.page.setViewportSize(SMALL_PHONE);
    await officer.photograph('small');
    await officer.page.setViewportSize(PHONE);
    await pc.page.goto(address);
    await pc.see('冻土里的秘密');
    await pc.photograph('download');
    const downloading = pc.page.waitForEvent('download');
    await pc.tap(/^第 1 张/u, 'link');
    const disc = join(folder, 'disc.iso');
    await (await downloading).saveAs(disc);
    execFileSync('7z', ['x', '-y', `-o${join(folder, 'disc')}`, disc], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(readdirSync(join(folder, 'disc')).length).toBe(7);
    expect(pc.errors).toEqual([]);
  });

  it('is received at the front desk by the code of its envelope', async () => {
    await staff.page.goto(`/h/${handed.code}`);
    await staff.tap(/科技厅政策法规处|周某某/u);
    await staff.see('兴安盟科技局第 1 次报送'); // the scanned code is kept through the log-in
    await staff.page.goto('/console/hand-overs');
    await staff.see('第 1 次');
    await staff.tap('兴安盟科技局');
    await staff.see('打开下载页');
    await staff.photograph('board');
    await staff.page.goto('/console/front-desk');
    await staff.page.getByLabel('报送码').fill(sayHandOverCode(handed.code).toLowerCase());
    await staff.page.keyboard.press('Enter');
    await staff.see('兴安盟科技局第 1 次报送');
  });

  /** A scanner gun: quick keys, then Enter, into whatever has the focus. */
  const scan = async (text: string, delay = 8) => {
    await staff.page.keyboard.type(text, { delay });
    await staff.page.keyboard.press('Enter');
  };
  const received = async () => {
    const { body } = await (await Api.as(server.base, 'staff')).call('GET /api/front-desk/:code', { code: handed.code });
    return [body.received.paper, body.received.disc, body.package.receipts.length];
  };
  const formText = async () => {
    const { body: { layout } } = await (await api()).call('GET /api/works/:workId/form-preview', { workId: handed.works[0]?.workId ?? '' });
    return layout.footer.qr?.replace('{page}', '1').replace('{pages}', '2') ?? '';
  };

  it('takes an entry back at once, and asks before more is entered than is due', async () => {
    await staff.tap('收到光盘');
    await staff.see('已登记：兴安盟科技局 光盘 1 张');
    await staff.photograph('desk-undo');
    await staff.tap('撤回');
    await staff.see('单位不会收到消息');
    expect(await received()).toEqual([0, 0, 2]);
    await staff.tap('收到纸质推荐表');
    await staff.see('还差光盘 1 张');
    await staff.tap('收到光盘');
    await staff.see('收齐了');
    await staff.tap('收到光盘');
    await staff.see('多收 1 张，确认？');
    await staff.photograph('desk-more');
    await staff.tap('先不登记');
    expect(await received()).toEqual([handed.works.length, 1, 4]);
  });

  it('is never pressed by a scan, whatever has the focus', async () => {
    const before = await received();
    const other = '54CGS4KN52';
    for (const [focus, text, delay] of [['收到纸质推荐表', other, 1], ['收到光盘', await formText(), 4], ['收到光盘', `http://kepu.example.cn/h/${other}`, 30], [/^登记错了，撤回/u, other, 55]] as const) {
      await staff.page.goto(`/console/front-desk?code=${handed.code}`);
      const button = staff.page.getByRole('button', { name: focus }).first();
      await button.focus();
      await scan(text, delay);
      await staff.page.waitForURL((url) => url.searchParams.get('code') !== handed.code);
      expect([focus, await received()]).toEqual([focus, before]);
      expect(await staff.page.getByLabel('报送码').evaluate((box) => box === document.activeElement)).toBe(true);
    }
    // The question about more than is due, and a note somebody is writing.
    await staff.page.goto(`/console/front-desk?code=${handed.code}`);
    await staff.tap('收到光盘');
    await staff.see('多收 1 张，确认？');
    await staff.page.getByRole('button', { name: '确实多收 1 张，登记' }).focus();
    await scan(other);
    await staff.page.waitForURL(/code=54CGS4KN52/u);
    await staff.see('没有这个报送码');
    await staff.page.goto(`/console/front-desk?code=${handed.code}`);
    const note = staff.page.getByLabel('光盘备注');
    await note.fill('第二箱');
    await scan(handed.code);
    await staff.see('又扫了同一个码');
    expect(await received()).toEqual(before);
    expect(await note.inputValue()).toBe('');
    await staff.photograph('desk-again');
  });

  it('is written by hand, or under an input method, without being taken for anything else', async () => {
    const note = staff.page.getByLabel('光盘备注');
    await note.click();
    await staff.page.keyboard.type('ABCDEFGH23', { delay: 130 });
    await staff.page.keyboard.press('Enter');
    expect(await note.inputValue()).toBe('ABCDEFGH23');
    // An input method tells of no sign, writes what was typed itself, and is ended by Enter.
    const devtools = await staff.page.context().newCDPSession(staff.page);
    const key = (code: string) => devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 });
    for (const letter of '54CGS4KN52') await key(/\d/u.test(letter) ? `Digit${letter}` : `Key${letter}`);
    await devtools.send('Input.imeSetComposition', { text: '54cgs4kn52', selectionStart: 10, selectionEnd: 10 });
    await key('Enter');
    await devtools.send('Input.insertText', { text: '54cgs4kn52' });
    await staff.page.waitForURL(/code=54CGS4KN52/u);
    expect(await staff.page.getByLabel('报送码').inputValue()).toBe('');
  });

  it('presses nothing on other pages either, and shows the way', async () => {
    const { body: { items } } = await (await Api.as(server.base, 'staff')).call('GET /api/works', {});
    await staff.page.goto(`/console/works/${items[0]?.id ?? ''}`);
    const button = staff.page.getByRole('button', { name: '播放', exact: true }).first();
    await button.focus();
    const address = staff.page.url();
    await scan(handed.code);
    await staff.see('这一页不收件');
    expect([staff.page.url(), await staff.page.getByRole('dialog').count()]).toEqual([address, 0]);
    await staff.page.goto('/console/hand-overs');
    await staff.see('第 1 次');
    await staff.page.getByRole('button', { name: '兴安盟科技局' }).focus();
    await scan(`http://kepu.example.cn/h/${handed.code}`);
    await staff.see('这一页不收件');
    expect(new URL(staff.page.url()).search).toBe('');
    await staff.photograph('scanned-elsewhere');
    await staff.tap('去收件登记');
    await staff.see('兴安盟科技局第 1 次报送');
  });

  it('tells of a printed form that is scanned whether it is the version that was handed over', async () => {
    await staff.page.goto('/console/front-desk');
    await staff.see('已报送的都收齐了');
    await staff.photograph('desk-idle');
    await staff.page.getByLabel('报送码').fill(await formText());
    await staff.page.keyboard.press('Enter');
    await staff.see('纸上是第 1 版，和报送的一致');
    await staff.photograph('desk-sheet');
  });

  it('says of a disc, read here in the browser, whether it is what was handed over', async () => {
    const disc = join(folder, 'disc');
    const choose = () => staff.page.locator('input[type=file]').setInputFiles(disc);
    await choose();
    await staff.see('和报送的一致', 120);
    await staff.photograph('disc-equal');
    const work = readdirSync(disc).find((name) => name.startsWith('01_'))!;
    appendFileSync(join(disc, work, readdirSync(join(disc, work)).find((name) => name.endsWith('电子版.pdf'))!), 'x');
    await choose();
    await staff.see('和报送的不一致', 120);
    await staff.see('内容不一样 1 个');
    await staff.photograph('disc-different');
  });

  it('takes winners out for the next level, renumbered and under another name', async () => {
    await staff.page.goto('/console/exports');
    await staff.tap('新导出…');
    await pick('报送上级');
    await staff.page.getByLabel('作品', { exact: true }).click();
    await staff.page.getByTitle(/冻土里的秘密/u).first().click();
    await staff.page.keyboard.press('Escape');
    await staff.photograph('export');
    await staff.tap('导出 1 部');
    await staff.see('已备好', 120);
    await staff.photograph('exports');
    const department = await Api.as(server.base, 'staff');
    const items = await eventually(async () => {
      const { body: [made] } = await department.call('GET /api/exports', {});
      return (await department.call('GET /api/packages/:packageId/items', { packageId: made?.id ?? '' })).body;
    }, (list) => list.length > 0);
    expect(items.map(({ path }) => path).filter((path) => /复核|推荐表/u.test(path))).toEqual(['01_冻土里的秘密/推荐表_冻土里的秘密.docx', '01_冻土里的秘密/推荐表_冻土里的秘密.pdf', '01_冻土里的秘密/规格复核.txt']);
  });

  it('prints forms of whole units and certificates in bulk', async () => {
    await staff.tap('新导出…');
    await pick('批量打印');
    await staff.page.getByLabel('作品', { exact: true }).click();
    await staff.page.getByText(/^兴安盟科技局（2 部）$/u).click();
    await staff.page.keyboard.press('Escape');
    await staff.photograph('print');
    await staff.tap('生成 2 部');
    await staff.see('批量打印推荐表 2 部');
    await staff.tap('新导出…');
    await pick('批量打印');
    await pick('获奖证书');
    await staff.page.getByLabel('作品', { exact: true }).click();
    await staff.page.getByTitle(/冻土里的秘密/u).first().click();
    await staff.page.keyboard.press('Escape');
    await staff.page.getByLabel('起始编号').fill('没有数字');
    await staff.see('要以数字结尾');
    await staff.page.getByLabel('起始编号').fill('2025-006');
    await staff.tap('生成 1 部');
    await staff.see('批量打印获奖证书 1 部');
    const department = await Api.as(server.base, 'staff');
    await eventually(async () => (await department.call('GET /api/exports', {})).body.slice(0, 2).map(({ kind, state }) => `${kind} ${state}`), (states) => states.every((state) => state === 'papers ready'));
    expect([...staff.errors, ...officer.errors]).toEqual([]);
  });
});
