import { useState } from 'react';
import type { Reason } from '@kepu/shared/errors';
import { recommendBy } from '@kepu/shared/rules/windows';
import { sayDeadline } from '@kepu/shared/time';
import { copyText } from '../../platform/clipboard';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import type { OpenDraft } from './use-draft';
import { clockReason } from './use-submission';

interface DeadlineSheetProps {
  draft: OpenDraft;
  reasons: readonly Reason[];
}

/** The deadline passed, perhaps while the page was open: what is safe, what can no longer be done, what still can. */
export function DeadlineSheet({ draft, reasons }: DeadlineSheetProps) {
  const [isSeen, setSeen] = useState(false);
  const reason = clockReason(reasons);
  if (isSeen || !reason) return null;
  return reason.code === 'UNIT_CLOSED'
    ? <UnitClosed draft={draft} closedAt={reason.closedAt} onClose={() => setSeen(true)} />
    : reason.code === 'AFTER_DEADLINE'
      ? <CallClosed deadline={reason.deadline} onClose={() => setSeen(true)} />
      : null;
}

function CallClosed({ deadline, onClose }: { deadline: number; onClose: () => void }) {
  return (
    <Sheet
      title="全区推荐已截止"
      icon={{ name: 'clock', tone: 'fail' }}
      text={`${sayDeadline(deadline)} 已过，以服务器时间为准。作品保留为草稿，只能查看。`}
      onClose={onClose}
      buttons={<Button onTap={onClose}>知道了</Button>}
    />
  );
}

function UnitClosed({ draft, closedAt, onClose }: { draft: OpenDraft; closedAt: number; onClose: () => void }) {
  const { campaign: { config }, unit, state: { form } } = draft;
  const request = `您好，我的作品《${form.title}》（第一作者 ${form.creators[0]?.name ?? ''}）没能在 ${sayDeadline(closedAt)} 前提交，请在系统里为我延期收件。谢谢！`;
  const ask = async () => {
    const isCopied = await copyText(request);
    toast(isCopied ? `申请的话已复制，请发给${unit?.name ?? '推荐单位'}经办人` : '没能复制，请直接联系推荐单位', { icon: 'info' });
  };
  return (
    <Sheet
      title="推荐单位已停止收件"
      icon={{ name: 'clock', tone: 'fail' }}
      text={<>{sayDeadline(closedAt)} 已过，这份作品没有提交。你写的内容和成片都保存着，可以查看，不能提交。</>}
      onClose={onClose}
      buttons={
        <>
          <Button onTap={() => void ask()}>申请延期收件</Button>
          <Button kind="text" onTap={onClose}>只查看，不提交</Button>
        </>
      }
    >
      <Box className="k-choice">
        <Box className="k-cap">还有机会</Box>
        全区推荐截止是 {sayDeadline(unit ? recommendBy(config, unit) : config.recommendBy)}，推荐单位可以为你延期收件。请联系{unit?.name ?? '推荐单位'}经办人。
      </Box>
      {config.uploadGraceMinutes > 0 && (
        <Box className="k-choice">
          <Box className="k-cap">成片如果正在上传</Box>
          截止前已开始上传、文字没有再改的，还可以在 {config.uploadGraceMinutes} 分钟内传完并提交。
        </Box>
      )}
    </Sheet>
  );
}
