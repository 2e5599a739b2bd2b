import { LIMITS } from '@kepu/shared/contracts/limits';
import { NEXT_CALLS } from '@kepu/shared/campaign/next-calls';
import type { CertificateRequest, MakeExportRequest } from '@kepu/shared/contracts/handover';
import { BULK_PAPERS, type BulkPaperName } from '@kepu/shared/paper/paper-names';
import { dayOf } from '@kepu/shared/time';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useCommand, useRead } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import { useCampaign } from '../campaign/current';
import unit from '../units/UnitDialog.module.css';
import { CertificateFields, isFilled } from './CertificateFields';
import { WorksChoice } from './WorksChoice';

type What = 'all' | 'some' | 'papers' | 'next';

const WHATS = [{ value: 'all', label: '全部推荐作品' }, { value: 'some', label: '选定作品' }, { value: 'papers', label: '批量打印' }, { value: 'next', label: '报送上级' }];
const PAPER_HINTS: Record<BulkPaperName, string> = {
  forms: '每个单位一个 PDF，按推荐名额排列；签字盖章处留空，页脚带版本码。',
  scores: '每部作品一张，每 50 张一个 PDF。',
  certificates: '每部作品一个 PDF。',
};

/** What is chosen in the dialog. */
function useChoice() {
  const { config } = useCampaign();
  const [what, setWhat] = useState<What>('all');
  const [workIds, setWorkIds] = useState<string[]>([]);
  const [paper, setPaper] = useState<BulkPaperName>('forms');
  const [certificate, setCertificate] = useState<CertificateRequest>({ grade: '优秀科普微视频作品', awardedDay: dayOf(Date.now()), firstNumber: `${config.year}-001` });
  const [next, setNext] = useState({ callId: NEXT_CALLS.at(-1)?.id ?? '', unitName: config.organiser.name });
  const isAwarding = what === 'papers' && paper === 'certificates';
  const request: MakeExportRequest = {
    workIds: what === 'all' ? [] : workIds,
    nextLevel: what === 'next' ? { ...next, unitName: next.unitName.trim() } : null,
    papers: what === 'papers' ? { paper, certificate: isAwarding ? { ...certificate, grade: certificate.grade.trim(), firstNumber: certificate.firstNumber.trim() } : null } : null,
  };
  const takesAll = what === 'all' || (what === 'papers' && !isAwarding);
  const isReady = (takesAll || workIds.length > 0) && (what !== 'next' || next.unitName.trim() !== '') && (!isAwarding || isFilled(certificate));
  return { what, setWhat, workIds, setWorkIds, paper, setPaper, certificate, setCertificate, next, setNext, isAwarding, takesAll, isReady, request };
}

/** Chooses what goes out. For the next level and for certificates the order of the choice is the new numbering. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const id = useId();
  const { config } = useCampaign();
  const { id: campaignId } = useCampaign();
  const board = useRead('GET /api/units', { query: { campaignId } });
  const make = useCommand('POST /api/exports', ['GET /api/exports']);
  const choice = useChoice();
  const { what, workIds, paper, next, isAwarding, takesAll } = choice;
  const go = () => make.mutate({ query: { campaignId }, body: choice.request }, { onSuccess: onClose });
  const verb = what === 'papers' ? '生成' : '导出';
  const button = takesAll && workIds.length === 0 ? `${verb}全部` : what === 'all' ? '导出全部' : `${verb} ${workIds.length} 部`;
  return (
    <Modal open centered width={620} title="新导出" onCancel={onClose} footer={<div className={unit.foot}><Button type="primary" disabled={!choice.isReady} loading={make.isPending} onClick={go}>{button}</Button><Button onClick={onClose}>先不导出</Button><span>写入操作日志</span></div>}>
      <div className={unit.body}>
        <Radio.Group aria-label="导出什么" value={what} onChange={(event) => choice.setWhat(event.target.value as What)} options={WHATS} />
        {what === 'papers' && (
          <div className={unit.row}>
            <span id={`${id}paper`}>打印什么</span>
            <div>
              <Radio.Group aria-labelledby={`${id}paper`} value={paper} onChange={(event) => choice.setPaper(event.target.value as BulkPaperName)} options={BULK_PAPERS.map(({ paper: value, label }) => ({ value, label }))} />
              <p className={unit.quiet}>{PAPER_HINTS[paper]}</p>
            </div>
          </div>
        )}
        {what !== 'all' && (
          <div className={unit.row}>
            <label htmlFor={`${id}works`}>作品</label>
            <div>
              <WorksChoice id={`${id}works`} board={board.data ?? []} isLoading={board.isPending} workIds={workIds} onChange={choice.setWorkIds} isOrdered={what === 'next' || isAwarding} placeholder={takesAll ? '全部推荐作品；也可以只选一部分' : '选作品'} />
              {what === 'next' && <p className={unit.quiet}>按选的先后重新编号 1、2、3…；本次征集评选 {config.awards.count} 部。</p>}
            </div>
          </div>
        )}
        {isAwarding && <CertificateFields value={choice.certificate} onChange={choice.setCertificate} />}
        {what === 'next' && <NextLevelFields value={next} onChange={choice.setNext} />}
        <Problem error={make.error} />
      </div>
    </Modal>
  );
}

function NextLevelFields({ value, onChange }: { value: { callId: string; unitName: string }; onChange: (value: { callId: string; unitName: string }) => void }) {
  const id = useId();
  return (
    <>
      <div className={unit.row}>
        <label htmlFor={`${id}call`}>上级征集</label>
        <div>
          <Select id={`${id}call`} style={{ width: '100%' }} options={NEXT_CALLS.map((call) => ({ value: call.id, label: call.label }))} value={value.callId} onChange={(callId) => onChange({ ...value, callId })} />
          <p className={unit.quiet}>每部按它的规格重新核对，结果放在作品文件夹里。</p>
        </div>
      </div>
      <div className={unit.row}>
        <label htmlFor={`${id}unit`}>推荐单位</label>
        <div>
          <Input id={`${id}unit`} maxLength={LIMITS.unitName} value={value.unitName} onChange={(event) => onChange({ ...value, unitName: event.target.value })} />
          <p className={unit.quiet}>印在新推荐表上，代替原推荐单位；要重新签字盖章。</p>
        </div>
      </div>
    </>
  );
}
