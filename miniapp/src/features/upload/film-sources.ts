import type { PickSource } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import type { IconName } from '../../ui/Icon';

export interface FilmSourceItem {
  source: PickSource;
  icon: IconName;
  title: string;
  caption: string;
}

/** Where a film can be taken from on this device, the likeliest first. */
export const FILM_SOURCES: readonly [FilmSourceItem, ...FilmSourceItem[]] = traits.picksFromChat
  ? [
      { source: 'chat', icon: 'folder', title: '从微信聊天文件选', caption: '当初要以“文件”发送，不是“视频”' },
      { source: 'album', icon: 'photo', title: '从手机相册选原片', caption: '会跳过系统压缩，按原片读取' },
    ]
  : [{ source: 'system', icon: 'folder', title: '从这台设备选文件', caption: '选导出的 MP4 原片，先核对再上传' }];
