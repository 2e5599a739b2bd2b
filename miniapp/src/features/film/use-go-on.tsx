import { useState, type ReactNode } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { WorkView } from '@kepu/shared/contracts/work';
import { filePicker, type PickSource } from '../../platform/picked-file';
import { useTask, type Task } from '../../state/use-task';
import { examine, isSameFilm, keepPick, type FilmPick } from '../upload/film-pick';
import { sendFilm } from '../upload/film-upload';
import { OtherFilmSheet } from './OtherFilmSheet';

interface GoOn {
  task: Task;
  /** Has the person pick the original file again; another one is asked about. */
  goOn: (source: PickSource) => void;
  /** The question about another file, while it is open. */
  question: ReactNode;
}

/** Going on with an upload that broke off. */
export function useGoOn({ id, upload }: WorkView, config: CampaignConfig): GoOn {
  const task = useTask();
  const [other, setOther] = useState<{ pick: FilmPick; source: PickSource } | null>(null);
  const goOn = (source: PickSource) =>
    void task.run(async () => {
      const file = await filePicker.pick('film', source);
      if (!file || !upload) return;
      const pick = await examine(file, config);
      if (isSameFilm(pick, upload)) await sendFilm(id, pick, upload);
      else setOther({ pick, source });
    });
  const drop = () => {
    other?.pick.file.close();
    setOther(null);
  };
  const replace = () => {
    setOther(null);
    if (other) keepPick(id, other.pick);
  };
  const again = () => {
    drop();
    if (other) goOn(other.source);
  };
  const question = other && upload && <OtherFilmSheet pick={other.pick} upload={upload} onReplace={replace} onAgain={again} onClose={drop} />;
  return { task, goOn, question };
}
