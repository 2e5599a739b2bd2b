import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { Storage } from '../../platform/storage.js';
import { databases } from '../../testing/databases.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { onPath } from '../inspection/gather/tools.js';
import { Tools } from '../inspection/tools.js';
import { Health } from './health.js';

const ffmpeg = await Promise.all(['ffmpeg', 'ffprobe'].map(onPath));

describe('a machine without an ffmpeg of its own', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(databases[0]!);
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => test.stop());

  /** The same server where no program can be found. */
  const bare = (change: Partial<Config>) => {
    vi.stubEnv('PATH', '/nowhere');
    const config = { ...test.config, ...change };
    const tools = new Tools(config);
    return { tools, health: new Health(test.app.get(Database), test.app.get(Storage), tools, config) };
  };

  it('carries the demonstration with what an npm package brings, and says so at the start, in /readyz and beside every finding', async () => {
    const { health, tools } = bare({ isDemonstration: true });
    expect(await health.refuseUnfit()).toEqual([expect.stringContaining('fallback inside an npm package')]);
    expect((await health.check()).parts.ffmpeg).toEqual({ ok: true, note: expect.stringContaining('fallback inside an npm package') as string });
    expect(await tools.note()).toContain('没有安装 ffmpeg 5');
  });

  it('is refused by production, in the web process and in a worker alike', async () => {
    await expect(bare({ isDemonstration: false }).health.refuseUnfit()).rejects.toThrow(ConfigError);
    await expect(bare({ isDemonstration: false }).health.refuseUnfit()).rejects.toThrow(/production needs ffmpeg and ffprobe 5 or newer/u);
  });

  it('says so where there is none at all, and looks again the next time', async () => {
    const { tools, health } = bare({ isDemonstration: true, FFMPEG_PATH: '/nowhere/ffmpeg', FFPROBE_PATH: '/nowhere/ffprobe' });
    expect(await tools.note()).toContain('没有安装 ffmpeg');
    expect((await health.check()).parts.ffmpeg).toEqual({ ok: false, note: expect.stringContaining('/nowhere/ffmpeg') as string });
    await expect(tools.get()).rejects.toThrow('/nowhere/ffmpeg');
  });

  it.runIf(process.platform === 'linux' && ffmpeg.every((path) => path !== null))('and one without limits for its tools is refused too, and noted in the demonstration', async () => {
    const [FFMPEG_PATH, FFPROBE_PATH] = ffmpeg as [string, string];
    await expect(bare({ isDemonstration: false, FFMPEG_PATH, FFPROBE_PATH }).health.refuseUnfit()).rejects.toThrow(/production needs prlimit/u);
    expect((await bare({ isDemonstration: true, FFMPEG_PATH, FFPROBE_PATH }).health.check()).parts.ffmpeg.note).toContain('without limits');
  });

  it('is not what stands here: with ffmpeg 5 nothing is said', async () => {
    expect(await new Tools(test.config).note()).toBeNull();
  });
});
