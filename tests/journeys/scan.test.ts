import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../lib/api.js';
import { BROWSER, openBrowser, Person, PHONE, SMALL_PHONE } from '../lib/browser.js';
import { databases, ServerProcess } from '../lib/server-process.js';
import { quarterTurned, sealed, takePhoto, type PhotoRecipe } from '../photos/take-photo.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
const TITLE = '冻土里的秘密';
const SIZE: Partial<PhotoRecipe> = { width: 1500, height: 2000 };

describe.runIf(BROWSER && hasPoppler).each(databases)('the sealed form comes back from paper through the phone, on %s', (database) => {
  let server: ServerProcess;
  let browser: Browser;
  let unit: Api;
  let person: Person;
  let workId: string;
  let unitId: string;
  let folder: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([ServerProcess.start({ database }), openBrowser()]);
    unit = await Api.as(server.base, 'recommender');
    unitId = (await unit.call('GET /api/me', {})).body.roles.find(({ role }) => role === 'recommender')?.unitId ?? '';
    const { body } = await unit.call('GET /api/units/:unitId/inbox', { unitId }, undefined, { status: 'recommended' });
    workId = body.items.find(({ title }) => title === TITLE)?.id ?? '';
    folder = mkdtempSync(join(tmpdir(), 'kepu-sheets-'));
    person = await Person.at(browser, server.base, PHONE, `${database}-scan`);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await person.photograph(`FAILED ${task.name.slice(0, 30)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Prints the form of a work, seals it and photographs its pages; paths of the photographs. */
  const photographs = async (id: string, name: string): Promise<string[]> => {
    const { body } = await unit.call('POST /api/works/:workId/form-link', { workId: id });
    writeFileSync(join(folder, 'form.pdf'), Buffer.from(await (await fetch(server.base + body.url)).arrayBuffer()));
    execFileSync('pdftoppm', ['-r', '200', '-png', join(folder, 'form.pdf'), join(folder, name)]);
    const looks: Partial<PhotoRecipe>[] = [
      { shadow: 0.5, corners: [[0.14, 0.08], [0.88, 0.05], [0.95, 0.88], [0.06, 0.94]] },
      { desk: 'dark', corners: quarterTurned([[0.08, 0.08], [0.92, 0.1], [0.94, 0.92], [0.06, 0.9]], 2) },
    ];
    return Promise.all(looks.map(async (look, index) => {
      const path = join(folder, `${name}-${index + 1}.jpg`);
      writeFileSync(path, await takePhoto(await sealed(readFileSync(join(folder, `${name}-${index + 1}.png`))), { ...SIZE, ...look }));
      return path;
    }));
  };

  it('says which paper was photographed, before anything is made of it', async () => {
    await person.enterAs('赵某某');
    await person.page.goto(`/pages/unit/recommended/index?work=${workId}`);
    await person.see('还差盖章扫描件，推荐才生效');
    await person.tap('拍摄盖章页');
    await person.see('拍下签字盖章的推荐表');
    await person.photograph('empty');
    const { body } = await unit.call('GET /api/units/:unitId/inbox', { unitId }, undefined, { status: 'submitted' });
    const [other = ''] = await photographs(body.items[0]?.id ?? '', 'other');
    await person.pick('拍摄盖章页', other);
    await person.see(`这是《${body.items[0]?.title ?? ''}》的纸`, 90);
    await person.tap('生成扫描件');
    await person.see(/不是这部作品的，请删除/u);
    await person.photograph('other-work');
    await person.tap('删除第 1 张');
    await person.see('拍下签字盖章的推荐表');
  });

  it('takes two sheets in the wrong order, upside down and in shadow, and makes one scan of them', async () => {
    const [first = '', second = ''] = await photographs(workId, 'sheet');
    const picking = person.page.waitForEvent('filechooser');
    await person.tap('拍摄盖章页');
    await (await picking).setFiles([second, first]);
    for (const page of [1, 2]) await person.see(`本作品第 1 版 · 第 ${page} 页，共 2 页`, 120);
    await person.page.reload(); // what was photographed lies on the server
    for (const page of [1, 2]) await person.see(`本作品第 1 版 · 第 ${page} 页，共 2 页`);
    await person.page.waitForLoadState('networkidle');
    await person.photograph('pages');
    await person.tap('生成扫描件');
    await person.see(/^A4，2 页，/u, 90);
    await person.photograph('made');
  });

  it('lets a corner be dragged to where the paper ends, and reads the page again', async () => {
    await person.tap('调整第 1 张的四角');
    await person.see('把四个角拖到纸的四个角上');
    const box = await person.page.locator('canvas:visible').boundingBox();
    if (!box) throw new Error('there are no corners to drag');
    await person.photograph('corners');
    const { body: { pages: [before] } } = await unit.call('GET /api/works/:workId/scan', { workId });
    const at = { x: box.x + 26 + (before?.corners[0]?.x ?? 0) * (box.width - 52), y: box.y + 26 + (before?.corners[0]?.y ?? 0) * (box.height - 52) };
    const { mouse } = person.page;
    await mouse.move(at.x, at.y);
    await mouse.down();
    await mouse.move(at.x + 12, at.y + 9, { steps: 4 });
    await person.photograph('corner-held');
    await mouse.up();
    await person.tap('用这四个角');
    await person.page.getByRole('dialog', { name: '调整四角' }).waitFor({ state: 'detached' });
    await expect.poll(() => unit.call('GET /api/works/:workId/scan', { workId }).then(({ body }) => body.pages[0]?.state), { timeout: 60_000 }).toBe('done');
    const { body: { pages: [after], bundle } } = await unit.call('GET /api/works/:workId/scan', { workId });
    expect(after?.corners[0]?.x).toBeCloseTo((before?.corners[0]?.x ?? 0) + 12 / (box.width - 52), 2);
    expect(bundle).toBeNull();
  });

  it('hands the scan in, and the recommendation is in effect', async () => {
    await person.see(/本作品第 1 版 · 第 1 页/u, 60);
    await person.tap('生成扫描件');
    await person.see(/^A4，2 页，/u, 90);
    await person.tap('提交盖章件');
    await person.see('推荐已生效');
    await person.photograph('in-effect');
    const { body } = await unit.call('GET /api/works/:workId', { workId });
    expect(body.scan).not.toBeNull();
    expect(body.files[body.scan?.fileId ?? '']?.bytes).toBeLessThan(5_000_000);
    expect(person.errors).toEqual([]);
  });

  it('fits the smallest phone', async () => {
    const small = await Person.at(browser, server.base, SMALL_PHONE, `${database}-scan-small`);
    await small.enterAs('赵某某');
    const [first = ''] = await photographs(workId, 'again');
    await small.page.goto(`/pages/unit/scan/index?work=${workId}`);
    await small.pick('拍摄盖章页', first);
    await small.see('本作品第 1 版 · 第 1 页，共 2 页', 90);
    await small.page.waitForLoadState('networkidle');
    await small.photograph('page');
    const overflow = await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    await small.tap('调整第 1 张的四角');
    await small.see('把四个角拖到纸的四个角上');
    await small.photograph('corners');
  });
});
