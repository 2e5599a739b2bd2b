import type { ConfigProblem } from '@kepu/shared/campaign/config-problem';
import { Icon } from '../../ui/Icon';
import styles from './CampaignPage.module.css';
import type { SettingSection } from './setting-rows';

interface Props {
  sections: readonly SettingSection[];
  problems: readonly ConfigProblem[];
  changedPaths: ReadonlySet<string>;
}

/** The parts of the page, each with whether it holds a contradiction or an unsaved change. */
export function SectionNav({ sections, problems, changedPaths }: Props) {
  const broken = new Set(problems.map(({ path }) => path));
  return (
    <nav className={styles.nav} aria-label="设置分组">
      {sections.map((section) => {
        const paths = section.rows.flatMap((row) => row.settings.map(({ path }) => path));
        return (
          <a key={section.id} href={`#${section.id}`}>
            {section.label}
            {paths.some((path) => broken.has(path)) ? (
              <span className={styles.bad}>
                <Icon name="octagon" size={14} />
                <span className="visually-hidden">有矛盾</span>
              </span>
            ) : (
              paths.some((path) => changedPaths.has(path)) && <em>已改</em>
            )}
          </a>
        );
      })}
      <p>保存即另存一版，写明原因。已提交的作品留着提交时的版本。</p>
    </nav>
  );
}
