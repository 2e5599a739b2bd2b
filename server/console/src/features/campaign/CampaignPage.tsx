import type { ConfigReply } from '@kepu/shared/contracts/campaign';
import { useState } from 'react';
import { useRead } from '../../api/queries';
import { Card } from '../../ui/Card';
import { Loaded } from '../../ui/Loaded';
import { Moment } from '../../ui/Moment';
import { PageHead } from '../../ui/PageHead';
import { useMay } from '../session/use-session';
import { Banners } from './Banners';
import styles from './CampaignPage.module.css';
import { LeaveGuard } from './LeaveGuard';
import { SaveBar } from './SaveBar';
import { SectionNav } from './SectionNav';
import { SectionRows } from './SectionRows';
import { settingSections } from './setting-rows';
import { useConfigDraft } from './use-config-draft';
import { useCampaign } from './current';

/** Does the call say what the notice says? Each setting beside its sentence, changes as versions with a reason. */
export function CampaignPage() {
  const { id: campaignId } = useCampaign();
  const saved = useRead('GET /api/campaign/config', { query: { campaignId } });
  const [round, setRound] = useState(0);
  return (
    <Loaded query={saved} what="征集设置" rows={14}>
      {(reply) => <Editor key={round} saved={reply} onSaved={() => setRound((last) => last + 1)} />}
    </Loaded>
  );
}

function Editor({ saved, onSaved }: { saved: ConfigReply; onSaved: () => void }) {
  const draft = useConfigDraft(saved);
  const mayEdit = useMay('campaign.edit');
  const sections = settingSections(draft.config);
  return (
    <>
      <PageHead title="征集设置" sub={<LastChange of={draft.base} />} />
      <Banners problems={draft.problems} mayEdit={mayEdit} />
      <div className={styles.columns}>
        <SectionNav sections={sections} problems={draft.problems} changedPaths={draft.changedPaths} />
        <Card flush className={styles.sheet}>
          {sections.map((section, index) => (
            <SectionRows key={section.id} section={section} draft={draft} isDisabled={!mayEdit} isFirst={index === 0} />
          ))}
        </Card>
      </div>
      {mayEdit && draft.changes.length > 0 && <SaveBar draft={draft} onSaved={onSaved} />}
      <LeaveGuard changes={draft.changes.length} />
    </>
  );
}

function LastChange({ of }: { of: ConfigReply }) {
  return (
    <>
      第 {of.version} 版 · {of.changedBy ?? '系统'} <Moment at={of.changedAt} /> 修改：{of.reason}
    </>
  );
}
