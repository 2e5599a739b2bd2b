import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { settingChanges, takeOver } from '@kepu/shared/campaign/setting';
import { settingsOf } from '@kepu/shared/campaign/settings';
import type { AuditChange } from '@kepu/shared/contracts/desk';

/** Parts of a configuration that no setting stands for; named as a whole when they change. */
const PARTS: Record<keyof CampaignConfig, string> = {
  year: '年度', title: '征集名称', documentNumber: '文号', theme: '主题', organiser: '主办单位', workWindow: '制作与播映时间', opensAt: '征集开始', recommendBy: '推荐截止',
  scanBy: '扫描件截止', arriveBy: '纸质材料到达', uploadGraceMinutes: '续传宽限', film: '视频要求', proof: '证明文件', limits: '字数上限', nonOriginalShare: '非原创占比上限',
  broadcast: '播出要求', unitTypes: '单位类型', bonus: '增加的名额', duties: '单位审核事项', identity: '重复申报', materialKinds: '引用类型', awards: '评选数量',
  handOver: '报送方式', drawnSignature: '电子版上的签名', wording: '推荐表文字', form: '推荐表版式', papers: '其他材料文字', ruleModes: '规则开关', hints: '提示的尺度', overrides: '人工复核',
};

/** What an edit of the configuration changed, for the log: each setting in words, the rest by name. */
export function configChanges(before: CampaignConfig, after: CampaignConfig): AuditChange[] {
  const settings = settingsOf(before);
  const rest = settings.reduce((config, setting) => takeOver(setting, after, config), before);
  const unnamed = (Object.keys(PARTS) as (keyof CampaignConfig)[]).filter((key) => JSON.stringify(rest[key]) !== JSON.stringify(after[key]));
  return [...settingChanges(settings, before, after), ...unnamed.map((key) => ({ label: PARTS[key], before: JSON.stringify(before[key]), after: JSON.stringify(after[key]) }))];
}
