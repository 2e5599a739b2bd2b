import { useMutation } from '@tanstack/react-query';
import type { WorkView } from '@kepu/shared/contracts/work';
import { nextStatus } from '@kepu/shared/domain/work-status';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { call } from '../../api/call';
import { wordsOf } from '../../api/failure';
import { Icon } from '../../ui/Icon';
import { openLater } from '../../ui/open-later';
import { PageHead } from '../../ui/PageHead';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { useCampaign, useUnitName } from '../campaign/current';
import { useMay } from '../session/use-session';
import { DisqualifyDialog } from './DisqualifyDialog';
import { areaName, numberLine } from './work-words';

/** Title line of a work with what may be done to it in its state. */
export function WorkHead({ work }: { work: WorkView }) {
  const { units } = useCampaign();
  const unitName = useUnitName();
  const unitId = work.unitId ?? work.form.unitId;
  const area = areaName(work.form, units.find((unit) => unit.id === unitId));
  return (
    <PageHead
      title={work.form.title || '未命名作品'}
      back={<BackToList />}
      facts={
        <>
          <StatusTag status={work.status} inEffect={work.scan !== null} />
          {area && <Tag tone="area">三区作品 · {area}</Tag>}
        </>
      }
      sub={numberLine(work, unitName(unitId))}
      actions={
        <>
          <Disqualify work={work} />
          {work.version && work.status !== 'draft' && (
            <FormButton work={work} copy="electronic">
              电子副本
            </FormButton>
          )}
          <FormButton work={work} copy="paper">
            {work.version ? '打印推荐表' : '打印草稿'}
          </FormButton>
        </>
      }
    />
  );
}

/** Back to the list as it was left; straight to the list where this page was opened first. */
function BackToList() {
  const navigate = useNavigate();
  const { key } = useLocation();
  return (
    <Link
      to="/works"
      onClick={(event) => {
        if (key === 'default' || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <Icon name="left" size={13} /> 返回
    </Link>
  );
}

function Disqualify({ work }: { work: WorkView }) {
  const [isOpen, setOpen] = useState(false);
  const may = useMay('work.disqualify');
  if (!may || nextStatus(work.status, 'disqualify') === null) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        取消资格…
      </Button>
      {isOpen && <DisqualifyDialog work={work} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The official form: on paper with a watermark while the work is a draft, as frozen otherwise; the electronic copy with the drawn signature. */
function FormButton({ work, copy, children }: { work: WorkView; copy: 'paper' | 'electronic'; children: ReactNode }) {
  const { message } = App.useApp();
  const link = useMutation({ mutationFn: () => call('POST /api/works/:workId/form-link', { params: { workId: work.id }, query: { copy } }) });
  const open = async () => {
    const tab = openLater();
    try {
      tab.go((await link.mutateAsync()).url);
    } catch (error) {
      tab.cancel();
      void message.error(`推荐表没有打开：${wordsOf(error).sentences.join('')}`);
    }
  };
  return (
    <Button type={copy === 'paper' ? 'primary' : 'default'} loading={link.isPending} onClick={() => void open()} icon={copy === 'paper' ? <Icon name="printer" /> : null}>
      {children}
    </Button>
  );
}
