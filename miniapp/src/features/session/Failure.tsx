import { Box } from '../../platform/elements';
import { Note } from '../../ui/Note';
import { sentencesOf } from './refused';

/** What went wrong, in the sentences of the catalogue; nothing while nothing did. */
export function Failure({ of: error }: { of: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Box className="k-mt-3 k-mb-3">
      <Note tone="fail" isAlert>
        {sentencesOf(error).map((sentence) => <Box key={sentence}>{sentence}</Box>)}
      </Note>
    </Box>
  );
}
