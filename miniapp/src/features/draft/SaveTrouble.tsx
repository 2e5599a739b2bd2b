import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import type { DraftState, DraftSync } from './draft-sync';

/** What a person must know when texts do not get through, and how to go on. Nothing while all is well. */
export function SaveTrouble({ state, sync }: { state: DraftState; sync: DraftSync }) {
  if (state.save === 'stuck') {
    return (
      <Box className="k-mb-3">
        <Note tone="fail" isAlert>
          内容还在手机上，请不要卸载微信或清缓存
          <Box className="k-mt-2"><Button kind="line" isSmall onTap={() => void sync.flush()}>再试一次</Button></Box>
        </Note>
      </Box>
    );
  }
  if (state.save !== 'refused') return null;
  return (
    <Box className="k-mb-3">
      <Note tone="fail" isAlert>
        {state.refusal.map(({ message }) => <Box key={message}>{message}</Box>)}
        <Box>刚写的内容还留在这台设备上。</Box>
      </Note>
    </Box>
  );
}
