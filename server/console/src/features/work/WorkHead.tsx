import type { WorkView } from '@kepu/shared/contracts/work';
import { isHandedIn, nextStatus } from '@kepu/shared/domain/work-status';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../../ui/Icon';
import { PageHead } from '../../ui/PageHead';
import { PaperButton, type PaperCall } from '../../ui/PaperButton';
import { StatusTag } from '../../ui/StatusTag';
import { Tag } from '../../ui/Tag';
import { useCampaign, useUnitName } from '../campaign/current';
import { useMay } from '../session/use-session';
import { DisqualifyDialog } from './DisqualifyDialog';
import { FormPreviewButton } from './FormPreview';
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
          {work.version && isHandedIn(work.status) && (
            <PaperButton call={formCall(work, 'electronic')}>电子版</PaperButton>
          )}
          <FormPreviewButton work={work} />
          <PaperButton call={formCall(work, 'paper')} isMain icon={<Icon name="printer" />}>
            {work.version ? '打印推荐表' : '打印草稿'}
          </PaperButton>
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
function formCall(work: WorkView, copy: 'paper' | 'electronic'): PaperCall {
  return { name: 'POST /api/works/:workId/form-link', params: { workId: work.id }, query: { copy } };
}
