import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sayBounds } from '@kepu/shared/inspection/rules/v4-length';
import { Box, Txt } from '../../platform/elements';
import { Group } from '../../ui/Group';
import './campaign.css';

/** What the call asks of a film, as rows; only what it does ask. */
export function filmRequirements({ film }: CampaignConfig): (readonly [string, string])[] {
  const picture = [film.aspect && `${film.aspect.width}:${film.aspect.height} 横版`, film.minHeight === null ? null : film.minHeight === 1080 ? '1080P 以上' : `${film.minHeight} 行以上`].filter(Boolean);
  return [
    ['格式', 'MP4'],
    ...(film.minMs === null && film.maxMs === null ? [] : [['时长', sayBounds(film)] as const]),
    ...(picture.length === 0 ? [] : [['画面', picture.join('，')] as const]),
    ...(film.minBytes === null && film.maxBytes === null ? [] : [['大小', film.sizeWording] as const]),
    ['语言', '普通话，简体中文字幕'],
  ];
}

/** `2–5分钟 · 16:9 · 1080P · 100–300兆` */
export function sayRequirements(config: CampaignConfig): string {
  return filmRequirements(config).filter(([key]) => key !== '格式' && key !== '语言').map(([, value]) => value.replaceAll('，', ' · ')).join(' · ');
}

export function Requirements({ config }: { config: CampaignConfig }) {
  return (
    <>
      <Group title="成片要求" aside="附件1 一（三）" />
      <Box className="k-card k-card--flush">
        {filmRequirements(config).map(([key, value]) => (
          <Box key={key} className="fp-r">
            <Txt className="fp-r__k">{key}</Txt>
            <Txt className="fp-r__v k-num">{value}</Txt>
          </Box>
        ))}
      </Box>
    </>
  );
}
