import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { WorkListItem } from '@kepu/shared/contracts/work';
import { SECTIONS } from '@kepu/shared/forms/work-form';
import { sayDeadline } from '@kepu/shared/time';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { Api } from '../lib/api.js';
import { ROOT, ServerProcess } from '../lib/server-process.js';
import { eventually } from '../lib/tus.js';
import { WEAPP } from '../lib/weapp/bundle.js';
import { WeappPhone } from '../lib/weapp/weapp-phone.js';

/** A page may ask for the same thing again when it comes back into view; more often is a loop. What it asks for by the clock is not counted. */
const MOST_OF_ONE_REQUEST = 15;

const DRAFT = '风从草原来——一度绿电的旅程';

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

it('fits WeChat\'s packages, the main one within our own half of that', () => {
  // Fails by its exit code; the figures are for whoever reads the log.
  console.log(execFileSync(process.execPath, [join(ROOT, 'miniapp/scripts/check-size.mjs')]).toString());
});

describe('the built mini-program, run in a stand-in for WeChat', () => {
  let server: ServerProcess;
  let phone: WeappPhone;

  const start = (mobile = '13800000001', storage?: Map<string, unknown>) => {
    phone = new WeappPhone(server.base, mobile, storage);
  };
  const toLogin = async () => {
    await phone.sees('登录，开始填推荐表');
    phone.tap('登录，开始填推荐表');
    await phone.sees('演示账号', '微信手机号一键登录');
  };
  const enterAs = async (name: string) => {
    start();
    await toLogin();
    await phone.sees(name);
    phone.tap(name);
  };
  const agree = async () => {
    phone.tap('已阅读并同意');
    await phone.draws('k-check--on');
  };
  const mine = async (key: string): Promise<readonly WorkListItem[]> => (await (await Api.as(server.base, key)).call('GET /api/works/mine', {})).body;
  const worksOf = async (key: string, title: string) => (await mine(key)).find((work) => work.title === title)?.id ?? '';

  beforeAll(async () => {
    server = await ServerProcess.start();
  });
  afterEach(() => {
    phone.end();
    expect(phone.faults).toEqual([]);
    expect(phone.files.open.size).toBe(0);
    const often = new Map<string, number>();
    for (const request of phone.asked) often.set(request, (often.get(request) ?? 0) + 1);
    expect([...often].filter(([request, times]) => times > MOST_OF_ONE_REQUEST && !request.includes('/api/uploads/') && !request.endsWith('/inspection'))).toEqual([]);
  });
  afterAll(() => server.stop());

  describe('for anyone', () => {
    it('starts, and shows the call and its deadline as the server has them', async () => {
      const { body: { config } } = await new Api(server.base).call('GET /api/campaign', {});
      start();
      await phone.sees(config.title, config.documentNumber, sayDeadline(config.recommendBy), '首页', '我的');
      expect(phone.path).toBe('pages/home/index');
    });

    it('opens again without a network, with what it saw last', async () => {
      start();
      await phone.sees('登录，开始填推荐表');
      phone.end();
      start('13800000001', phone.storage);
      phone.networkBecomes('none');
      await phone.sees('登录，开始填推荐表');
    });
  });

  describe('logging in', () => {
    it('takes one tap in the demonstration and is remembered at the next start', async () => {
      await enterAs('张某某');
      await phone.sees('下一步', '酸奶为什么不怕酸');
      phone.end();
      start('13800000001', phone.storage);
      await phone.sees('下一步', '酸奶为什么不怕酸');
      expect(phone.asked.filter((request) => request.includes('login'))).toEqual([]);
    });

    it('takes one tap in WeChat; the number is asked for the first time only, and nothing before the consent', async () => {
      start('13912345678');
      await toLogin();
      phone.tap('微信手机号一键登录');
      await phone.sees('请先勾选同意');
      expect(phone.asked.filter((request) => request.includes('wechat-login'))).toEqual([]);
      await agree();
      phone.tap('微信手机号一键登录');
      await phone.sees('第一次登录需要手机号');
      phone.tap('允许使用手机号');
      await phone.sees('还没有作品', '开始填推荐表');
      phone.end();

      start('13912345678');
      await toLogin();
      await agree();
      phone.tap('微信手机号一键登录');
      await phone.sees('还没有作品', '开始填推荐表', '下一步');
      expect(phone.asked.filter((request) => request.includes('wechat-login'))).toHaveLength(1);
    });

    it('takes a text message elsewhere', async () => {
      start();
      await toLogin();
      phone.type('11 位手机号', '13912340000');
      phone.tap('获取验证码');
      await phone.sees('演示环境不发短信');
      phone.type('6位验证码', /验证码是 (?<code>\d{6})/u.exec(phone.screen)?.groups?.code ?? '');
      await agree();
      phone.tap('登录');
      await phone.sees('还没有作品', '开始填推荐表');
    });
  });

  describe('a creator', () => {
    it('finds the draft, sees its seven sections, and what is typed is on the server', async () => {
      await enterAs('李某某');
      await phone.sees('下一步', '盐湖的颜色');
      phone.tap('作品');
      await phone.sees('等你处理', '盐湖的颜色');
      phone.tap('接着填');
      await phone.sees(...SECTIONS.map(({ label }) => label), `${SECTIONS.length} 个部分`);
      expect(phone.path).toBe('pages/creator/form/index');
      phone.tap('文字介绍');
      await phone.sees('讲了什么科学问题、怎么讲的', '内容、构思、表达等');
      phone.type(/例：截至.*/u.exec(phone.screen)?.[0] ?? '', '截至十月，在某平台播放三万次。');
      await phone.sees('已自动保存');
      const api = await Api.as(server.base, 'creator-2');
      const workId = await worksOf('creator-2', '盐湖的颜色');
      await eventually(() => api.call('GET /api/works/:workId', { workId }), ({ body }) => body.form.reach === '截至十月，在某平台播放三万次。');
    });

    it('uploads a whole film: over a paid network, through a lost one, and leaving the app on the way', async () => {
      const film = await fileOf(catalogued('compliant'));
      await enterAs('王某某');
      await phone.sees('开始填推荐表');
      phone.tap('开始填推荐表');
      await phone.sees(...SECTIONS.map(({ label }) => label));
      phone.tap('成片');
      await phone.sees('从微信聊天文件选');
      phone.tap('从微信聊天文件选'); // and closes the picker
      await phone.lacks('正在核对');
      phone.files.willPick(await fileOf(catalogued('in fragments')), '分段.mp4');
      phone.tap('从微信聊天文件选');
      await phone.sees('核对过了，可以上传', '2分10秒'); // its index does not say how long it is: WeChat's player does
      phone.tap('重新选');
      await phone.sees('从微信聊天文件选');
      phone.files.willPick(film, '风从草原来_终版.mp4');
      phone.tap('从微信聊天文件选');
      await phone.sees('核对过了，可以上传', '16:9', '2分10秒', '来自微信聊天');
      phone.networkBecomes('4g');
      phone.tap('开始上传');
      await phone.sees('正在用流量');
      const lost = phone.asks('POST /api/uploads/', 20);
      phone.tap('继续');
      await lost;
      phone.networkBecomes('none');
      await phone.sees('没有网络，连上后自动接着传');
      const left = phone.asks('POST /api/uploads/', 20);
      phone.networkBecomes('wifi');
      await left;
      phone.leave();
      await phone.sees('回到前台后自动接着传');
      phone.comeBack();
      await phone.sees('传完 · 校验码');

      const api = await Api.as(server.base, 'creator-3');
      const workId = (await mine('creator-3'))[0]?.id ?? '';
      const { body: work } = await api.call('GET /api/works/:workId', { workId });
      expect(work.film).toMatchObject({ name: '风从草原来_终版.mp4', bytes: statSync(film).size, sha256: await sha256Of(film) });
      expect(phone.asked.filter((request) => request === 'POST /api/uploads')).toHaveLength(1);
      await eventually(() => api.call('GET /api/works/:workId', { workId }), ({ body }) => body.filmState === 'inspected', 150);
      await phone.sees('0不通过', '项通过');
    });

    it('adds a proof, signs with a finger and submits', async () => {
      await enterAs('张某某');
      await phone.sees('下一步');
      phone.open(`pages/creator/form/index?work=${await worksOf('creator', DRAFT)}`);
      await phone.sees(DRAFT, '缺播放证明', '缺传播效果', '未签名');
      phone.tap('检查并提交');
      await phone.sees('播放证明0 份', '拍照或相册');
      phone.files.willPick(join(ROOT, 'server/assets/demo/proof.png'));
      phone.tap('拍照或相册');
      await phone.sees('播放证明1 份');
      phone.tap('下一部分：文字介绍');
      await phone.sees('例：截至');
      phone.type(/例：截至.*/u.exec(phone.screen)?.[0] ?? '', '截至十月，在某平台播放12万次。');
      phone.back();
      await phone.sees('还差 1 项');
      phone.tap('承诺和签名');
      await phone.sees('手写签名', '展开全文');
      phone.tap('同意承诺，用这个签名');
      await phone.sees('请先在框内签名');
      phone.write([[40, 80], [120, 30], [200, 120], [300, 60]]);
      await phone.sees('撤销一笔');
      phone.tap('同意承诺，用这个签名');
      await phone.sees('已签。再改内容就要重新签名');
      phone.tap('回推荐表');
      await phone.sees('7 个部分都完成了');
      phone.tap('检查并提交');
      await phone.sees('交给兴安盟科技局审核', '检查都已通过');
      phone.tap('提交给推荐单位');
      await phone.sees('已提交给兴安盟科技局', '回执号');
      expect(phone.screen).toMatch(/KP\d\d-XA-\d{4}/u);
    });
  });

  it('shows a recommender the inbox, takes four signatures, the recommendation and the sealed scan', async () => {
    await enterAs('赵某某');
    await phone.sees('待审核', '一棵草的固沙本领', DRAFT, '推荐截止');
    expect(phone.path).toBe('pages/inbox/index');
    phone.tap('一棵草的固沙本领');
    await phone.sees('李某某 · 科尔沁右翼前旗治沙站', '四项审核', '0/4');
    phone.tap('推荐表');
    await phone.sees('一丛沙蒿怎样把流动的沙丘留住');
    phone.tap('检测结论');
    for (const signed of [1, 2, 3, 4]) {
      await phone.sees('签核');
      phone.tap('签核', { nth: 1 });
      await phone.sees('以赵某某的名义签核');
      phone.tap('以赵某某的名义签核');
      await phone.sees(`${signed}/4`);
      await phone.lacks('以赵某某的名义签核');
    }
    phone.tap('推荐', { nth: 1 });
    await phone.sees('号名额');
    phone.tap(/推荐，占用 \d 号名额/u.exec(phone.screen)?.[0] ?? '');
    await phone.sees('已占用 6 号名额', '还差盖章扫描件，推荐才生效');
    phone.tap('打印推荐表', { nth: 1 });
    await eventually(() => Promise.resolve(phone.files.shown), (shown) => shown.length > 0, 20);
    expect(readFileSync(phone.files.shown[0] ?? '').subarray(0, 5).toString()).toBe('%PDF-');
    phone.files.willPick(phone.files.shown[0] ?? '', '盖章扫描件.pdf');
    phone.tap('拍摄盖章页', { nth: 1 });
    await phone.sees('拍下签字盖章的推荐表', '第 1 版');
    phone.tap('选聊天里的 PDF');
    // Its pages' codes were read where this machine can draw them; elsewhere a person would vouch for them here.
    await phone.sees('A4，2 页', '第 2 页：本作品第 1 版');
    phone.tap('提交盖章件');
    await phone.sees('推荐已生效', '盖章扫描件.pdf');
  });

  it('opens every page it names without a complaint', async () => {
    const { pages, subPackages } = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as { pages: string[]; subPackages: { root: string; pages: string[] }[] };
    const unitPages = ['pages/inbox/index', 'pages/slots/index'];
    const draft = await worksOf('creator-2', '盐湖的颜色');
    const submitted = await worksOf('creator-2', '一棵草的固沙本领');
    const visit = async (paths: string[], query: string) => {
      for (const path of paths) {
        phone.open(`${path}${query}`);
        await eventually(() => Promise.resolve(phone.screen), (screen) => screen.length > 10, 10);
      }
    };
    const ofCreator = subPackages.filter(({ root }) => root === 'pages/creator').flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`));
    const ofUnit = subPackages.filter(({ root }) => root === 'pages/unit').flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`));
    expect(ofCreator.length + ofUnit.length + pages.length).toBe(26);
    await enterAs('李某某');
    await phone.sees('下一步');
    await visit(pages.filter((page) => !unitPages.includes(page)), '');
    await visit(ofCreator, `?work=${draft}&id=about`);
    expect(phone.faults).toEqual([]);
    phone.end();
    await enterAs('赵某某');
    await phone.sees('待审核');
    await visit(unitPages, '');
    await visit(ofUnit, `?work=${submitted}`);
  });
});
