import type { CampaignConfig } from '../campaign/config.js';
import type { PickedFilm } from './precheck.js';

/** Where a film was taken from: WeChat's album picker, a WeChat chat, a phone's browser, a computer's browser. */
export type FilmOrigin = 'album' | 'chat' | 'browser' | 'computer';

/** What WeChat makes of a video that is sent or picked as a video: at most this many lines on the short side. */
const WECHAT_LINES = 720;

/**
 * Whether WeChat's compression is the likeliest reason why a film is too small: advice, never a verdict. In WeChat
 * one sign is enough; elsewhere people also export small by themselves, so it takes both.
 */
export function isLikelyCompressed({ bytes, width, height }: Pick<PickedFilm, 'bytes' | 'width' | 'height'>, { film }: Pick<CampaignConfig, 'film'>, origin: FilmOrigin): boolean {
  const isSmall = film.minBytes !== null && bytes < film.minBytes;
  if (width === null || height === null) return isSmall && origin !== 'computer';
  const isCoarse = film.minHeight !== null && Math.min(width, height) < film.minHeight;
  if (origin === 'album' || origin === 'chat') return isSmall || isCoarse;
  return isSmall && isCoarse && Math.min(width, height) <= WECHAT_LINES;
}

export interface OriginalAdvice {
  title: string;
  text: string;
  steps: readonly string[];
}

const COMPUTER_STEP = '最稳妥：在剪辑电脑上打开本系统网址，用连接码上传。';

/** How to get at the film as it was exported, from where one is. */
export const ORIGINAL_ADVICE: Record<FilmOrigin, OriginalAdvice> = {
  album: {
    title: '多半被微信压缩过',
    text: '从相册选视频时没有勾“原图”，或存进相册前就在微信里转发过，画面和大小都会变小。',
    steps: ['重新从相册选；选的那一屏有“原图”或“原视频”，就先勾上。', '还是这么小，说明相册里的已经不是原片：请做片子的人用“文件”发给您，再从“微信聊天文件”里选。', COMPUTER_STEP],
  },
  chat: {
    title: '多半被微信压缩过',
    text: '聊天里当“视频”发送的会被压缩，画面和大小都会变小。',
    steps: ['请做片子的人在电脑微信里点“发送文件”，选导出的 MP4；聊天里显示成文件图标才是原片。', '超过 1 GB 或发不过来，就不要用微信传。', COMPUTER_STEP],
  },
  browser: {
    title: '多半被微信压缩过',
    text: '从微信里保存到手机的视频，画面和大小多半已经变小。',
    steps: ['不要选从微信聊天里保存的视频，选剪辑软件导出的那一个。', '从相册选时，如有“选项”，请选“原始”或“最高质量”；也可以从“文件”里选。', COMPUTER_STEP],
  },
  computer: {
    title: '像是从微信里另存的，不是原片',
    text: '微信聊天里的视频另存到电脑，画面和大小都已变小，改名、转码都变不回来。',
    steps: ['请到剪辑软件的导出文件夹里找原片。', '片子不是您做的：请做片子的人用 U 盘、网盘，或微信的“发送文件”给您，不要当“视频”发。', '找不到原片，请从剪辑工程按要求的画面大小重新导出。'],
  },
};
