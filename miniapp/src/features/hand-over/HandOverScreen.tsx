import { useState } from 'react';
import type { HandOverReply } from '@kepu/shared/contracts/handover';
import { sayBytes } from '@kepu/shared/errors';
import { TURN_NAMES, type CheckItem } from '@kepu/shared/handover/checklist';
import { MEDIA } from '@kepu/shared/handover/discs';
import { sayDeadline } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { KeyValues } from '../../ui/KeyValues';
import { Note } from '../../ui/Note';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { StickyBar } from '../../ui/StickyBar';
import { Tag } from '../../ui/Tag';
import { Gate } from '../login/Gate';
import { Failure } from '../session/Failure';
import { HandOverSheet } from './HandOverSheet';
import { useHandOver } from './hand-overs';
import { MailServerItem } from './MailServerSheet';
import { PackageCard } from './PackageCard';

/** 报送材料: what is there, what is missing and whose turn it is; handing over; fetching and sending the package. */
export function HandOverScreen() {
  return <Gate role="recommender" title="报送材料">{(hat) => (hat.role === 'recommender' ? <HandOver unitId={hat.unitId} /> : null)}</Gate>;
}

function HandOver({ unitId }: { unitId: string }) {
  const { value, failure, at, reload } = useHandOver(unitId);
  const [asks, setAsks] = useState(false);
  const canHandOver = value !== null && mayHandOver(value);
  return (
    <Page
      title="报送材料"
      back="pages/slots/index"
      foot={canHandOver ? 'bar' : 'none'}
      top={failure !== null && at !== null && <OfflineStrip at={at} />}
      fixed={canHandOver && <><StickyBar><Button icon="send" onTap={() => setAsks(true)}>{`报送 ${value.works.length} 部作品`}</Button></StickyBar>{asks && <HandOverSheet known={value} onClose={() => setAsks(false)} onDone={reload} />}</>}
    >
      {value === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {value !== null && <Contents known={value} reload={reload} />}
    </Page>
  );
}

/** The button is there when pressing it would succeed; what is in the way stands above it. */
function mayHandOver({ works, checklist, handOvers: [latest], changes }: HandOverReply): boolean {
  if (works.length === 0 || checklist.some(({ blocks }) => blocks)) return false;
  return !latest || (latest.state === 'ready' && changes.length > 0) || latest.state === 'damaged';
}

function Contents({ known, reload }: { known: HandOverReply; reload: () => void }) {
  const { works, checklist, handOvers, changes } = known;
  const [latest, ...older] = handOvers;
  if (works.length === 0 && !latest) return <Empty title="还没有推荐作品">推荐作品并传上盖章扫描件后，在这里一次备齐光盘、纸质和邮箱两种方式要的全部材料。</Empty>;
  const open = checklist.filter(({ blocks }) => blocks).length;
  return (
    <>
      {latest && <PackageCard view={latest} known={known} isLatest onChanged={reload} />}
      {changes.length > 0 && (
        <Box className="k-mt-3"><Note tone="look"><Txt className="k-strong">报送后有变化，要再报送一次：</Txt>{changes.join('；')}。</Note></Box>
      )}
      <Group isFirst={!latest} title={latest ? '现在的作品' : '要报送的作品'} aside={open > 0 ? `还差 ${open} 项` : `共 ${sayBytes(known.bytes)}`} />
      <Box className="k-card k-card--flush">{works.map((work) => <WorkRow key={work.workId} work={work} items={checklist.filter(({ workId }) => workId === work.workId)} />)}</Box>
      {checklist.filter(({ workId }) => workId === null).map(({ code, sentence }) => <Box key={code} className="k-cap k-mt-2">{sentence}。</Box>)}
      <Group title="两种方式都要送" aside="附件1 二3" />
      <Box className="k-card"><Ways known={known} /></Box>
      <Box className="k-card k-card--flush"><MailServerItem known={known} onChanged={reload} /></Box>
      {older.length > 0 && <Group title="以前的报送" aside="内容不再变" />}
      {older.map((view) => <Box key={view.id} className="k-mb-3"><PackageCard view={view} known={known} isLatest={false} onChanged={reload} /></Box>)}
    </>
  );
}

function WorkRow({ work, items }: { work: HandOverReply['works'][number]; items: readonly CheckItem[] }) {
  return (
    <Item
      title={<Box><Txt className="k-strong k-num">{work.slot} 号</Txt><Box className="k-wrap">{work.title}</Box></Box>}
      caption={<>{items.length === 0 ? sayBytes(work.bytes) : items.map(({ code, turn, sentence }) => <Box key={code} className="k-mt-1">{TURN_NAMES[turn]}：{sentence}</Box>)}</>}
      side={work.isReady ? <Tag tone="pass" icon="check">齐了</Tag> : <Tag tone="look" icon="clock">{`差 ${items.length} 项`}</Tag>}
      onTap={() => goTo('pages/unit/recommended/index', { work: work.workId })}
    />
  );
}

function Ways({ known: { required, discs } }: { known: HandOverReply }) {
  const dvds = discs.dvd.discs.length;
  return (
    <KeyValues
      rows={[
        ['邮寄', `光盘 ${required.discs} 张、盖章的纸质推荐表 ${required.formCopies} 份，寄到${required.address}`],
        ...(required.arriveBy === null ? [] : [['寄到时间', `${sayDeadline(required.arriveBy)} 前`] as const]),
        ['邮箱', `推荐表电子版、扫描件和视频下载地址，发到 ${required.email}`],
        ['刻盘', `${MEDIA.dvd.label} ${dvds} 张，或 ${MEDIA.cd.label} ${discs.cd.discs.length} 张${discs.cd.unfit.length > 0 ? `（有 ${discs.cd.unfit.length} 部装不下）` : ''}`],
      ]}
    />
  );
}
