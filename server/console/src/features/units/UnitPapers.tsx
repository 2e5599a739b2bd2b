import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { FORMAT_NAMES, UNIT_PAPERS } from '@kepu/shared/paper/paper-names';
import { PaperButton } from '../../ui/PaperButton';
import styles from './UnitPanel.module.css';

/** Everything a unit seals, packs and posts, made of its recommended works. */
export function UnitPapers({ row: { unit, slots } }: { row: UnitBoardRow }) {
  if (!slots.some(({ work }) => work !== null)) return <p className={styles.nobody}>这个单位还没有推荐作品。推荐之后，汇总表、推荐函、装箱清单和标签都在这里。</p>;
  return (
    <ul className={styles.papers}>
      {UNIT_PAPERS.map(({ paper, label, formats, carriesCode }) => (
        <li key={paper}>
          <b title={carriesCode ? '报送后打印，带报送码' : undefined}>{label}</b>
          <span>
            {formats.map((format) => (
              <PaperButton key={format} label={`${label} ${FORMAT_NAMES[format]}`} call={{ name: 'POST /api/units/:unitId/paper-link', params: { unitId: unit.id }, query: { paper, format } }}>
                {FORMAT_NAMES[format]}
              </PaperButton>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
