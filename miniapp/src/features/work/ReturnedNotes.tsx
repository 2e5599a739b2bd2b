import type { ReturnView } from '@kepu/shared/contracts/work';
import { sectionOf, type SectionId } from '@kepu/shared/forms/work-form';
import { sayTimecode } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { Note } from '../../ui/Note';
import { sayPath } from './field-labels';

/** What the unit asked to mend in this part of the form, where the mending is done. */
export function ReturnedNotes({ returned, section }: { returned: ReturnView | null; section: SectionId }) {
  const own = (returned?.reasons ?? []).filter((reason) => sectionOf(reason.path).id === section);
  if (!returned || own.length === 0) return null;
  return (
    <Box className="k-mb-4">
      <Note tone="fail" icon="undo">
        <Txt className="k-strong">{returned.unitName}要求修改</Txt>
        {own.map((reason, index) => (
          <Box key={index} className="k-num">{sayPath(reason.path)}{reason.atMs === null ? '' : ` ${sayTimecode(reason.atMs)}`}：{reason.note}</Box>
        ))}
      </Note>
    </Box>
  );
}
