import { Box } from '../../platform/elements';
import { KeyValues } from '../../ui/KeyValues';
import { Sheet } from '../../ui/Sheet';
import { useCampaign } from '../campaign/campaign';

/** Whom to ask, as the notice says it; also the place for complaints and suggestions. */
export function ContactSheet({ onClose }: { onClose: () => void }) {
  const { value: campaign } = useCampaign();
  if (!campaign) return null;
  const { name, office, phone, email } = campaign.config.organiser;
  return (
    <Sheet title="联系科技厅" onClose={onClose}>
      <KeyValues rows={[['单位', name], ['处室', office], ['电话', phone], ['邮箱', email]]} />
      <Box className="k-cap k-mt-3">对系统的意见和建议、对个人信息的查询和更正，也请联系这里。</Box>
    </Sheet>
  );
}
