import { Button } from 'antd';
import { useState } from 'react';
import styles from './CampaignPage.module.css';
import { SaveDialog } from './SaveDialog';
import type { ConfigDraft } from './use-config-draft';

interface Props {
  draft: ConfigDraft;
  onSaved: () => void;
}

/** At the foot of the page while something is changed and not saved. */
export function SaveBar({ draft, onSaved }: Props) {
  const [isSaving, setSaving] = useState(false);
  const { changes, problems } = draft;
  return (
    <div className={styles.bar} role="region" aria-label="未保存的修改">
      <span>
        改了 <b>{changes.length}</b> 处，<b>还没有保存</b>
        {problems.length > 0 && <span className={styles.bad}>；先改好 {problems.length} 处矛盾</span>}
      </span>
      <Button onClick={draft.discard}>放弃修改</Button>
      <Button type="primary" disabled={problems.length > 0} onClick={() => setSaving(true)}>
        存为第 {draft.base.version + 1} 版…
      </Button>
      {isSaving && <SaveDialog draft={draft} onClose={() => setSaving(false)} onSaved={onSaved} />}
    </div>
  );
}
