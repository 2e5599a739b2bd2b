import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { findMediaTools, type MediaTools } from './gather/tools.js';

/** The media tools of this machine, looked for once. */
@Injectable()
export class Tools {
  private found: Promise<MediaTools> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get(): Promise<MediaTools> {
    this.found ??= findMediaTools({ ffmpeg: this.config.FFMPEG_PATH, ffprobe: this.config.FFPROBE_PATH });
    return this.found;
  }

  /** What people are told beside the findings of a machine that makes do with an old fallback; null where all is well. */
  async note(): Promise<string | null> {
    const { ffmpeg, ffprobe } = await this.get();
    return ffmpeg.isFallback || ffprobe.isFallback ? '这台演示机没有安装 ffmpeg 5，用的是软件包自带的旧版：有些损坏查不出来，也可能没有预览。正式使用请安装 ffmpeg。' : null;
  }

  /** Which tools are used, in words. Throws where production may not start: without them, or with an old fallback. */
  async describe(): Promise<string> {
    const { ffmpeg, ffprobe } = await this.get();
    const said = [ffmpeg, ffprobe].map((tool) => `${tool.version}${tool.isFallback ? ' (fallback inside an npm package)' : ''}`);
    const note = `ffmpeg ${said[0]}, ffprobe ${said[1]}`;
    if (!this.config.isDemonstration && (ffmpeg.isFallback || ffprobe.isFallback)) throw new Error(`${note}: production needs ffmpeg and ffprobe 5 or newer from the system`);
    return note;
  }
}
