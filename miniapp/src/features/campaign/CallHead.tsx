import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import { sayDeadline, sayMonthDay, type Instant } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { Ruler } from '../../ui/Ruler';
import { countdown, creatorDeadline, placeBetween } from './deadline';
import './campaign.css';

interface CallHeadProps {
  campaign: CampaignReply;
  unit: UnitOption | null;
  now: Instant;
}

/** The call in one look: theme, days left, and where today lies on the ruler of the call. */
export function CallHead({ campaign, unit, now }: CallHeadProps) {
  const { config } = campaign;
  const deadline = creatorDeadline(campaign, unit, now);
  const { figure, unit: figureUnit } = countdown(now, deadline.at);
  return (
    <Box className="hm-head">
      <Box className="hm-no">{config.year}年征集 · {config.documentNumber}</Box>
      <Box className="k-display">{config.theme.split(/\s+/u).map((line) => <Box key={line}>{line}</Box>)}</Box>
      {deadline.isOver ? (
        <Box className="hm-over">{deadline.words.slice(1)}：{sayDeadline(deadline.at)} 已过</Box>
      ) : (
        <Box className="hm-cd">
          <Txt className="hm-n k-num">{figure}</Txt>
          <Txt className="hm-u">{figureUnit}</Txt>
          <Box className="k-grow">
            <Box className="hm-lab"><Box className="hm-lab__mark" />{deadline.words}</Box>
            <Box className="hm-lab2 k-num">{sayDeadline(deadline.at)}</Box>
          </Box>
        </Box>
      )}
      <CallRuler campaign={campaign} deadline={deadline.at} now={now} />
    </Box>
  );
}

/** The ruler runs from the opening to the call's deadline; the amber mark is the unit's own closing. */
function CallRuler({ campaign, deadline, now }: { campaign: CampaignReply; deadline: Instant; now: Instant }) {
  const { opensAt, recommendBy } = campaign.config;
  const percent = (at: Instant) => `${(placeBetween(opensAt, recommendBy, at) * 100).toFixed(1)}%`;
  return (
    <Box className="hm-scale" isOrnament>
      <Box className="hm-bar">
        <Box className="hm-bar__past" style={{ width: percent(now) }} />
        <Box className="hm-bar__now" style={{ left: percent(now) }} />
      </Box>
      <Ruler ticks={60} longEvery={10} />
      <Box className="hm-marks k-num">
        <Txt>{sayMonthDay(opensAt)}</Txt>
        {deadline < recommendBy && <Box className="hm-in" style={{ left: percent(deadline) }} />}
        <Txt>{sayDeadline(recommendBy)} 推荐截止</Txt>
      </Box>
    </Box>
  );
}
