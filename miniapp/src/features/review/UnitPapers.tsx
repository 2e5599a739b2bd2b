import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import { FORMAT_NAMES, UNIT_PAPERS, type PaperFileFormat, type UnitPaperName } from '@kepu/shared/paper/paper-names';
import { openDocument } from '../../platform/document';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { api } from '../session/api';
import { Failure } from '../session/Failure';

/** 要打印、盖章的材料: what the unit seals, packs and posts, once it has recommended a work. */
export function UnitPapers({ quota: { unit, slots } }: { quota: UnitSlotsReply }) {
  const task = useTask();
  if (!slots.some(({ work }) => work !== null)) return null;
  const open = (paper: UnitPaperName, format: PaperFileFormat) => () =>
    void task.run(() => openDocument(async () => (await api.call('POST /api/units/:unitId/paper-link', { params: { unitId: unit.id }, query: { paper, format } })).url, format));
  return (
    <>
      <Group title="要打印、盖章的材料" aside="按推荐作品生成" />
      <Box className="k-card k-card--flush">
        {UNIT_PAPERS.map(({ paper, label, formats, carriesCode }) => (
          <Item
            key={paper}
            title={label}
            caption={carriesCode ? '报送后打印，带报送码' : undefined}
            side={<Box className="k-row" style={{ gap: '8px' }}>{formats.map((format) => <Button key={format} kind="line" isSmall isBusy={task.isBusy} label={`${label} ${FORMAT_NAMES[format]}`} onTap={open(paper, format)}>{FORMAT_NAMES[format]}</Button>)}</Box>}
          />
        ))}
      </Box>
      <Failure of={task.failure} />
    </>
  );
}
