import type { FilmRule } from '../rule.js';

const NAMES: Record<string, string> = {
  mp4: 'MP4', quicktime: 'QuickTime（MOV）', matroska: 'MKV', webm: 'WebM', avi: 'AVI', flv: 'FLV',
  'mpeg-ts': 'TS', 'mpeg-ps': 'MPEG', playlist: '播放列表', image: '图片', text: '文本', unknown: '无法识别的文件',
};

export const v1: FilmRule = {
  id: 'V1',
  subject: '格式',
  clause: '附件1 一（三）2',
  judge({ container }) {
    if (!container) return null;
    const measured = NAMES[container.format] ?? container.format;
    if (container.isMp4) return { verdict: 'pass', measured, required: 'MP4' };
    return {
      verdict: 'fail',
      measured,
      required: 'MP4',
      advice: `文件里面是${measured}，只改扩展名没有用。请在剪辑软件里重新导出为 MP4（H.264）。`,
    };
  },
};
