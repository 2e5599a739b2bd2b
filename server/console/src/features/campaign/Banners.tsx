import type { ConfigProblem } from '@kepu/shared/campaign/config-problem';
import { Alert } from 'antd';
import { useCampaign } from './current';
import { rowId } from './row-id';

interface Props {
  problems: readonly ConfigProblem[];
  mayEdit: boolean;
}

/** What keeps the settings from being saved, and what else one should know before changing them. */
export function Banners({ problems, mayEdit }: Props) {
  const { isDemonstration } = useCampaign();
  return (
    <>
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`${problems.length} 处矛盾须先改`}
          description={
            <ul>
              {problems.map(({ path, message }) => (
                <li key={path + message}>
                  {message} <a href={`#${rowId(path)}`}>去改</a>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {isDemonstration && <Alert type="info" showIcon title="演示环境：日期已整体顺延到现在，右侧仍是 2025 年通知的原文。" />}
      {!mayEdit && <Alert type="info" showIcon title="您可以查看；修改由系统管理员操作，每次修改都写明原因并留痕。" />}
    </>
  );
}
