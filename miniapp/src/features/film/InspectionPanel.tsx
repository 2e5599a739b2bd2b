import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FilmView, WorkView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { unmeasured } from '@kepu/shared/inspection/judge';
import { versionCode } from '@kepu/shared/forms/canonical';
import { sayLength, sayMoment } from '@kepu/shared/time';
import { useMemo, useState } from 'react';
import { Box } from '../../platform/elements';
import { Findings } from '../inspection/Findings';
import { InspectAgain, InspectionState } from '../inspection/InspectionState';
import { FilmTile } from '../work/FilmTile';
import { OwnFilm } from './OwnFilm';
import { useFilmLink } from './use-film-link';
import { createFilmControl } from '../../ui/film-control';
import { reveal } from '../../platform/reveal';

interface InspectionPanelProps {
  work: WorkView;
  film: FilmView;
  config: CampaignConfig;
  /** Second of the film the person was sent to; null: the verdicts are what they came for. */
  atMs: number | null;
}

/** What the machine found on the film that arrived, or how far it is with looking. */
export function InspectionPanel({ work, film, config, atMs }: InspectionPanelProps) {
  const { state, findings } = film.inspection;
  const link = useFilmLink(state === 'done' ? film.fileId : null);
  const [isOpen, setOpen] = useState(atMs !== null);
  const control = useMemo(() => {
    const made = createFilmControl(null);
    if (atMs !== null) made.seekTo(atMs);
    return made;
  }, [atMs]);
  const jump = (ms: number) => {
    setOpen(true);
    control.seekTo(ms);
    reveal('own-film');
  };
  const facts = [film.width && film.height ? `${film.width}×${film.height}` : '', film.durationMs === null ? '' : sayLength(film.durationMs), sayBytes(film.bytes)];
  return (
    <>
      <Box className="k-row k-mb-3">
        <FilmTile poster={link.pictures?.poster ?? null} />
        <Box className="k-grow">
          <Box className="k-strong k-wrap">{film.name}</Box>
          <Box className="k-cap k-num">{facts.filter(Boolean).join(' · ')}</Box>
          <Box className="k-cap k-num">{sayMoment(film.uploadedAt)} 传完 · 校验码 {versionCode(film.sha256)}</Box>
        </Box>
      </Box>
      <InspectionState work={work} inspection={film.inspection} />
      {state === 'done' && <OwnFilm link={link} findings={findings} atMs={atMs} control={control} isOpen={isOpen} onOpen={() => setOpen(true)} />}
      {findings.length > 0 && <Findings findings={findings} config={config} pictures={link.pictures} onJump={state === 'done' ? jump : undefined} />}
      {state === 'done' && unmeasured(findings).length === 0 && <Box className="k-sub k-mt-3">改过名称、名单或引用位置，想让机器按现在的表再看一遍：<InspectAgain work={work} kind="text" /></Box>}
    </>
  );
}
