import type { FormChange } from '@kepu/shared/forms/diff';
import { Box, Txt } from '../../platform/elements';

/** What has changed since the version a paper was printed from. */
export function PaperChanges({ changes }: { changes: readonly FormChange[] }) {
  return (
    <Box className="k-mt-2">
      <Box className="k-sub">{changes.length === 0 ? '文字没有改动，成片或签名换过。' : '改动：'}</Box>
      {changes.map(({ path, label, before, after }) => (
        <Box key={path} className="df">
          <Box className="k-strong">{label}</Box>
          <Box className="df__was"><Txt>{before || '（空）'}</Txt></Box>
          <Box className="df__is"><Txt>{after || '（空）'}</Txt></Box>
        </Box>
      ))}
      <Box className="k-sub k-mt-2">请重新打印当前这一版，签字盖章后再拍。</Box>
    </Box>
  );
}
