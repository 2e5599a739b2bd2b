import { describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { Api } from '../lib/api.js';
import { BROWSER, SMALL_PHONE } from '../lib/browser.js';
import { newDraft } from '../lib/draft.js';
import { setStage } from '../lib/stage.js';

describe.runIf(BROWSER)('moments that decide whether people trust the phone app', () => {
  let creator: Api;
  const stage = setStage('moment', async ({ base }) => {
    creator = await Api.as(base, 'creator-3');
  });
  const { someone } = stage;
  const formOf = async (workId: string) => (await creator.call('GET /api/works/:workId', { workId })).body.form;

  it('a deadline passes while the page is open: said at once, nothing lost, what still can be done', async () => {
    const { id, unitId } = await newDraft(creator);
    const recommender = await Api.as(stage.server.base, 'recommender');
    const closing = await recommender.call('PUT /api/units/:unitId/closing', { unitId }, { closesAt: Date.now() + 15_000 });
    expect(closing.status).toBe(204);
    const person = await someone('deadline', SMALL_PHONE);
    await person.enterAs('王某某');
    await person.page.goto(`/pages/creator/section/index?work=${id}&id=texts`);
    await person.fill('传播效果', '截止前写的最后一句话。');
    await expect.poll(() => formOf(id).then((form) => form.reach), { timeout: 10_000 }).toBe('截止前写的最后一句话。');
    await person.see('推荐单位已停止收件', 40);
    await person.photograph('passed');
    await person.see('你写的内容和成片都保存着');
    await person.see('申请延期收件');
    await recommender.call('PUT /api/units/:unitId/closing', { unitId }, { closesAt: null });
    expect(person.errors).toEqual([]);
  });

  it('two phones write the same field: neither text is lost, the person chooses', async () => {
    const { id } = await newDraft(creator, { summary: '原来的简介。' });
    const [one, two] = [await someone('conflict-one'), await someone('conflict-two')];
    for (const person of [one, two]) {
      await person.enterAs('王某某');
      await person.page.goto(`/pages/creator/section/index?work=${id}&id=texts`);
      await person.see('原来的简介。');
    }
    await one.fill('内容简介', '在第一台手机上写的。');
    await expect.poll(() => formOf(id).then((form) => form.summary)).toBe('在第一台手机上写的。');
    await two.fill('内容简介', '在第二台手机上写的。');
    await two.page.getByRole('dialog').waitFor();
    await two.see('在第一台手机上写的。');
    await two.see('在第二台手机上写的。');
    await two.photograph('choose');
    await two.tap(/合在一起/u);
    await expect.poll(() => formOf(id).then((form) => form.summary)).toBe('在第二台手机上写的。\n在第一台手机上写的。');
    expect([...one.errors, ...two.errors]).toEqual([]);
  });

  it('the network goes while somebody writes: said, kept on the phone, sent when it is back', async () => {
    const { id } = await newDraft(creator);
    const person = await someone('offline');
    await person.enterAs('王某某');
    await person.page.goto(`/pages/creator/section/index?work=${id}&id=texts`);
    await person.see('内容简介');
    await person.page.context().setOffline(true);
    await person.fill('主要创新点', '没有网络的时候写的。');
    await person.see('已存在手机上，联网后自动上传');
    await person.photograph('writing');
    await person.page.context().setOffline(false);
    await expect.poll(() => formOf(id).then((form) => form.innovations), { timeout: 30_000 }).toBe('没有网络的时候写的。');
  });

  it('a new version is put on the server while the app is open: the next page comes from the new one', async () => {
    const person = await someone('new-version');
    await person.enterAs('张某某');
    await person.see('下一步');
    let isGone = true;
    // The parts of the old version are no longer there, until the page asks for the new one.
    await person.page.route(/\/js\/.*\.js$/u, (route) => (isGone ? route.fulfill({ status: 404 }) : route.continue()));
    person.page.on('request', (request) => (isGone &&= !request.isNavigationRequest()));
    await person.tap(/去修改/u);
    await person.see('作品进度');
    await person.see('3 处要改');
  });

  it('a closed browser loses no byte: the same file, picked again, goes on where it stopped', async () => {
    const { id } = await newDraft(creator);
    const person = await someone('resume');
    await person.enterAs('王某某');
    await person.page.goto(`/pages/creator/film/index?work=${id}`);
    await person.limitLine(12_000_000);
    const film = await fileOf(catalogued('compliant at an honest bit rate'));
    await person.pick(/从这台设备选文件/u, film);
    await person.tap('开始上传');
    const arrived = async () => (await creator.call('GET /api/works/:workId', { workId: id })).body.upload?.offset ?? 0;
    await expect.poll(arrived, { timeout: 60_000 }).toBeGreaterThan(16_000_000);
    await person.page.reload();
    await person.see('上传中断在');
    await person.photograph('interrupted');
    const before = await arrived();
    await person.limitLine(Infinity);
    await person.pick('选原文件，继续上传', film);
    await person.see(/其余 \d+ 项通过/u, 180);
    expect(before).toBeGreaterThan(16_000_000);
    expect(person.errors).toEqual([]);
  });
});
