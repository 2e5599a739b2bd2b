import { useState } from 'react';
import type { PackageLinkReply, PackageView } from '@kepu/shared/contracts/handover';
import { sayBytes } from '@kepu/shared/errors';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { sayDeadline, sayMoment } from '@kepu/shared/time';
import { copyText } from '../../platform/clipboard';
import { Box, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { Tag } from '../../ui/Tag';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { percentOf } from '../upload/film-upload';
import { stateWord } from './hand-overs';

interface PackageCardProps {
  view: PackageView;
  email: string;
  isLatest: boolean;
  onChanged: () => void;
}

/** One hand-over: how it stands, where to fetch it, what was mailed and what has arrived. */
export function PackageCard({ view, email, isLatest, onChanged }: PackageCardProps) {
  const { tone, word } = stateWord(view);
  const task = useTask();
  const tend = (endpoint: 'POST /api/packages/:packageId/retry' | 'DELETE /api/packages/:packageId') => void task.run(async () => {
    await api.call(endpoint, { params: { packageId: view.id } });
    onChanged();
  });
  return (
    <Box className="k-card">
      <Box className="k-row k-row--between k-mb-2"><Txt className="k-title k-num">第 {view.number} 次报送</Txt><Tag tone={tone}>{word}</Tag></Box>
      <Box className="k-sub k-mb-3">{sayMoment(view.createdAt)} {view.createdByName}　{view.works.length} 部作品</Box>
      {view.state === 'preparing' && <Preparing view={view} />}
      {view.problem !== null && <Note tone="fail" isAlert>{view.problem}</Note>}
      {view.state === 'ready' && <Ready view={view} email={email} isLatest={isLatest} onChanged={onChanged} />}
      {(view.state === 'preparing' || view.state === 'failed') && (
        <Box className="k-row k-mt-3">
          {view.state === 'failed' && <Button kind="soft" isSmall icon="refresh" isBusy={task.isBusy} onTap={() => tend('POST /api/packages/:packageId/retry')}>重试</Button>}
          <Button kind="text" isSmall isBusy={task.isBusy} onTap={() => tend('DELETE /api/packages/:packageId')}>取消这次报送</Button>
        </Box>
      )}
      <Failure of={task.failure} />
    </Box>
  );
}

function Preparing({ view: { progress: { doneBytes, totalBytes } } }: { view: PackageView }) {
  return (
    <>
      <Box className="k-sub k-mb-2">正在核对每个文件、生成推荐表和清单，可以离开，备好会通知您。</Box>
      <Progress value={totalBytes > 0 ? doneBytes / totalBytes : 0} label={`已核对 ${percentOf(doneBytes, totalBytes)}`} />
    </>
  );
}

function Ready({ view, email, isLatest, onChanged }: PackageCardProps) {
  const [link, setLink] = useState<PackageLinkReply | null>(null);
  const task = useTask();
  const copy = async (url: string) => toast((await copyText(url)) ? '地址已复制，发到电脑上打开' : '没能复制，请照着输入');
  const fetchLink = () => void task.run(async () => {
    const made = await api.call('POST /api/packages/:packageId/link', { params: { packageId: view.id } });
    setLink(made);
    await copy(made.url);
  });
  const mail = () => void task.run(async () => {
    await api.call('POST /api/packages/:packageId/mails', { params: { packageId: view.id }, body: { to: null } });
    onChanged();
  });
  const [lastMail] = view.mails;
  return (
    <>
      <KeyValues
        rows={[
          ['材料包', `${view.zipBytes === null ? '' : sayBytes(view.zipBytes)}，${view.fileCount} 个文件`],
          ['报送码', <Txt key="code" className="k-strong k-num">{sayHandOverCode(view.code)}</Txt>],
          ...(lastMail ? [['邮件', mailWords(lastMail)] as const] : []),
          ...(view.receipts.length > 0 ? [['科技厅已收', receiptWords(view)] as const] : []),
        ]}
      />
      <Box className="k-cap k-mt-2">信封和光盘都写上报送码；下载页里有可以打印的标签。</Box>
      {link && <Box className="k-mt-3"><Note tone="brand"><Txt className="k-strong">在电脑浏览器打开：</Txt><Box className="k-wrap k-num">{link.url}</Box>{sayDeadline(link.expiresAt)} 前有效，拿到的人都能下载。</Note></Box>}
      <Failure of={task.failure} />
      <Box className="k-row k-mt-3">
        <Button kind="line" isSmall icon="pc" isBusy={task.isBusy} onTap={link ? () => void copy(link.url) : fetchLink}>{link ? '再复制地址' : '到电脑上下载'}</Button>
        {isLatest && <Box className="k-ml-2"><Button kind="line" isSmall icon="send" isBusy={task.isBusy} label={`发邮件到 ${email}`} onTap={mail}>{lastMail ? '再发邮件' : '发邮件'}</Button></Box>}
      </Box>
    </>
  );
}

function mailWords({ state, to, at, outcome }: PackageView['mails'][number]): string {
  if (state === 'queued') return `正在发往 ${to}`;
  return `${sayMoment(at)} ${state === 'sent' ? `发到 ${to}，对方服务器已接收` : `没有发到 ${to}。${outcome ?? ''}`}`;
}

function receiptWords({ receipts }: PackageView): string {
  const sum = (kind: 'paper' | 'disc') => receipts.filter((receipt) => receipt.kind === kind).reduce((total, { count }) => total + count, 0);
  return `纸质推荐表 ${sum('paper')} 份，光盘 ${sum('disc')} 张`;
}
