import { useRef } from 'react';
import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { Box } from '../../platform/elements';
import { Note } from '../../ui/Note';
import { Pace } from '../upload/pace';
import { ProgressCard } from '../upload/ProgressCard';

/** A film that a computer is sending right now, as its owner's phone sees it. */
export function ArrivingPanel({ upload }: { upload: OpenUploadView }) {
  const { name, bytes, offset, device, lastByteAt } = upload;
  const bytesPerSecond = usePace(offset, lastByteAt);
  return (
    <>
      <Box className="k-mb-3"><Note tone="brand" icon="pc">电脑正在上传（{device}）。手机可以离开，传完自动检测。</Note></Box>
      <ProgressCard name={name} bytes={bytes} sent={offset} confirmed={offset} bytesPerSecond={bytesPerSecond} said="电脑已上传" />
    </>
  );
}

/** Wide enough for three looks at the server, which come every three seconds. */
const PACE_WINDOW_MS = 12_000;

/** How fast the other side sends, from what the server had at each look. */
function usePace(offset: number, at: number): number | null {
  const pace = useRef(new Pace(PACE_WINDOW_MS));
  const seen = useRef(-1);
  if (seen.current !== offset) {
    seen.current = offset;
    pace.current.note(at, offset);
  }
  return pace.current.bytesPerSecond;
}
