import { useState, type ReactNode } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { WorkView } from '@kepu/shared/contracts/work';
import { blockingRules } from '@kepu/shared/inspection/judge';
import { Box, Txt } from '../../platform/elements';
import { goBack, replaceWith } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import { StickyBar } from '../../ui/StickyBar';
import { openInstead, sectionPlace } from '../draft/places';
import { ComputerSheet } from '../computer/ComputerSheet';
import type { FilmPick } from '../upload/film-pick';
import type { FilmStage } from './stage';

interface FilmBarProps {
  stage: FilmStage;
  work: WorkView;
  config: CampaignConfig;
  pick: FilmPick | null;
  isBusy: boolean;
  notice: ReactNode;
  onRepick: () => void;
  onSend: () => void;
  onGoOn: () => void;
  /** There is a film, here or on its way, that stays if no other is sent. */
  hasOther: boolean;
  onOther: (isWanted: boolean) => void;
}

/** The one next step of each stage of the film. */
export function FilmBar({ stage, work, config, pick, isBusy, notice, onRepick, onSend, onGoOn, hasOther, onOther }: FilmBarProps) {
  const [isComputerOpen, setComputerOpen] = useState(false);
  const toForm = () => goBack(() => replaceWith('pages/creator/form/index', { work: work.id }));
  const failing = pick?.findings.some(({ verdict }) => verdict === 'fail') ?? false;
  const isRefused = (pick?.refusals.length ?? 0) > 0;
  const blocks = blockingRules(work.film?.inspection.findings ?? [], config).length > 0;
  switch (stage) {
    case 'pick':
      return <StickyBar tip={notice}>{hasOther ? <Button kind="line" onTap={() => onOther(false)}>不换了，用原来的</Button> : <Button kind="line" onTap={toForm}>回推荐表接着填</Button>}</StickyBar>;
    case 'precheck':
      return (
        <>
          <StickyBar tip={failing && !isRefused ? <><Txt>以服务器检测为准</Txt><Button kind="text" isSmall isBusy={isBusy} onTap={onSend}>确认是原片，仍然上传</Button></> : notice}>
            <Button kind="line" onTap={onRepick}>重新选</Button>
            {failing || isRefused
              ? <Button isWide icon="pc" onTap={() => setComputerOpen(true)}>改用电脑上传</Button>
              : <Button isWide icon="upload" isBusy={isBusy} onTap={onSend}>开始上传</Button>}
          </StickyBar>
          {isComputerOpen && <ComputerSheet work={{ id: work.id, title: work.form.title }} onClose={() => setComputerOpen(false)} />}
        </>
      );
    case 'upload':
      return (
        <StickyBar tip="传完自动检测，约 1 分钟出结果">
          <Button kind="line" onTap={() => onOther(true)}>换文件</Button>
          <Button isWide onTap={toForm}>回推荐表接着填</Button>
        </StickyBar>
      );
    case 'arriving':
      return (
        <>
          <StickyBar tip="传完自动检测，约 1 分钟出结果">
            <Button kind="line" onTap={() => setComputerOpen(true)}>管理电脑</Button>
            <Button isWide onTap={toForm}>回推荐表接着填</Button>
          </StickyBar>
          {isComputerOpen && <ComputerSheet work={{ id: work.id, title: work.form.title }} onClose={() => setComputerOpen(false)} />}
        </>
      );
    case 'interrupted':
      return (
        <StickyBar tip={<Box className="k-grow">{notice}</Box>}>
          <Button kind="line" onTap={toForm}>先去填表</Button>
          <Button isWide isBusy={isBusy} onTap={onGoOn}>选原文件，继续上传</Button>
        </StickyBar>
      );
    case 'inspection':
      return (
        <StickyBar>
          {blocks ? <Button kind="line" onTap={toForm}>改推荐表</Button> : <Button kind="line" onTap={() => onOther(true)}>换成片</Button>}
          {blocks ? <Button isWide icon="upload" onTap={() => onOther(true)}>换成片重传</Button> : <Button isWide onTap={() => openInstead(sectionPlace(work.id, 'commitment'))}>下一部分：承诺和签名</Button>}
        </StickyBar>
      );
  }
}
