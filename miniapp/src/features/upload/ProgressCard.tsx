import type { ReactNode } from 'react';
import { sayBytes } from '@kepu/shared/errors';
import { Box, Txt } from '../../platform/elements';
import { Progress } from '../../ui/Progress';
import { percentOf } from './film-upload';
import { FilmTile } from '../work/FilmTile';
import { sayRemaining } from './pace';
import './upload.css';

interface ProgressCardProps {
  name: string;
  bytes: number;
  /** Bytes on their way or there, which the bar shows. */
  sent: number;
  /** Bytes the server has. */
  confirmed: number;
  /** null: not known, or nothing is being sent. */
  bytesPerSecond: number | null;
  /** Who sends: 电脑已上传. */
  said: string;
  isHeld?: boolean;
  children?: ReactNode;
}

/** A film on its way: per cent, what the server has, how fast, how long yet. */
export function ProgressCard({ name, bytes, sent, confirmed, bytesPerSecond, said, isHeld = false, children }: ProgressCardProps) {
  const speed = bytesPerSecond !== null && bytesPerSecond > 0 ? bytesPerSecond : null;
  const percent = percentOf(sent, bytes);
  const facts: [string, string][] = [
    [sayBytes(confirmed), '已存到服务器'],
    [speed === null ? '—' : `${sayBytes(speed)}/秒`, '速度'],
    [speed === null ? '—' : sayRemaining((bytes - sent) / speed), '还需'],
  ];
  return (
    <Box className="k-card">
      <Box className="k-row">
        <FilmTile />
        <Box className="k-grow">
          <Box className="k-strong k-ellip">{name}</Box>
          <Box className="k-cap k-num">{sayBytes(bytes)}</Box>
        </Box>
      </Box>
      <Box className="up-head">
        <Box className="k-row k-row--base">
          <Txt className="up-n k-num">{percent.slice(0, -1)}</Txt>
          <Txt className="up-n__unit">%</Txt>
        </Box>
        {children}
      </Box>
      <Progress value={sent / bytes} isHeld={isHeld} label={`${said} ${percent}`} />
      <Box className="up-f k-num">
        {facts.map(([value, words]) => (
          <Box key={words} className="up-f__one">
            <Box className="up-f__v">{value}</Box>
            <Box className="k-cap">{words}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
