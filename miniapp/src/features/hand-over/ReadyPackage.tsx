import { useState } from 'react';
import type { HandOverReply, PackageLinkReply, PackageMailView, PackageView } from '@kepu/shared/contracts/handover';
import { sayBytes } from '@kepu/shared/errors';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { sayDeadline } from '@kepu/shared/time';
import { copyText } from '../../platform/clipboard';
import { Box, Tap, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { Tag } from '../../ui/Tag';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { BounceSheet } from './BounceSheet';
import { mailRoute, mailWord } from './hand-overs';
import { MailSheet } from './MailSheet';

export interface PackageCardProps {
  view: PackageView;
  known: HandOverReply;
  isLatest: boolean;
  onChanged: () => void;
}

/** A package that is there: how to fetch it, what was mailed, what came back and what has arrived. */
export function ReadyPackage({ view, known, isLatest, onChanged }: PackageCardProps) {
  const [link, setLink] = useState<PackageLinkReply | null>(null);
  const [sheet, setSheet] = useState<'mail' | 'bounce' | null>(null);
  const task = useTask();
  const close = () => setSheet(null);
  const copy = async (url: string) => toast((await copyText(url)) ? '地址已复制，发到电脑上打开' : '没能复制，请照着输入');
  const toComputer = () => void task.run(async () => {
    const made = link ?? (await api.call('POST /api/packages/:packageId/link', { params: { packageId: view.id } }));
    setLink(made);
    await copy(made.url);
  });
  return (
    <>
      <KeyValues
        rows={[
          ['材料包', `${view.zipBytes === null ? '' : sayBytes(view.zipBytes)}，${view.fileCount} 个文件`],
          ['报送码', <Txt key="code" className="k-strong k-num">{sayHandOverCode(view.code)}</Txt>],
          ...(view.receipts.length > 0 ? [['科技厅已收', receiptWords(view)] as const] : []),
        ]}
      />
      <Box className="k-cap k-mt-2">信封和光盘都要带报送码：“名额”页的邮寄标签、光盘标签已印上。下载页在电脑上打开，里面还有邮件草稿（.eml）。</Box>
      {view.mails.map((mail) => <MailLine key={mail.id} mail={mail} />)}
      {view.mails.some(({ state }) => state === 'sent') && <Box className="k-mt-2"><Tap className="k-link" onTap={() => setSheet('bounce')}>收到退信？</Tap></Box>}
      {link && <Box className="k-mt-3"><Note tone="brand"><Txt className="k-strong">在电脑浏览器打开：</Txt><Box className="k-wrap k-num">{link.url}</Box>{sayDeadline(link.expiresAt)} 前有效，拿到的人都能下载。</Note></Box>}
      <Failure of={task.failure} />
      <Box className="k-mt-3"><Box className="k-row k-row--wrap">
        <Button kind="line" isSmall icon="pc" isBusy={task.isBusy} onTap={toComputer}>{link ? '再复制地址' : '到电脑上下载'}</Button>
        {isLatest && <Button kind="line" isSmall icon="send" label={`发邮件到 ${known.required.email}`} onTap={() => setSheet('mail')}>{view.mails.length > 0 ? '再发邮件' : '发邮件'}</Button>}
      </Box></Box>
      {sheet === 'mail' && <MailSheet view={view} known={known} onChanged={onChanged} onComputer={toComputer} onClose={close} />}
      {sheet === 'bounce' && <BounceSheet view={view} onChanged={onChanged} onClose={close} />}
    </>
  );
}

function MailLine({ mail }: { mail: PackageMailView }) {
  const { tone, word } = mailWord(mail);
  return (
    <Box className="k-mt-3">
      <Box className="k-row"><Tag tone={tone} icon={tone === 'fail' ? 'alert' : 'send'}>{word}</Tag><Box className="k-cap k-num k-grow k-wrap k-ml-2">{mailRoute(mail)}</Box></Box>
      {mail.outcome !== null && <Box className="k-sub k-wrap k-mt-1">{mail.outcome}。</Box>}
      {mail.answer !== null && tone === 'fail' && <Box className="k-cap k-wrap k-mt-1">服务器的原话：{mail.answer}</Box>}
    </Box>
  );
}

function receiptWords({ receipts }: PackageView): string {
  const sum = (kind: 'paper' | 'disc') => receipts.filter((receipt) => receipt.kind === kind).reduce((total, { count }) => total + count, 0);
  return `纸质推荐表 ${sum('paper')} 份，光盘 ${sum('disc')} 张`;
}
