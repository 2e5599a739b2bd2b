import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { Storage } from '../../platform/storage.js';
import { databases } from '../../testing/databases.js';
import { startTestApp, type TestApp } from '../../testing/start-test-app.js';
import { Tools } from '../inspection/tools.js';
import { Health } from './health.js';

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

  it('is not what stands here: with ffmpeg 5 nothing is said', async () => {
    expect(await new Tools(test.config).note()).toBeNull();
  });
});
