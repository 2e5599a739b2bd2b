import { describe, expect, it } from 'vitest';
import { Api } from '../lib/api.js';
import { BROWSER, SMALL_PHONE, type Person } from '../lib/browser.js';
import { setStage } from '../lib/stage.js';

const WAITING = '一棵草的固沙本领';

describe.runIf(BROWSER)('what a phone keeps, and for whom', () => {
  const stage = setStage('kept');
  const { someone } = stage;
  const waiting = async () => {
    const api = await Api.as(stage.server.base, 'recommender');
    const unitId = (await api.call('GET /api/me', {})).body.roles.find(({ role }) => role === 'recommender')?.unitId ?? '';
    const { body } = await api.call('GET /api/units/:unitId/inbox', { unitId });
    return { api, workId: body.items.find(({ title }) => title === WAITING)?.id ?? '' };
  };
  const stored = (person: Person) => person.page.evaluate(() => Object.keys(window.localStorage));

  it('a reason that is being written is there after a tap beside it and after a reload, and goes with the return', async () => {
    const { api, workId } = await waiting();
    const person = await someone('return', SMALL_PHONE);
    await person.enterAs('赵某某');
    await person.page.goto(`/pages/unit/review/index?work=${workId}`);
    await person.tap('退回修改');
    for (const note of ['第一处要改。', '第二处要改。']) {
      await person.fill('怎么改', note);
      await person.tap('再写一条');
    }
    await person.fill('怎么改', '第三处还没有加上。');
    await person.see('退回，3 处要改');
    await person.photograph('three');
    await person.page.locator('.k-scrim').tap({ position: { x: 10, y: 10 } });
    await person.page.getByRole('dialog').waitFor({ state: 'detached' });
    await person.page.reload();
    await person.tap('退回修改');
    await person.see('退回，3 处要改');
    expect(await person.page.getByLabel('怎么改', { exact: true }).inputValue()).toBe('第三处还没有加上。');
    await person.tap('退回，3 处要改');
    await person.see('已退回，3 处要改');
    const { body } = await api.call('GET /api/works/:workId', { workId });
    expect(body.returned?.reasons.map(({ note }) => note)).toEqual(['第一处要改。', '第二处要改。', '第三处还没有加上。']);
    expect((await stored(person)).filter((key) => key.includes(':kept:'))).toEqual([]);
    expect(person.errors).toEqual([]);
  });

  it('the next person finds nothing of the one who used the app before it was opened again', async () => {
    const person = await someone('next');
    await person.enterAs('王某某');
    await person.page.goto('/pages/works/index');
    await person.see('同一作者、同一制作单位只能申报一部');
    await expect.poll(() => stored(person)).toContainEqual(expect.stringMatching(/^kepu:seen:.+:cache:works$/u));
    await person.page.goto('/pages/me/index');
    await person.tap('退出登录');
    await person.tap('退出这台设备');
    await person.see('作者在这里填推荐表');
    expect((await stored(person)).filter((key) => /^kepu:(?:seen|typed|cache|draft)/u.test(key))).toEqual([]);
    expect(person.errors).toEqual([]);
  });
});
