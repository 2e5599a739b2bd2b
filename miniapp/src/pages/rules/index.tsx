import { RulesScreen } from '../../features/rules/RulesScreen';
import { usePageParams } from '../../platform/page';

export default function RulesPage() {
  const params = usePageParams();
  return <RulesScreen rule={params.rule ?? null} />;
}
