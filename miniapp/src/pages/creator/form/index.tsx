import { FormScreen } from '../../../features/draft/FormScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorFormPage() {
  const params = usePageParams();
  return <FormScreen workId={params.work ?? ''} />;
}
