import { useState } from 'react';
import type { ScanBundleView } from '@kepu/shared/contracts/scan';
import { sayBytes, sentenceOf } from '@kepu/shared/errors';
import { bundleReasons } from '@kepu/shared/rules/scan';
import { Box, Tap } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { Mark } from '../../ui/Verdict';
import { Failure } from '../session/Failure';
import { viewFile } from '../upload/proofs';
import { ConfirmSheet } from './ConfirmSheet';
import { PaperChanges } from './PaperChanges';
import { sayPaper } from './paper-words';
import { confirmBundle, dropBundle } from './scans';

interface BundleCardProps {
  workId: string;
  bundle: ScanBundleView;
  version: number;
  versionCode: string;
}

/** The PDF: while it is made or looked at, and what it is when that is done. */
export function BundleCard({ workId, bundle, version, versionCode }: BundleCardProps) {
  const task = useTask();
  const [asks, setAsks] = useState(false);
  const { kind, state, fileId, confirmed, papers } = bundle;
  const isUnderWay = state === 'waiting' || state === 'working';
  const reasons = state === 'done' ? bundleReasons({ ...bundle, isConfirmed: confirmed !== null }, version) : [];
  const mayConfirm = reasons.length > 0 && reasons.every(({ code }) => code === 'SCAN_PAGE_UNREAD' || code === 'SCAN_PAGE_FOREIGN');
  return (
    <Box className="k-card" role="group" label="扫描件">
      <Box className="k-row k-row--top">
        {state === 'done' && <Mark kind={reasons.length === 0 ? 'pass' : 'look'} />}
        {state === 'failed' && <Mark kind="fail" />}
        <Box className="k-grow">
          <Box className="k-strong k-wrap">{bundle.name}</Box>
          {state === 'done' && <Box className="k-sub k-num">A4，{bundle.pageCount} 页，{sayBytes(bundle.bytes)}</Box>}
        </Box>
        {fileId !== null && state === 'done' && <Tap className="k-link k-ml-2" label="查看扫描件" isBusy={task.isBusy} onTap={() => void task.run(() => viewFile(fileId, 'application/pdf'))}>查看</Tap>}
      </Box>
      {isUnderWay && <Box className="k-mt-3"><Box className="k-sub k-mb-2" role="status">{kind === 'photos' ? '正在合成一份 PDF' : '正在核对 PDF'}</Box><Progress value={state === 'waiting' ? 0.2 : 0.6} label={kind === 'photos' ? '正在合成' : '正在核对'} /></Box>}
      {state === 'failed' && <Box className="k-mt-2"><Note tone="fail">{bundle.failure?.message}</Note></Box>}
      {state === 'done' && kind === 'pdf' && papers.map((paper, index) => <Box key={index} className="k-sub k-mt-1">第 {index + 1} 页：{sayPaper(paper, version, confirmed).text}</Box>)}
      {papers.map((paper, index) => (paper.kind === 'older' ? <PaperChanges key={index} changes={paper.changes} /> : null))}
      {state === 'done' && kind === 'pdf' && !bundle.readsCodes && <Box className="k-mt-2"><Note tone="look">这台服务器读不了 PDF 里的二维码，请核对纸上的版本码。</Note></Box>}
      {bundle.hasSeal === false && state === 'done' && <Box className="k-mt-2"><Note tone="look" icon="stamp">各页都没看到红色印章，请确认已盖章。</Note></Box>}
      {reasons.map((reason) => <Box key={JSON.stringify(reason)} className="k-mt-2"><Note tone="fail">{sentenceOf(reason).replace(/^第 (\d+) 张/u, '第 $1 页')}</Note></Box>)}
      {mayConfirm && <Box className="k-mt-2"><Button kind="soft" isSmall onTap={() => setAsks(true)}>我来核对</Button></Box>}
      <Failure of={task.failure} />
      <Box className="sc-acts"><Tap className="k-link" isBusy={task.isBusy} onTap={() => void task.run(() => dropBundle(workId))}>{isUnderWay ? '取消' : '不用这份'}</Tap></Box>
      {asks && <ConfirmSheet subject={`bundle:${workId}`} version={version} versionCode={versionCode} onClose={() => setAsks(false)} onConfirm={(code) => confirmBundle(workId, code)} />}
    </Box>
  );
}
