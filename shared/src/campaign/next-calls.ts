import { beijing } from '../time.js';
import type { CampaignConfig } from './config.js';
import { preset2025 } from './preset-2025.js';

/** A call of the level above, to which winners are handed on: what it asks of a film, as data. */
export interface NextCall {
  id: string;
  label: string;
  config: CampaignConfig;
}

/** Our form and list under the name of a call of the whole country. */
function named(year: number): Pick<CampaignConfig, 'wording' | 'papers'> {
  const { wording, papers } = preset2025;
  return {
    wording: { ...wording, title: `${year}年全国科普微视频作品推荐表` },
    papers: { ...papers, summary: { ...papers.summary, title: '{year}年全国科普微视频作品推荐汇总表' } },
  };
}

/** 国科办才〔2024〕99号: the national call. The limits of its form and its materials are those of ours; its quotas are by province. */
const national2024: CampaignConfig = {
  ...preset2025,
  ...named(2024),
  year: 2024,
  title: '2024年全国优秀科普微视频作品征集',
  documentNumber: '国科办才〔2024〕99号',
  theme: '弘扬科学家精神 激发全社会创新活力',
  workWindow: { fromDay: '2023-01-01', toDay: '2023-12-31' },
  opensAt: beijing('2024-04-01'),
  bonus: { slots: 1, label: '革命老区、边远贫困地区、边疆少数民族地区', mode: 'open' },
};

/** The same call a year later: what is produced within ours may go up to it. */
const national2025: CampaignConfig = {
  ...national2024,
  ...named(2025),
  year: 2025,
  title: '2025年全国优秀科普微视频作品征集',
  documentNumber: '',
  workWindow: { fromDay: '2024-01-01', toDay: '2024-12-31' },
};

/** The call a request names; undefined: none, or one that is not known. */
export function nextCall(request: { callId: string } | null): NextCall | undefined {
  return request ? NEXT_CALLS.find(({ id }) => id === request.callId) : undefined;
}

export const NEXT_CALLS: readonly NextCall[] = [
  { id: 'national-2024', label: '全国 2024 年（国科办才〔2024〕99号）', config: national2024 },
  { id: 'national-2025', label: '全国 2025 年（按上年规格，待正式通知）', config: national2025 },
];
