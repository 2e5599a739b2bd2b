import { LIMITS } from '@kepu/shared/contracts/limits';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../api/call';
import { hasReason } from '../../api/failure';
import type { Reading } from '../../api/queries';
import { ChangeTable } from '../../ui/ChangeTable';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import { Clash, type ClashState } from './Clash';
import styles from './SaveDialog.module.css';
import type { ConfigDraft } from './use-config-draft';
import { useCampaign } from './current';

const TOUCHED: Reading[] = ['GET /api/campaign/config', 'GET /api/campaign', 'GET /api/campaigns/:campaignId', 'GET /api/units', 'GET /api/overview', 'GET /api/audit'];

interface Props {
  draft: ConfigDraft;
  onClose: () => void;
  onSaved: () => void;
}

/** Before and after of every change, the reason, and, where somebody was faster, both versions side by side. */
export function SaveDialog({ draft, onClose, onSaved }: Props) {
  useReturnFocus();
  const id = useId();
  const { id: campaignId } = useCampaign();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [clash, setClash] = useState<ClashState | null>(null);
  const save = useMutation({
    mutationFn: () => call('PUT /api/campaign/config', { query: { campaignId }, body: { config: draft.config, baseVersion: draft.base.version, reason: reason.trim() } }),
    onSuccess: async (reply) => {
      await Promise.all(TOUCHED.map((name) => client.invalidateQueries({ queryKey: [name] })));
      void message.success(`已存为第 ${reply.version} 版`);
      onSaved();
    },
    onError: async (error) => {
      if (!hasReason(error, 'DRAFT_CHANGED')) return;
      const theirs = await call('GET /api/campaign/config', { query: { campaignId } });
      setClash({ theirs, clashes: draft.moveTo(theirs) });
    },
  });
  const settle = () => {
    setClash(null);
    save.reset();
  };
  return (
    <Modal
      open
      centered
      width={640}
      onCancel={onClose}
      title={clash ? '别人先改了设置' : `把 ${draft.changes.length} 处修改存为第 ${draft.base.version + 1} 版？`}
      footer={
        clash ? null : (
          <div className={styles.foot}>
            <Button type="primary" disabled={reason.trim() === '' || draft.changes.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
              存为第 {draft.base.version + 1} 版
            </Button>
            <Button onClick={onClose}>返回再改</Button>
          </div>
        )
      }
    >
      {clash ? (
        <Clash state={clash} draft={draft} onSettled={settle} />
      ) : (
        <div className={styles.body}>
          <ChangeTable rows={draft.changes} />
          <ul className={styles.consequences}>
            <li>立即对作者、推荐单位和自动检测生效；已提交的作品留着提交时的版本。</li>
            {draft.changes.some(({ label }) => /^[VO]\d/u.test(label)) && <li>规则的开关：草稿和退回的作品马上重算；已提交的保留提交时测得的结论，只改变拦不拦，提交时关着的检查不补做。</li>}
            <li>名额增加时马上可用；减少时，已占用的名额不会被收走，存不下会说明。</li>
          </ul>
          <div>
            <label htmlFor={`${id}reason`}>原因</label>
            <Input.TextArea id={`${id}reason`} autoSize={{ minRows: 2, maxRows: 4 }} maxLength={LIMITS.changeReason} showCount placeholder="例：厅办〔2025〕12号补充通知，推荐截止顺延两天" value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <Problem error={save.error} />
        </div>
      )}
    </Modal>
  );
}
