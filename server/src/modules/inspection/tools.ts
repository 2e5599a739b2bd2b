import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { sweepPrivateFolders } from './gather/private-folder.js';
import { findMediaTools, type MediaTools } from './gather/tools.js';

/** The media tools of this machine, looked for once; a search that failed is made again. */
@Injectable()
export class Tools implements OnApplicationBootstrap {
  private found: Promise<MediaTools> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onApplicationBootstrap(): Promise<void> {
    await sweepPrivateFolders();
  }

  async get(): Promise<MediaTools> {
    this.found ??= findMediaTools({ ffmpeg: this.config.FFMPEG_PATH, ffprobe: this.config.FFPROBE_PATH });
    try {
      return await this.found;
    } catch (error) {
      this.found = null;
      throw error;
    }
  }

  /** What people are told beside the findings of a machine that makes do with less than it should have; null where all is well. */
  async note(): Promise<string | null> {
    const tools = await this.get().catch(() => null);
    if (tools === null) return '这台机器没有安装 ffmpeg，影片检测不了。请系统管理员安装 ffmpeg 5 以上的版本，再点“重新检测”。';
    return tools.ffmpeg.isFallback || tools.ffprobe.isFallback ? '这台演示机没有安装 ffmpeg 5，用的是软件包自带的旧版：有些损坏查不出来，也可能没有预览。正式使用请安装 ffmpeg。' : null;
  }

  /** Which tools are used, in words. Throws where production may not start: without them, with an old fallback, or without limits on Linux. */
  async describe(): Promise<string> {
    const { ffmpeg, ffprobe, sandbox } = await this.get();
    const said = [ffmpeg, ffprobe].map((tool) => `${tool.version}${tool.isFallback ? ' (fallback inside an npm package)' : ''}`);
    const limits = sandbox.prlimit ? '' : ', without limits on memory and computing time (no prlimit)';
    const note = `ffmpeg ${said[0]}, ffprobe ${said[1]}${limits}`;
    if (this.config.isDemonstration) return note;
    if (ffmpeg.isFallback || ffprobe.isFallback) throw new Error(`${note}: production needs ffmpeg and ffprobe 5 or newer from the system`);
    if (!sandbox.prlimit && process.platform === 'linux') throw new Error(`${note}: production needs prlimit, from the package util-linux`);
    return note;
  }
}
