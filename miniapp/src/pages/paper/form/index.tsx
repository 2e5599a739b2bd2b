import { FormPaperScreen } from '../../../features/paper/FormPaperScreen';
import { usePageParams } from '../../../platform/page';

export default function FormPaperPage() {
  const params = usePageParams();
  return <FormPaperScreen workId={params.work ?? ''} />;
}
