import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readyForm } from '@kepu/shared/testing/examples';
import { describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { Api } from '../lib/api.js';
import { BROWSER, DESK, PHONE, SMALL_PHONE } from '../lib/browser.js';
import { newDraft } from '../lib/draft.js';
import { ROOT } from '../lib/server-process.js';
import { setStage } from '../lib/stage.js';

const PROOF = `${ROOT}/server/assets/demo/proof.png`;

describe.runIf(BROWSER)('a film comes from the computer it was cut on', () => {
  let creator: Api;
  const stage = setStage('computer', async ({ base }) => {
    creator = await Api.as(base, 'creator-3');
  });
  const { someone } = stage;
  const draftWithRecord = async () => {
    const [record] = readyForm().broadcasts;
    return (await newDraft(creator, { broadcasts: [{ ...record!, proofIds: [] }] })).id;
  };
  const workOf = async (workId: string) => (await creator.call('GET /api/works/:workId', { workId })).body;
  const offsetOf = async (workId: string) => (await workOf(workId)).upload?.offset ?? 0;

  /** The computer shows a code, the phone types it and says yes. */
  const connect = async (workId: string, screen = PHONE, album = 'phone') => {
    const computer = await someone('pc', DESK);
    await computer.page.goto('/pc');
    const code = computer.page.getByTestId('code');
    await code.waitFor();
    await computer.photograph(`${album}-1-code`);
    const phone = await someone(album, screen);
    await phone.enterAs('王某某');
    await phone.page.goto(`/pages/creator/film/index?work=${workId}`);
    await phone.tap(/电脑上传/u);
    await phone.see('电脑上显示的 6 位连接码');
    await phone.photograph('2-sheet');
    await phone.fill('电脑上显示的 6 位连接码', (await code.innerText()).toLowerCase());
    await phone.tap(/^连接$/u);
    await phone.see('允许这台电脑往《冰是怎样长大的》传文件？');
    await phone.photograph('3-confirm');
    await phone.tap('允许');
    await phone.see('已连接');
    await phone.photograph('4-connected');
    await phone.page.getByRole('button', { name: '关闭' }).last().click();
    await computer.see('《冰是怎样长大的》');
    await computer.photograph(`${album}-5-desk`);
    return { computer, phone };
  };

  it('the phone lets a computer in, follows the film, and goes on with it when the computer is shut', async () => {
    const id = await draftWithRecord();
    const film = await fileOf(catalogued('compliant at an honest bit rate'));
    const { computer, phone } = await connect(id);
    await computer.limitLine(9_000_000);
    await computer.pick('选成片文件', film);
    await computer.see('还没有上传');
    await computer.photograph('6-checked');
    await computer.tap('开始上传');
    await phone.see('电脑正在上传');
    await expect.poll(() => offsetOf(id), { timeout: 60_000 }).toBeGreaterThan(20_000_000);
    await phone.see(/兆\/秒/u);
    await Promise.all([computer.photograph('7-sending'), phone.photograph('7-following')]);
    await stage.leave(computer);
    await phone.see('上传中断在', 40);
    const before = await offsetOf(id);
    await phone.pick('选原文件，继续上传', film);
    await expect.poll(async () => (await workOf(id)).film?.bytes ?? 0, { timeout: 90_000 }).toBeGreaterThan(100_000_000);
    expect(before).toBeGreaterThan(20_000_000);
    expect([...computer.errors, ...phone.errors]).toEqual([]);
  });

  it('the computer goes on with what a phone began, brings a proof to its record, and is sent away', async () => {
    const id = await draftWithRecord();
    const film = await fileOf(catalogued('compliant at an honest bit rate'));
    const { computer, phone } = await connect(id, SMALL_PHONE, 'small');
    await phone.limitLine(12_000_000);
    await phone.pick(/从这台设备选文件/u, film);
    await phone.tap('开始上传');
    await expect.poll(() => offsetOf(id), { timeout: 60_000 }).toBeGreaterThan(16_000_000);
    await phone.page.goto('/pages/home/index');
    const before = await offsetOf(id);
    await computer.see('选同一个文件，从这里接着传', 30);
    await computer.pick('选成片文件', film);
    await computer.tap(/^从 \d+% 接着传$/u);
    await computer.see('已传完', 90);
    expect(before).toBeGreaterThan(16_000_000);
    await computer.pick('选证明文件', PROOF);
    await computer.tap('上传 1 份');
    await computer.page.getByRole('list', { name: '已传的证明' }).waitFor();
    await computer.photograph('8-all-there');
    await phone.page.goto(`/pages/creator/section/index?work=${id}&id=broadcasts`);
    await expect.poll(async () => (await workOf(id)).form.broadcasts[0]?.proofIds.length ?? 0, { timeout: 20_000 }).toBe(1);
    const [connected] = (await creator.call('GET /api/works/:workId/computers', { workId: id })).body;
    await creator.call('DELETE /api/works/:workId/computers/:computerId', { workId: id, computerId: connected?.id ?? '' });
    await computer.see('这台电脑的连接已断开', 20);
    expect([...computer.errors, ...phone.errors]).toEqual([]);
  });

  it('a film is dragged in, a folder of proofs is dragged in and chosen, and what does not belong there is named', async () => {
    const id = await draftWithRecord();
    const folder = await mkdtemp(join(tmpdir(), 'kepu-proofs-'));
    try {
      for (const name of ['一号播放截图.png', '二号播放截图.png', '.DS_Store']) await copyFile(PROOF, join(folder, name));
      await writeFile(join(folder, '说明.txt'), '这不是证明');
      const { computer } = await connect(id, PHONE, 'dragged');
      const proofs = computer.page.getByRole('region', { name: '证明' });
      await computer.drag(proofs.getByRole('button', { name: '选证明文件' }), [folder]);
      await computer.see('一号播放截图.png');
      await computer.see(/说明\.txt/u);
      await computer.photograph('9-dragged');
      expect(await proofs.getByText('DS_Store').count()).toBe(0);
      await copyFile(PROOF, join(folder, '三号播放截图.png'));
      await computer.pick('选文件夹', folder);
      await computer.see('三号播放截图.png');
      await computer.tap('上传 3 份');
      await expect.poll(async () => Object.values((await workOf(id)).files).filter(({ purpose }) => purpose === 'broadcast-proof').length, { timeout: 30_000 }).toBe(3);
      const film = computer.page.getByRole('region', { name: '成片' });
      await computer.drag(film.getByRole('button', { name: '选成片文件' }), [PROOF]);
      await computer.see('这里放成片，要 MP4 文件');
      await computer.drag(film.getByRole('button', { name: '选成片文件' }), [await fileOf(catalogued('720p'))]);
      await computer.see('还没有上传');
      await computer.see('仍然上传');
      await computer.photograph('10-film-dragged');
      expect(computer.errors).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
