import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { Box } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import type { FilmPick } from '../upload/film-pick';

interface OtherFilmSheetProps {
  pick: FilmPick;
  upload: OpenUploadView;
  onReplace: () => void;
  onAgain: () => void;
  onClose: () => void;
}

/** The file picked to go on with an upload is not the one it began with. */
export function OtherFilmSheet({ pick, upload, onReplace, onAgain, onClose }: OtherFilmSheetProps) {
  return (
    <Sheet
      title="这是另一个文件，要换成它重新上传吗？"
      icon={{ name: 'film', tone: 'look' }}
      onClose={onClose}
      buttons={
        <>
          <Button onTap={onAgain}>再选一次原文件</Button>
          <Button kind="line" onTap={onReplace}>换成这个文件，重新上传</Button>
        </>
      }
    >
      <Box className="k-choice k-mt-3"><Box className="k-cap">传了一部分的</Box>{upload.name} · {sayBytes(upload.bytes)}</Box>
      <Box className="k-choice"><Box className="k-cap">刚选的</Box>{pick.file.name} · {sayBytes(pick.file.bytes)}</Box>
    </Sheet>
  );
}
