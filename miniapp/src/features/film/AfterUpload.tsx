import type { Reason } from '@kepu/shared/errors';
import { Box, Txt } from '../../platform/elements';
import { Group } from '../../ui/Group';
import { Item } from '../../ui/Item';
import { openInstead, sectionPlace } from '../draft/places';
import { sectionProgress } from '../draft/progress';

/** While the film is on its way the rest of the form stays open: what it still lacks. */
export function AfterUpload({ workId, reasons }: { workId: string; reasons: readonly Reason[] }) {
  const open = sectionProgress(reasons).filter(({ section, isDone }) => !isDone && section.id !== 'film');
  if (open.length === 0) return null;
  return (
    <>
      <Group title="上传时可以接着填" aside="离开本页不影响上传" />
      <Box className="k-card k-card--flush">
        {open.map(({ section, word }) => (
          <Item key={section.id} title={section.label} caption={word} side={<Txt className="k-link k-sub">去填</Txt>} onTap={() => openInstead(sectionPlace(workId, section.id))} />
        ))}
      </Box>
    </>
  );
}
