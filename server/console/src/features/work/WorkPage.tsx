import type { WorkView } from '@kepu/shared/contracts/work';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../../api/queries';
import { Loaded } from '../../ui/Loaded';
import { useShortcuts } from '../../ui/shortcuts';
import { useCampaign } from '../campaign/current';
import { usePlayer } from '../film/use-player';
import { Dossier } from './Dossier';
import { FilmCard } from './FilmCard';
import { FilmsCard } from './FilmsCard';
import { FindingsCard } from './FindingsCard';
import { HistoryCard, useHistoryMode } from './HistoryCard';
import { useFindingSteps } from './use-finding-steps';
import { sortedFindings } from './work-words';
import { WorkHead } from './WorkHead';
import styles from './WorkPage.module.css';

const WHILE_INSPECTING_MS = 3_000;

/** One work: its film with what was found in it, its form, who signed what, and everything that happened to it. */
export function WorkPage() {
  const { workId = '' } = useParams();
  const work = useRead('GET /api/works/:workId', { params: { workId } }, { everyMs: (view) => (view?.film?.inspection.state === 'queued' || view?.film?.inspection.state === 'running') && WHILE_INSPECTING_MS });
  return (
    <Loaded query={work} what="作品" rows={14}>
      {(view) => <OneWork key={view.id} work={view} />}
    </Loaded>
  );
}

function OneWork({ work }: { work: WorkView }) {
  const { config } = useCampaign();
  const player = usePlayer();
  const history = useHistoryMode();
  const film = useRef<HTMLDivElement>(null);
  /** From far down the page the film comes back into sight. */
  const jump = (ms: number) => {
    player.seek(ms);
    film.current?.scrollIntoView({ block: 'nearest' });
  };
  const findings = sortedFindings(work.film?.inspection.findings ?? [], config);
  const steps = useFindingSteps(findings, player.seek);
  useShortcuts({
    ' ': player.toggle,
    ',': () => steps.step(-1),
    '.': () => steps.step(1),
    d: history.toggle,
  });
  return (
    <>
      <WorkHead work={work} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <div ref={film} className={styles.film}>
            <FilmCard work={work} player={player} findings={findings} onStep={steps.step} />
          </div>
          <FindingsCard work={work} findings={findings} chosen={steps.chosen} onChoose={steps.choose} onSeek={jump} />
        </div>
        <div className={styles.column}>
          <Dossier work={work} onSeek={jump} />
          <FilmsCard work={work} />
          <HistoryCard work={work} mode={history.mode} onMode={history.setMode} />
        </div>
      </div>
    </>
  );
}
